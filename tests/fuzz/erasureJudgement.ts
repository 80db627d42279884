// [G8] What has to be true of a run in which people were erased: who was is erased in the register that stands, nobody else
// is, and what was known of them lies in no byte of the relay or of a device that may still read the register.

import { isErasedPerson } from '../../src/documents/erasedPersons.ts';
import { rootMap } from '../../src/documents/roots.ts';
import { type DocumentName, isEarlierEpoch } from '../../src/schema/documentName.ts';
import { bytesOfFolder } from '../sync/everyByte.ts';
import type { Crew } from './cast.ts';
import { NAMES } from './editing.ts';
import { standing } from './epochs.ts';
import { secretsOf } from './erasures.ts';
import type { Game } from './game.ts';
import { inTab, serverDocument } from './judgement.ts';

export async function judgeErasures(game: Game): Promise<void> {
  const store = game.relay.stores?.store;
  const { erasures } = game.editing;
  if (store === undefined || erasures.length === 0) return;
  const name = await standing(store, NAMES.register);
  const register = await serverDocument(store, name);
  // Whoever is erased in one of the two is, or is not.
  if (game.epochs.isForked(register)) return;
  const asked = new Set<string>(erasures.map(({ person }) => person));
  for (const { person, told, restores } of erasures) {
    // What the server alone knew goes with an older backup.
    const isOwed = told === 'erased' || (told === 'erasedAtServer' && restores === game.restores);
    if (isOwed && !isErasedPerson(register, person)) game.violate(`[G8] ${person} is not erased in ${name}`);
  }
  const erased = [...rootMap(register, 'persons').keys()].filter((key) => isErasedPerson(register, key));
  for (const person of erased) if (!asked.has(person)) game.violate(`[G8] nobody asked to erase ${person}`);
  const secrets = erased.flatMap((person) =>
    secretsOf(person, game.editing).map((secret) => ({ person, text: secret.toString('latin1') })),
  );
  const judge = (where: string, bytes: string): void => {
    for (const { person, text } of secrets)
      if (bytes.includes(text)) game.violate(`[G8] ${where} still holds ${text} of ${person}`);
  };
  judge('the server', bytesOfFolder(game.relay.dataFolder, { recursive: false }));
  for (const crew of game.crew) {
    if (await keepsFormer(game, crew, name)) game.count('devicesLeftBehind');
    else judge(crew.device.name, (await game.loop.until(crew.device.disk.bytes(), 60_000)) ?? '');
  }
  game.count('erasuresJudged');
}

/** Who may not read the register any more is told of no rebuilding, and keeps what they have. */
async function keepsFormer(game: Game, crew: Crew, name: DocumentName): Promise<boolean> {
  const [tab] = crew.device.tabs;
  if (tab === undefined || (await game.rightOn(crew, NAMES.register)) !== 'none') return false;
  const present = await inTab(game, tab, () => tab.db.documents.toCollection().primaryKeys());
  return present.some((each) => isEarlierEpoch(each, name));
}
