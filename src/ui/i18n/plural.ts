// Picks the word form that goes with a number ("1 osoba, 2 osoby, 5 osób, 1,5 osoby").
import type { Language } from './language.ts';

/** Polish needs all four: one 1 · few 2 to 4, 22 · many 0, 5 to 21, 25 · other fractions. English needs one and other. */
export type PluralForms = {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
};

const rules = new Map<Language, Intl.PluralRules>();

export const plural = (language: Language, count: number, forms: PluralForms): string => {
  let rule = rules.get(language);
  if (rule === undefined) {
    rule = new Intl.PluralRules(language);
    rules.set(language, rule);
  }
  const category = rule.select(count);
  switch (category) {
    case 'one':
      return forms.one;
    case 'few':
      return forms.few ?? forms.other;
    case 'many':
      return forms.many ?? forms.other;
    case 'zero':
    case 'two':
    case 'other':
      return forms.other;
  }
};
