// Erasing people in a run: through a screen, as a librarian does it, while others work offline or erase somebody too.

import { type Erasing, rebuildWithout } from '../../src/documents/rebuildWithout.ts';
import { rightOf } from '../../src/domain/access.ts';
import { asId, type DeviceId, type PersonId } from '../../src/domain/ids.ts';
import { eraseAtServer } from '../../src/sync/erasing.ts';
import type { Crew } from './cast.ts';
import { type Editing, NAMES } from './editing.ts';
import { secretsOf } from './erasures.ts';
import type { Game } from './game.ts';
import type { Erasure } from './ledgerOfTruth.ts';
import { editKind, someTab } from './working.ts';
import type { Device } from './world/device.ts';

/** Some are left to lose. */
const MAX_ERASURES = 4;

export function erase(game: Game): void {
  const able = game.crew.filter(({ role }) => rightOf(role, 'register') === 'write');
  const first = game.random.pick(able);
  for (const other of able) {
    if (other === first) continue;
    const dice = game.random.below(3);
    if (dice === 0) workOffline(game, other);
    if (dice === 1) eraseOn(game, other);
  }
  eraseOn(game, first);
}

/** A tablet in a hall without internet: what is written there meanwhile has to come into the rebuilt register. */
function workOffline(game: Game, crew: Crew): void {
  game.count('partitions');
  crew.device.line.set('down');
  game.trace(`  ${crew.device.name} works offline`);
  editKind(game, crew, someTab(game, crew), 'register');
}

function eraseOn(game: Game, crew: Crew): void {
  const { device } = crew;
  const { editing, random } = game;
  const tab = someTab(game, crew);
  if (editing.erasures.length >= MAX_ERASURES) return;
  const known = editing.persons.filter((person) => secretsOf(person, editing).length > 0);
  const person = random.pick(known.length > 0 ? known : editing.persons);
  const erasure: Erasure = { person, told: undefined, restores: game.restores };
  editing.erasures.push(erasure);
  game.count('erasures');
  game.trace(`  ${device.name} erases ${person}`);
  const reportFailure = (failure: unknown): void => {
    if (tab.process.isAlive) game.report(device.name, failure);
  };
  const rebuild = game.sabotage.rebuild ?? rebuildWithout;
  tab.process
    .run(() =>
      eraseAtServer({
        replicas: tab.ledger.replicas,
        identity: tab.identity,
        http: tab.http,
        name: NAMES.register,
        rebuild: (doc, epoch) => rebuild(doc, erasing(person, epoch, device, editing)),
        reportFailure,
      }),
    )
    .then((result) => {
      if (!tab.process.isAlive) return;
      game.trace(`  ${person} on ${device.name}: ${result.kind === 'failed' ? result.reason : result.kind}`);
      if (result.kind === 'failed') return;
      erasure.told = result.kind;
    })
    .catch(reportFailure);
}

/** No list of a run is sealed as the product seals, so none is sealed anew. */
function erasing(person: PersonId, epoch: number, device: Device, editing: Editing): Erasing {
  return {
    persons: [person],
    at: device.now(),
    epoch,
    lists: [],
    seal: { by: '', deviceId: asId<DeviceId>(device.name), newId: () => editing.newId('seal') },
  };
}
