// What a form changes: the fields that differ from what stood there when it was opened. The others may have been changed by
// somebody else meanwhile, and are theirs.

export function changedFields<Fields extends object>(
  before: { readonly [Key in keyof Fields]: unknown },
  after: Fields,
): Partial<Fields> {
  const changed: Partial<Fields> = {};
  for (const key in after) if (before[key] !== after[key]) changed[key] = after[key];
  return changed;
}
