// Decoders of JSON values, put together from small ones: untrusted JSON in, a typed value or `undefined` out.
// Leaves what a field means to the modules that use it.

/** Never throws; `undefined` means that the value has another shape. So no shape may hold `undefined` itself. */
export type Decode<Value> = (raw: unknown) => Value | undefined;

/** Text of at least one visible character, trimmed, at most `most` UTF-16 units, without control characters. */
export function text(most: number): Decode<string> {
  return (raw) => {
    if (typeof raw !== 'string') return undefined;
    const trimmed = raw.trim();
    return trimmed !== '' && trimmed.length <= most && !/\p{Cc}/u.test(trimmed) ? trimmed : undefined;
  };
}

export function wholeNumber(least: number, most: number): Decode<number> {
  return (raw) =>
    typeof raw === 'number' && Number.isInteger(raw) && raw >= least && raw <= most ? raw : undefined;
}

export const flag: Decode<boolean> = (raw) => (typeof raw === 'boolean' ? raw : undefined);

export function oneOf<Value extends string>(values: readonly Value[]): Decode<Value> {
  return (raw) => values.find((value) => value === raw);
}

/** `null` stands for "none"; a field that is absent counts as `null`. */
export function nullable<Value>(decode: Decode<Value>): Decode<Value | null> {
  return (raw) => (raw === null || raw === undefined ? null : decode(raw));
}

export function listOf<Value>(decode: Decode<Value>, most: number): Decode<readonly Value[]> {
  return (raw) => {
    if (!Array.isArray(raw) || raw.length > most) return undefined;
    const values: Value[] = [];
    for (const entry of raw) {
      const value = decode(entry);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  };
}

/** An object with these fields; others are left out, so that a newer peer may send more. */
export function object<Shape extends object>(
  fields: { readonly [Key in keyof Shape]: Decode<Shape[Key]> },
): Decode<Shape> {
  return (raw) => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
    const source = new Map(Object.entries(raw));
    const shape: Partial<Shape> = {};
    for (const key in fields) {
      const value = fields[key](source.get(key));
      if (value === undefined) return undefined;
      shape[key] = value;
    }
    // Each field of Shape was decoded above, which the compiler cannot see.
    return shape as Shape;
  };
}

/** The first decoder that accepts. */
export function either<A, B>(first: Decode<A>, second: Decode<B>): Decode<A | B> {
  return (raw) => first(raw) ?? second(raw);
}
