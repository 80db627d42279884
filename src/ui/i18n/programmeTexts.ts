// The texts of the programme's room, with those of the first load: they come with its code.
import { spokenEnglish } from './firstTexts.ts';
import { programme } from './pl/programme.ts';
import { firstTexts } from './pl/firstTexts.ts';

const polish = { ...firstTexts, programme };

/** The texts in the current language. Read it at render time, never at module load. */
export const t = (): typeof polish => spokenEnglish() ?? polish;
