// What the page about sending tells: how much this device holds, what waits in which partnership, what was refused.

import { type Observable, liveQuery } from 'dexie';
import { parseDocumentName } from '../../schema/documentName.ts';
import { type DeviceDatabase, type RefusedRow, TABLE_NAMES } from '../../storage/database.ts';
import { readRefused } from './watchWaiting.ts';

export interface WaitingIn {
  readonly partnershipId: string;
  /** Empty when the partnership's own data has not arrived. */
  readonly name: string;
  readonly unsent: number;
}

export interface RefusedPiece {
  readonly row: RefusedRow;
  readonly partnershipName: string;
}

export interface WhatIsWhere {
  /** Without the example. */
  readonly partnerships: number;
  readonly hasExample: boolean;
  readonly meetings: number;
  readonly people: number;
  readonly waiting: readonly WaitingIn[];
  readonly refused: readonly RefusedPiece[];
}

/** `unsent` of the example's rows: never sent. */
const NEVER = 2;

export function watchWhatIsWhere(db: DeviceDatabase): Observable<WhatIsWhere> {
  return liveQuery(async () => {
    const own = (table: 'meetings' | 'persons') =>
      db
        .queryTable(table)
        .where('unsent')
        .notEqual(NEVER)
        .filter((row) => !('isHidden' in row) || !row.isHidden)
        .count();
    const [examples, partnerships, meetings, people, refused, ...waiting] = await Promise.all([
      db.partnerships.where('unsent').equals(NEVER).count(),
      db.partnerships.where('unsent').notEqual(NEVER).toArray(),
      own('meetings'),
      own('persons'),
      readRefused(db),
      ...TABLE_NAMES.map((name) => db.queryTable(name).where('unsent').equals(1).toArray()),
    ]);
    const names = new Map<string, string>(partnerships.map(({ id, name }) => [id, name]));
    const counts = new Map<string, number>();
    for (const { partnershipId } of waiting.flat())
      counts.set(partnershipId, (counts.get(partnershipId) ?? 0) + 1);
    return {
      partnerships: partnerships.length,
      hasExample: examples > 0,
      meetings,
      people,
      waiting: [...counts].map(([partnershipId, unsent]) => ({
        partnershipId,
        unsent,
        name: names.get(partnershipId) ?? '',
      })),
      refused: refused.map((row) => ({
        row,
        partnershipName: names.get(parseDocumentName(row.doc)?.id ?? '') ?? '',
      })),
    };
  });
}
