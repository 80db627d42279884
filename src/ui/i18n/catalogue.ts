// Every text a person reads comes from here: `t().attendance.title`. Polish is in the first load, English is a chunk
// of its own. Areas are plain objects of strings and of functions that return strings, one file an area.
import { switchLanguage } from './language.ts';
import type { Language } from './language.ts';
import { catalogue as polish } from './pl/catalogue.ts';

export type Catalogue = typeof polish;

let texts: Catalogue = polish;
const listeners = new Set<() => void>();

/** The texts in the current language. Read it at render time, never at module load. */
export const t = (): Catalogue => texts;

const load = async (language: Language): Promise<Catalogue> => {
  switch (language) {
    case 'pl':
      return polish;
    case 'en':
      return (await import('./en/catalogue.ts')).catalogue;
  }
};

/** Switches when the texts are there; rejects, with the language unchanged, when they cannot be loaded. */
export const setLanguage = async (language: Language): Promise<void> => {
  const loaded = await load(language);
  texts = loaded;
  switchLanguage(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
  for (const listener of listeners) listener();
};

/** Calls after each switch; returns the way to stop. The app renders anew then. */
export const onLanguageChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
