// The texts of the first load (`t().today.title`) and the switch between languages. The shell, Dziś and the component
// kit read from here, so that the first screen does not wait for the rooms' texts; rooms read theirs
// (attendanceTexts.ts and its siblings).
import { switchLanguage } from './language.ts';
import type { Language } from './language.ts';
import type { catalogue as wholePolish } from './pl/catalogue.ts';
import { firstTexts as polish } from './pl/firstTexts.ts';

type Whole = typeof wholePolish;

// English is one chunk with all areas, loaded when it is chosen.
let english: Whole | undefined;
const listeners = new Set<() => void>();

/** The texts in the current language. Read it at render time, never at module load. */
export const t = (): typeof polish => english ?? polish;

/** All English texts while English is spoken; only for the rooms' texts. */
export const spokenEnglish = (): Whole | undefined => english;

const load = async (language: Language): Promise<Whole | undefined> => {
  switch (language) {
    case 'pl':
      return undefined;
    case 'en':
      return (await import('./en/catalogue.ts')).catalogue;
  }
};

/** Switches when the texts are there; rejects, with the language unchanged, when they cannot be loaded. */
export const setLanguage = async (language: Language): Promise<void> => {
  english = await load(language);
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
