// The texts of the recovery screen, with those of the first load: they come with its code.
import { spokenEnglish } from './firstTexts.ts';
import { firstTexts } from './pl/firstTexts.ts';
import { recovery } from './pl/recovery.ts';

const polish = { ...firstTexts, recovery };

/** The texts in the current language. Read it at render time, never at module load. */
export const t = (): typeof polish => spokenEnglish() ?? polish;
