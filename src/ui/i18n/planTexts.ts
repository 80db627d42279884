// The texts of the plan, with those of the first load: they come with its code.
import { spokenEnglish } from './firstTexts.ts';
import { firstTexts } from './pl/firstTexts.ts';
import { plan } from './pl/plan.ts';
import { planGuides } from './pl/planGuides.ts';
import { planTogether } from './pl/planTogether.ts';
import { planWork } from './pl/planWork.ts';

const polish = { ...firstTexts, plan, planGuides, planTogether, planWork };

/** The texts in the current language. Read it at render time, never at module load. */
export const t = (): typeof polish => spokenEnglish() ?? polish;
