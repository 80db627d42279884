// People at the plan by what they do, each once, however many devices they have it open on.

import type { Present } from '../text/presence.ts';

export interface WhoDoesWhat {
  /** Whose caret stands in a text. */
  readonly editing: readonly Present[];
  readonly here: readonly Present[];
}

export function whoDoesWhat(present: readonly Present[]): WhoDoesWhat {
  const people = new Map<string, Present>();
  for (const each of present.toSorted((a, b) => a.client - b.client)) {
    const key = `${each.organisationId} ${each.name}`;
    const known = people.get(key);
    if (known === undefined || (known.selected === undefined && each.selected !== undefined))
      people.set(key, each);
  }
  const all = [...people.values()];
  return {
    editing: all.filter(({ selected }) => selected !== undefined),
    here: all.filter(({ selected }) => selected === undefined),
  };
}
