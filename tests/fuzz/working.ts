// Somebody at a device of a run: who, in which tab, and what they write there.

import type { DocumentKind } from '../../src/domain/access.ts';
import type { Crew } from './cast.ts';
import { chooseEdit } from './edits.ts';
import type { Game } from './game.ts';
import type { Tab } from './world/device.ts';

export function someCrew({ crew, random }: Game): Crew {
  return random.pick(crew);
}

/** A tab that somebody looks at; opened when there is none. */
export function someTab(game: Game, crew: Crew): Tab {
  if (crew.device.tabs.length > 0) return game.random.pick(crew.device.tabs);
  game.trace(`  opens ${crew.device.name}`);
  return crew.device.openTab();
}

export function editIn(game: Game, crew: Crew, tab: Tab): void {
  // Now and then in a document that the role no longer lets them write: they have not heard of it yet.
  const kinds = game.writableKinds(game.random.below(12) === 0 ? 'librarian' : crew.role);
  editKind(game, crew, tab, kinds.length === 0 ? 'programme' : game.random.pick(kinds));
}

export function editKind(game: Game, crew: Crew, tab: Tab, kind: DocumentKind): void {
  const { changes, made } = chooseEdit(game.editing, crew.device.name, kind);
  game.count('edits');
  game.write(
    tab,
    `${crew.device.name} ${changes.map(({ name }) => name).join('+')} #${game.editing.writes.length}`,
    changes,
    made,
  );
}
