// The load of the benchmark: sockets that send one edit after another and wait for each receipt, and pairs of sockets of which
// one hears what the other writes.

import { asId, type PartnershipId } from '../../../src/domain/ids.ts';
import { type DocumentName, documentName } from '../../../src/schema/documentName.ts';
import type { TestDevice } from '../../sync-server/testDevice.ts';
import { Line } from '../../sync-server/testLine.ts';

/** About what one batch of typing takes. */
const TYPED = 'Plan rozwoju ';

interface Writer {
  readonly device: TestDevice;
  readonly name: DocumentName;
  readonly line: Line;
}

async function writerAt(device: TestDevice, name: DocumentName): Promise<Writer> {
  const writer = { device, name, line: await Line.open(device) };
  await edit(writer);
  return writer;
}

/** Sends one edit; resolves with the milliseconds until its receipt. */
async function edit({ device, name, line }: Writer): Promise<number> {
  const replica = device.replica(name);
  replica.doc.getText('t').insert(0, TYPED);
  const sent = replica.waiting.length;
  const began = performance.now();
  line.exchange(device, name);
  const [document] = (await line.exchanged()).documents;
  if (document?.result.kind !== 'receipt') throw new Error(`no receipt: ${JSON.stringify(document?.result)}`);
  const took = performance.now() - began;
  replica.waiting.splice(0, sent);
  device.take(replica, document.update, document.cursor);
  return took;
}

function benchDocument(index: number): DocumentName {
  return documentName('partnership', asId<PartnershipId>(`bench${index}`));
}

/** Milliseconds of every receipt that so many sockets, each with its document, were given in so many seconds. */
export async function receipts(
  ports: readonly number[],
  librarian: TestDevice,
  sockets: number,
  seconds: number,
): Promise<{ readonly times: readonly number[]; readonly seconds: number }> {
  const writers: Writer[] = [];
  for (let index = 0; index < sockets; index += 1) {
    const port = ports[index % ports.length] ?? 0;
    writers.push(await writerAt(librarian.movedTo(port), benchDocument(index)));
  }
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  await Promise.all(
    writers.map(async (writer) => {
      while (performance.now() < until) times.push(await edit(writer));
    }),
  );
  const took = (performance.now() - began) / 1_000;
  for (const { line } of writers) line.end();
  return { times, seconds: took };
}

/** Milliseconds from the sending of an edit at one node until it is heard at another (at the same one, where there is one). */
export async function fanoutTimes(
  ports: readonly number[],
  librarian: TestDevice,
  edits: number,
): Promise<readonly number[]> {
  const name = benchDocument(0);
  const [here = 0, there = here] = ports;
  const writer = await writerAt(librarian.movedTo(here), name);
  const reader = await writerAt(librarian.movedTo(there), name);
  // The reader's own first edit.
  await writer.line.next();
  const times: number[] = [];
  for (let count = 0; count < edits; count += 1) {
    const began = performance.now();
    const heard = reader.line.next().then(() => performance.now() - began);
    await edit(writer);
    times.push(await heard);
  }
  for (const { line } of [writer, reader]) line.end();
  return times;
}
