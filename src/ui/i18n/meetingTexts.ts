// The texts of the meetings, with those of the first load: they come with its code.
import { spokenEnglish } from './firstTexts.ts';
import { meetings } from './pl/meetings.ts';
import { partnership } from './pl/partnership.ts';
import { firstTexts } from './pl/firstTexts.ts';

const polish = { ...firstTexts, meetings, partnership };

/** The texts in the current language. Read it at render time, never at module load. */
export const t = (): typeof polish => spokenEnglish() ?? polish;
