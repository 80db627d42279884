// Whether what was typed can be the text of a row.

/** Characters: a row is one matter. Longer thoughts belong in a section's text. */
export const ROW_TEXT_MAX = 2_000;

export type CheckedRowText =
  | { readonly kind: 'ok'; readonly value: string }
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'tooLong' };

export function checkRowText(typed: string): CheckedRowText {
  const value = typed.trim();
  if (!/[\p{L}\p{N}]/u.test(value)) return { kind: 'refused', reason: 'empty' };
  return value.length > ROW_TEXT_MAX ? { kind: 'refused', reason: 'tooLong' } : { kind: 'ok', value };
}
