// The texts of the attendance room, with those of the first load: they come with its code.
import { spokenEnglish } from './firstTexts.ts';
import { attendance } from './pl/attendance.ts';
import { meetings } from './pl/meetings.ts';
import { signing } from './pl/signing.ts';
import { firstTexts } from './pl/firstTexts.ts';

const polish = { ...firstTexts, attendance, meetings, signing };

/** The texts in the current language. Read it at render time, never at module load. */
export const t = (): typeof polish => spokenEnglish() ?? polish;
