import { digest as browserDigest } from '../../node_modules/lib0/hash/sha256.js';
import { describe, expect, it } from 'vitest';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { grantedDocuments, listDigest, withoutEpoch } from '../../src/schema/followed.ts';

const zalesie = asId<PartnershipId>('zalesie');
const bory = asId<PartnershipId>('bory');

describe('the list of documents that grants open', () => {
  it('is the same whatever the order and repetition of the grants', () => {
    const one = grantedDocuments([
      { scope: zalesie, role: 'librarian' },
      { scope: bory, role: 'partner' },
    ]);
    const other = grantedDocuments([
      { scope: bory, role: 'partner' },
      { scope: zalesie, role: 'facilitator' },
      { scope: zalesie, role: 'librarian' },
      { scope: 'programme', role: 'coordinator' },
    ]);
    expect(one).toEqual([
      'partnership:bory@0',
      'partnership:zalesie@0',
      'register:zalesie@0',
      'support:zalesie@0',
    ]);
    expect(other).toEqual(one);
  });

  it('keeps its digest: device and server reckon it each on its own, the browser by other code', () => {
    const list = grantedDocuments([{ scope: zalesie, role: 'librarian' }]);
    const text = new TextEncoder().encode(list.join('\n'));
    expect(Buffer.from(listDigest(list)).toString('hex')).toBe('0f8650acf9c81542');
    expect(Buffer.from(browserDigest(text)).toString('hex').slice(0, 16)).toBe('0f8650acf9c81542');
    expect(listDigest([]).join()).not.toBe(listDigest(list).join());
    expect(list.map(withoutEpoch)).toEqual(['partnership:zalesie', 'register:zalesie', 'support:zalesie']);
  });
});
