// Ustawienia: settings.
import type { settings as polish } from '../pl/settings.ts';

export const settings: typeof polish = {
  title: 'Settings',
  language: 'Language',
  languages: { pl: 'Polski', en: 'English' },
  device: 'This device',
  pin: 'PIN of the device',
  pinText: 'It locks the way out of “They sign themselves”. It does not encrypt data.',
  changePin: 'Change the PIN',
  data: 'Data on this device',
  exportAll: 'Save a copy of everything to a file',
  about: 'About the app',
  help: 'Help',
  retention: 'How long the data is kept',
  controller: 'Controller of the data',
  inspector: 'Data protection inspector',
};
