// What a printed list says of its own state: open, sealed, corrected, or changed since; always with its fingerprint, so that
// the paper can be compared with what a device shows.

import type { Meeting } from '../domain/meeting.ts';
import { type Fingerprint, type SealState, spellFingerprint } from '../domain/seal.ts';
import type { ListWords } from './listDocument.ts';

export interface ListStateFacts {
  readonly meeting: Meeting;
  readonly fingerprint: Fingerprint;
  readonly seal: SealState;
  readonly present: number;
  /** Whether a row of the list was recorded or changed after closing and bears an asterisk. */
  readonly hasCorrections: boolean;
}

export function listStateText(facts: ListStateFacts, words: ListWords): string {
  const sentences = [sealText(facts, words)];
  if (facts.meeting.state === 'closed') sentences.push(words.state.present(facts.present));
  if (facts.hasCorrections) sentences.push(words.state.asterisk);
  return sentences.join(' ');
}

function sealText({ meeting, fingerprint, seal }: ListStateFacts, words: ListWords): string {
  const own = spellFingerprint(fingerprint);
  switch (seal.kind) {
    case 'unsealed':
      return meeting.state === 'closed' ? words.state.sealMissing(own) : words.state.open(own);
    case 'sealed':
      return words.state.sealed(words.formatDateTime(seal.seal.at), seal.seal.by, own);
    case 'corrected':
      return [
        words.state.closedFirst(words.formatDateTime(seal.first.at)),
        words.state.corrected(words.formatDateTime(seal.seal.at), seal.seal.by, seal.seal.reason, own),
      ].join(' ');
    case 'changed':
      return words.state.changed(
        words.formatDateTime(seal.seal.at),
        spellFingerprint(seal.seal.fingerprint),
        own,
      );
  }
}
