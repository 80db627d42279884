// What an attacker is told, and what it tells in the end. Each runs in a process of its own (attacker.ts).

import type { DocumentName } from '../../../src/schema/documentName.ts';

export type AttackKind =
  | 'randomBytes'
  | 'oversizedFrames'
  | 'tinyUpdates'
  /** No attack: what the next two are measured against. */
  | 'reads'
  | 'readsSlowly'
  | 'neverReads'
  | 'halfOpen';

export interface AttackJob {
  readonly kind: AttackKind;
  readonly port: number;
  /** Of a member with a good session. */
  readonly token: string;
  /** The member may write it. */
  readonly own: DocumentName;
  /** The member may read these, and much is written into them. */
  readonly busy: readonly DocumentName[];
}

export interface AttackReport {
  /** Frames, bodies, connections that were tried. */
  readonly tried: number;
  /** How often it was ended with which close code or status. */
  readonly ended: Readonly<Record<string, number>>;
  /** Sockets that stood when it was told to stop. */
  readonly standing: number;
}

export class AttackCount {
  tried = 0;
  standing = 0;
  readonly #ended: Record<string, number> = {};

  end(how: number | string): void {
    this.#ended[how] = (this.#ended[how] ?? 0) + 1;
  }

  report(): AttackReport {
    return { tried: this.tried, ended: this.#ended, standing: this.standing };
  }
}
