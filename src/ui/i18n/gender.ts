// Polish forms that depend on a person's grammatical gender. It is used only where the person told it; it is never
// guessed from a name, and the neutral form must read well by itself ("Jest", not "Obecny/a").

export type GrammaticalGender = 'feminine' | 'masculine' | 'unknown';

export type GenderForms = Readonly<Record<GrammaticalGender, string>>;

export const gendered = (gender: GrammaticalGender, forms: GenderForms): string => forms[gender];
