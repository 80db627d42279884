// "Back" stays on the tablet that is passed round: an entry of the same address lies on top and is put back whenever it is taken.
// That other addresses lead here too is the app's.

import { useEffect } from 'preact/hooks';

export function useHistoryTrap(): void {
  useEffect(() => {
    const here = location.href;
    history.pushState(null, '', here);
    const onPop = () => history.pushState(null, '', here);
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, []);
}
