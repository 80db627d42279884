// A day of a partner without internet on the large plan: 500 edits, most of them letters in two texts, each a commit of its
// own. In the form in which the comparison of visits sends it, by the product and by the peer.

import * as Y from 'yjs';
import { randomId } from '../../../src/app/device/openDevice.ts';
import { LOCAL_ORIGIN } from '../../../src/documents/roots.ts';
import type { OrganisationId } from '../../../src/domain/ids.ts';
import { asInstant } from '../../../src/domain/time.ts';
import { documentName } from '../../../src/schema/documentName.ts';
import { randomOf } from '../../sync/random.ts';
import { type Visit, wordsOf } from '../visit/content.ts';
import { MEASURED, type PlanHistory, paragraphText, rowEdit, type Step, typeLetter } from './history.ts';

const DAY = { letters: 440, rows: 60 } as const;
/** Letters at one place before the person goes on elsewhere. */
const AT_ONE_PLACE = 44;
const BEGAN = Date.parse('2026-11-20T08:00:00Z');

/** The plan is a new partnership each time, so that each run begins it at its server. */
export function dayOf(history: PlanHistory, seed: number): Visit {
  const id = randomId<PlanHistory['id']>();
  const partnership = documentName('partnership', id);
  const random = randomOf(seed);
  const whole = Y.encodeStateAsUpdateV2(history.doc);
  const by = { name: 'Ewa Maj', organisationId: randomId<OrganisationId>() };
  const steps: readonly Step[] = [
    ...wordsOf(random.next, DAY.letters)
      .split('')
      .map((letter, index): Step => {
        const paragraph = Math.floor(index / AT_ONE_PLACE) % 4;
        const section = index * 2 < DAY.letters ? MEASURED : 'promotion';
        return ({ doc }) =>
          doc.transact(
            () => typeLetter(doc, section, paragraph, paragraphText(doc, section, paragraph).length, letter),
            LOCAL_ORIGIN,
          );
      }),
    ...Array.from({ length: DAY.rows }, () => rowEdit(random, history.rows)),
  ];
  return {
    partnership,
    register: documentName('register', id),
    before: [{ name: partnership, run: (doc) => Y.applyUpdateV2(doc, whole, LOCAL_ORIGIN) }],
    steps: steps.map((step, index) => [
      {
        name: partnership,
        run: (doc) => step({ doc, hand: () => ({ at: asInstant(BEGAN + index * 60_000), by }) }),
      },
    ]),
  };
}
