// Of an update that comes again with more, since a receipt was lost: what the log does not hold yet, as an update of its own.

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Coverage } from './coverage.ts';
import type { ClockRange, UpdateContent } from './updateContent.ts';

/** `content` is that of the update. What is left is never less than what is new. */
export function whatIsNew(update: Uint8Array, { deleted }: UpdateContent, coverage: Coverage): Uint8Array {
  const ofClients = [...Map.groupBy(deleted, ({ client }) => client).values()];
  // Yjs writes none like it, and would write it wrongly.
  if (!ofClients.every(isAscending)) return update;
  const cut = Y.diffUpdateV2(update, coverage.stateVector());
  const lacking = ofClients.map((ranges) => ranges.flatMap((range) => coverage.lackingDeletions(range)));
  const whole = encodeDeletions(ofClients);
  const start = cut.length - whole.length;
  // Deletions are what an update ends with, in one order wherever Yjs has written it, as it has just now.
  if (!whole.every((byte, index) => cut[start + index] === byte)) return cut;
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, cut.subarray(0, start));
    encoding.writeUint8Array(encoder, encodeDeletions(lacking));
  });
}

function isAscending(ranges: readonly ClockRange[]): boolean {
  return ranges.every(({ clock }, index) => {
    const before = ranges[index - 1];
    return before === undefined || clock >= before.clock + before.length;
  });
}

/** As in the v2 format; a list for each client. */
function encodeDeletions(ofClients: readonly (readonly ClockRange[])[]): Uint8Array {
  const lists = ofClients.flatMap((ranges) => (ranges[0] ? [{ client: ranges[0].client, ranges }] : []));
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, lists.length);
    for (const { client, ranges } of lists.toSorted((a, b) => b.client - a.client)) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      let end = 0;
      for (const { clock, length } of ranges) {
        encoding.writeVarUint(encoder, clock - end);
        encoding.writeVarUint(encoder, length - 1);
        end = clock + length;
      }
    }
  });
}
