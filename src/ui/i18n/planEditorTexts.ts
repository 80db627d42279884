// The texts of the plan's text editor, with those of the first load: they come with its code.
import { spokenEnglish } from './firstTexts.ts';
import { firstTexts } from './pl/firstTexts.ts';
import { planEditor } from './pl/planEditor.ts';

const polish = { ...firstTexts, planEditor };

/** The texts in the current language. Read it at render time, never at module load. */
export const t = (): typeof polish => spokenEnglish() ?? polish;
