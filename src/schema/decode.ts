// Reading raw values field by field: what is missing or of another type becomes the stated default, never an exception.
// Records come from merged documents, so a decoder meets values of older, newer and broken writers.

/** The plain fields of one record, as they stand in a document. */
export type RawRecord = Readonly<Record<string, unknown>>;

export function textField(raw: unknown): string {
  return typeof raw === 'string' ? raw : '';
}

/** The entries of a list; none for anything that is no list. */
export function listField(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? raw : [];
}

export function flagField(raw: unknown): boolean {
  return raw === true;
}

export function numberField(raw: unknown, fallback: number): number {
  return typeof raw === 'number' && Number.isFinite(raw) ? raw : fallback;
}

/** The value when it is one of the listed, otherwise the fallback. */
export function choiceField<Choice extends string>(
  raw: unknown,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  return choices.find((choice) => choice === raw) ?? fallback;
}

export function isRawRecord(raw: unknown): raw is RawRecord {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) && !(raw instanceof Uint8Array);
}
