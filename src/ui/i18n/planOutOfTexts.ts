// The texts of the plan's ways out and in, with those of the plan: they come with the code of these dialogs.
import { spokenEnglish } from './firstTexts.ts';
import { firstTexts } from './pl/firstTexts.ts';
import { plan } from './pl/plan.ts';
import { planOutOf } from './pl/planOutOf.ts';
import { planWork } from './pl/planWork.ts';

const polish = { ...firstTexts, plan, planOutOf, planWork };

/** The texts in the current language. Read it at render time, never at module load. */
export const t = (): typeof polish => spokenEnglish() ?? polish;
