// Which language is spoken now. Loading the texts is firstTexts.ts's; remembering the choice is the app's.

export type Language = 'pl' | 'en';

export const languages: readonly Language[] = ['pl', 'en'];

let current: Language = 'pl';

export const currentLanguage = (): Language => current;

/** Only for firstTexts.ts, which makes sure that the texts are there first. */
export const switchLanguage = (language: Language): void => {
  current = language;
};
