// The texts of joining, access, sending and settings, with those of the first load: they come with its code.
import { spokenEnglish } from './firstTexts.ts';
import { identity } from './pl/identity.ts';
import { sending } from './pl/sending.ts';
import { settings } from './pl/settings.ts';
import { firstTexts } from './pl/firstTexts.ts';

const polish = { ...firstTexts, identity, sending, settings };

/** The texts in the current language. Read it at render time, never at module load. */
export const t = (): typeof polish => spokenEnglish() ?? polish;
