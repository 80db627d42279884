// The texts of printing, with those of the first load: they come with its code.
import { spokenEnglish } from './firstTexts.ts';
import { attendance } from './pl/attendance.ts';
import { meetings } from './pl/meetings.ts';
import { outputs } from './pl/outputs.ts';
import { firstTexts } from './pl/firstTexts.ts';

const polish = { ...firstTexts, attendance, meetings, outputs };

/** The texts in the current language. Read it at render time, never at module load. */
export const t = (): typeof polish => spokenEnglish() ?? polish;
