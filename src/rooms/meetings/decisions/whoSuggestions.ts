// Who could do what was decided: organisations and people whose name begins like what is typed. Pure.

import { foldPolish } from '../../../domain/text/foldPolish.ts';
import { searchMatches } from '../../../domain/text/searchMatches.ts';

export interface Named {
  readonly name: string;
  readonly isHidden: boolean;
}

/** Organisations first, each name once, nothing that is typed already in full. */
export function whoSuggestions(
  typed: string,
  organisations: readonly Named[],
  persons: readonly Named[],
  most = 5,
): readonly string[] {
  const names = [...organisations, ...persons].filter(
    ({ name, isHidden }) => !isHidden && name !== typed && searchMatches(foldPolish(name), typed),
  );
  return [...new Set(names.map(({ name }) => name))].slice(0, most);
}
