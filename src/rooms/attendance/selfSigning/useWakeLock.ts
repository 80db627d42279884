// Keeps the screen awake while the tablet is passed round. The browser lets go of the lock whenever the page is hidden, so it is
// asked for again each time it comes back. Browsers without it leave the screen to the device's own setting.

import { useEffect } from 'preact/hooks';

export function useWakeLock(reportFailure: (failure: unknown) => void): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return undefined;
    let lock: WakeLockSentinel | undefined;
    let isGone = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const granted = await navigator.wakeLock.request('screen');
        if (isGone) await granted.release();
        else lock = granted;
      } catch (failure) {
        // Refused with an empty battery, or because the page was hidden meanwhile: the screen may go dark then.
        if (!(failure instanceof DOMException && failure.name === 'NotAllowedError')) reportFailure(failure);
      }
    };
    const onVisible = () => void ask();
    void ask();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', onVisible);
      lock?.release().catch(reportFailure);
    };
  }, [reportFailure]);
}
