import { describe, expect, it } from 'vitest';
import { isPassing, REFUSAL_REASONS } from '../../src/schema/refusal.ts';

describe('reasons of refusal', () => {
  it('keep their place: the position is the number on the wire', () => {
    expect(REFUSAL_REASONS).toEqual([
      'malformed',
      'readOnly',
      'notMember',
      'revoked',
      'tooLarge',
      'epochOver',
      'appTooOld',
      'storageFailed',
    ]);
  });

  it('only a full or broken disk of the server passes by itself', () => {
    expect(REFUSAL_REASONS.filter((reason) => isPassing(reason))).toEqual(['storageFailed']);
  });
});
