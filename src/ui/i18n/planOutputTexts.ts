// The texts of the plan's files, with those of the first load: they come with its code.
import { spokenEnglish } from './firstTexts.ts';
import { firstTexts } from './pl/firstTexts.ts';
import { planOutputs } from './pl/planOutputs.ts';

const polish = { ...firstTexts, planOutputs };

/** The texts in the current language. Read it when a file is written, never at module load. */
export const t = (): typeof polish => spokenEnglish() ?? polish;
