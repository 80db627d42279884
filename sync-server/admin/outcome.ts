// What an administrator's command comes to: done, refused with a reason, or faults found. The entry prints it.

export type AdminOutcome =
  | { readonly kind: 'done'; readonly lines: readonly string[] }
  /** Nothing was changed; the message says what to do. */
  | { readonly kind: 'refused'; readonly message: string }
  /** One line a fault. */
  | { readonly kind: 'faults'; readonly faults: readonly string[]; readonly message: string };

export function refusal(message: string): AdminOutcome {
  return { kind: 'refused', message };
}
