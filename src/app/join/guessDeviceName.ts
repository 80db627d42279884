// A first name for a device, to be changed by the person: what kind of thing it is.

import { t } from '../../ui/i18n/settingTexts.ts';

/** Below this shorter side, in CSS pixels, a touch screen is a telephone's. */
const PHONE = 600;

export function guessDeviceName(
  navigator: { readonly maxTouchPoints: number },
  screen: { readonly width: number; readonly height: number },
): string {
  const texts = t().identity.guessedDevice;
  if (navigator.maxTouchPoints === 0) return texts.computer;
  return Math.min(screen.width, screen.height) < PHONE ? texts.phone : texts.tablet;
}
