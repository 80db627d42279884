// Every text a person reads, for the rooms: `t().attendance.title`. Areas are plain objects of strings and of functions
// that return strings, one pair of files an area (pl/, en/). What is loaded with the first screen is in firstTexts.ts.
import { spokenEnglish } from './firstTexts.ts';
import { catalogue as polish } from './pl/catalogue.ts';

/** The texts in the current language. Read it at render time, never at module load. */
export const t = (): typeof polish => spokenEnglish() ?? polish;
