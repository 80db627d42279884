// A document as the relay gives it to a client that begins with nothing and then asks for what has come since. It sends nothing,
// not even the incarnation it knows, so that no reading brings back what the relay has lost.

import * as Y from 'yjs';
import type { DocumentName } from '../../../src/schema/documentName.ts';
import type { DocumentRequest } from '../../../src/schema/wire.ts';
import type { TestDevice } from '../../sync-server/testDevice.ts';

const NOTHING = new Uint8Array();

export class Reading {
  readonly #device: TestDevice;
  readonly #name: DocumentName;
  readonly #doc = new Y.Doc();
  #cursor = 0;

  constructor(member: TestDevice, name: DocumentName) {
    this.#device = member.movedTo(member.port);
    this.#name = name;
  }

  /** Everything that is there of it. */
  async keys(): Promise<ReadonlySet<string>> {
    for (;;) {
      const [document] = (await this.#device.exchange([this.#request()])).documents;
      if (document === undefined) throw new Error(`no answer for ${this.#name}`);
      if (document.update.length > 0) Y.applyUpdateV2(this.#doc, document.update);
      this.#cursor = document.cursor;
      if (document.completeness === 'whole') return new Set(this.#doc.getMap('test').keys());
    }
  }

  #request(): DocumentRequest {
    const stateVector = this.#cursor === 0 ? NOTHING : Y.encodeStateVector(this.#doc);
    return { name: this.#name, cursor: this.#cursor, stateVector, update: NOTHING };
  }
}
