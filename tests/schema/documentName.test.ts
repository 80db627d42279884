import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '../../src/domain/access.ts';
import { decodeDocumentName, documentName, parseDocumentName } from '../../src/schema/documentName.ts';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);

describe('names of documents', () => {
  it('hold kind, id and epoch, and give them back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENT_KINDS), id, fc.nat(999_999), (kind, of, epoch) => {
        expect(parseDocumentName(documentName(kind, of, epoch))).toEqual({ kind, id: of, epoch });
      }),
    );
  });

  it('begin at epoch 0', () => {
    expect(documentName('partnership', 'p1')).toBe('partnership:p1@0');
  });

  it.each([
    '',
    'partnership:p1',
    'partnership:@0',
    'partnership:p1@',
    'partnership:p1@01',
    'partnership:p1@-1',
    'partnership:p1@1.5',
    'partnership:p1@9999999',
    'partnerships:p1@0',
    'Partnership:p1@0',
    ' partnership:p1@0',
    'partnership:p1@0\n',
    'partnership:p 1@0',
    'partnership:ż@0',
    `partnership:${'x'.repeat(41)}@0`,
    null,
    7,
  ])('are not found in %j', (raw) => {
    expect(decodeDocumentName(raw)).toBeUndefined();
  });

  it('cannot be made of what is no id', () => {
    expect(() => documentName('partnership', 'p:1')).toThrow('no document name');
    expect(() => documentName('partnership', 'p1', -1)).toThrow('no document name');
  });
});
