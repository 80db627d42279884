import { describe, expect, it } from 'vitest';
import {
  DOCUMENT_KINDS,
  ROLES,
  mayFoundPartnership,
  mayInvite,
  rightOf,
  strongestRight,
} from '../../src/domain/access.ts';

describe('[G7] the table of rights', () => {
  it('is the one of the architecture, cell by cell', () => {
    const table = Object.fromEntries(
      DOCUMENT_KINDS.map((kind) => [
        kind,
        Object.fromEntries(ROLES.map((role) => [role, rightOf(role, kind)])),
      ]),
    );
    expect(table).toEqual({
      programme: { coordinator: 'write', facilitator: 'read', librarian: 'read', partner: 'read' },
      partnership: { coordinator: 'read', facilitator: 'write', librarian: 'write', partner: 'write' },
      register: { coordinator: 'none', facilitator: 'write', librarian: 'write', partner: 'none' },
      support: { coordinator: 'read', facilitator: 'write', librarian: 'write', partner: 'none' },
      mediation: { coordinator: 'none', facilitator: 'none', librarian: 'none', partner: 'none' },
    });
  });

  it('gives a member with several roles the strongest right, and one without roles none', () => {
    expect(strongestRight(['coordinator', 'partner'], 'partnership')).toBe('write');
    expect(strongestRight(['coordinator'], 'partnership')).toBe('read');
    expect(strongestRight([], 'partnership')).toBe('none');
  });

  it('lets nobody invite to a role above the own one', () => {
    expect(mayInvite('partner')).toEqual([]);
    expect(mayInvite('facilitator')).toEqual(['partner']);
    expect(mayInvite('librarian')).not.toContain('coordinator');
    expect(ROLES.filter(mayFoundPartnership)).toEqual(['coordinator', 'facilitator', 'librarian']);
  });
});
