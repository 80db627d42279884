// A server in a few lines, as the wire describes it: an independent model for tests of the client. Can lose its last hours
// (a restored backup), refuse documents, and have a full disk.

import * as Y from 'yjs';
import type { DocumentName } from '../../src/schema/documentName.ts';
import { listDigest } from '../../src/schema/followed.ts';
import type {
  DocumentRefusal,
  DocumentRequest,
  DocumentResponse,
  SyncRequest,
  SyncResponse,
} from '../../src/schema/wire.ts';
import type { ChangedFrame } from '../../src/sync/exchanger.ts';

const NOTHING = new Uint8Array();
const EMPTY = Y.encodeStateAsUpdateV2(new Y.Doc());

export class MemoryRelay {
  incarnation = 'first';
  /** Milliseconds since 1970. */
  time = 1_000;
  requests = 0;
  /** The documents that the member's grants open. */
  granted: readonly DocumentName[] = [];
  readonly refusals = new Map<DocumentName, DocumentRefusal>();
  /** Called with each change that was stored, for those who follow live. */
  onStored: (frame: ChangedFrame) => void = () => undefined;
  #logs = new Map<DocumentName, Uint8Array[]>();

  log(name: DocumentName): readonly Uint8Array[] {
    return this.#logs.get(name) ?? [];
  }

  /** The document as the log has it. */
  content(name: DocumentName): Y.Doc {
    const doc = new Y.Doc();
    for (const row of this.log(name)) Y.applyUpdateV2(doc, row);
    return doc;
  }

  backup(): () => void {
    const kept = new Map([...this.#logs].map(([name, log]) => [name, [...log]]));
    return () => {
      this.#logs = new Map(kept);
      this.incarnation = `${this.incarnation}+`;
    };
  }

  answer(request: SyncRequest): SyncResponse {
    this.requests += 1;
    const isKnown = request.incarnation === this.incarnation;
    const { incarnation, time: serverTime } = this;
    if (!isKnown && request.incarnation !== '') {
      return { incarnation, serverTime, followed: 'none', documents: [] };
    }
    const named = request.documents.map((document) => this.#answerOne(document, document.cursor));
    const { followed, documents } = this.#answerFollowed(request);
    return { incarnation, serverTime, followed, documents: [...named, ...documents] };
  }

  #answerFollowed({ followed, documents }: SyncRequest): Pick<SyncResponse, 'followed' | 'documents'> {
    if (followed === undefined) return { followed: 'none', documents: [] };
    if (listDigest(this.granted).join() !== followed.digest.join())
      return { followed: 'differ', documents: [] };
    const named = new Set(documents.map(({ name }) => name));
    const moved = this.granted.flatMap((name, index) => {
      const cursor = followed.cursors[index] ?? 0;
      if (named.has(name) || this.log(name).length === cursor) return [];
      return [this.#answerOne({ name, cursor, stateVector: NOTHING, update: NOTHING }, cursor)];
    });
    return { followed: 'whole', documents: moved };
  }

  #answerOne({ name, stateVector, update }: DocumentRequest, cursor: number): DocumentResponse {
    const reason = this.refusals.get(name);
    if (reason !== undefined && reason !== 'readOnly')
      return { name, result: { kind: 'refused', reason }, update: NOTHING, cursor, completeness: 'whole' };
    const before = this.log(name).length;
    const isNew = reason === undefined && update.length > 0 && this.#store(name, update);
    const rows = this.log(name).slice(cursor, isNew ? before : undefined);
    const merged = rows.length === 0 ? EMPTY : Y.mergeUpdatesV2(rows);
    const lacking = stateVector.length === 0 ? merged : Y.diffUpdateV2(merged, stateVector);
    return {
      name,
      result: this.#result(name, update, reason),
      update: lacking.length === EMPTY.length ? NOTHING : lacking,
      cursor: this.log(name).length,
      completeness: 'whole',
    };
  }

  #result(
    name: DocumentName,
    update: Uint8Array,
    reason: DocumentRefusal | undefined,
  ): DocumentResponse['result'] {
    if (update.length === 0) return { kind: 'none' };
    return reason === undefined
      ? { kind: 'receipt', seq: this.log(name).length }
      : { kind: 'refused', reason };
  }

  #store(name: DocumentName, update: Uint8Array): boolean {
    const doc = this.content(name);
    const before = Y.snapshot(doc);
    Y.applyUpdateV2(doc, update);
    if (Y.equalSnapshots(before, Y.snapshot(doc))) return false;
    const log = this.#logs.get(name) ?? [];
    this.#logs.set(name, [...log, update]);
    this.onStored({ kind: 'changed', name, after: log.length, cursor: log.length + 1, update });
    return true;
  }
}
