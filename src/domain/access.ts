// Who may read and write which kind of document: the one table that the server enforces and the client shows.
// Source: architecture, section 1.

/** Added to at the end, never reordered: the position is the number on the wire. */
export const DOCUMENT_KINDS = ['programme', 'partnership', 'register', 'support', 'mediation'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Roles: programme staff (koordynator), animator, librarian (bibliotekarka), partner. */
export const ROLES = ['coordinator', 'facilitator', 'librarian', 'partner'] as const;
export type Role = (typeof ROLES)[number];

/** `write` includes `read`. */
export type Right = 'none' | 'read' | 'write';

const TABLE: Readonly<Record<DocumentKind, Readonly<Record<Role, Right>>>> = {
  programme: { coordinator: 'write', facilitator: 'read', librarian: 'read', partner: 'read' },
  partnership: { coordinator: 'read', facilitator: 'write', librarian: 'write', partner: 'write' },
  register: { coordinator: 'none', facilitator: 'write', librarian: 'write', partner: 'none' },
  support: { coordinator: 'read', facilitator: 'write', librarian: 'write', partner: 'none' },
  // A mediation document is open only to those named in it; the server checks the names, this table grants nothing.
  mediation: { coordinator: 'none', facilitator: 'none', librarian: 'none', partner: 'none' },
};

/** Kinds that hold what people may ask to have erased: they alone are ever rebuilt under a new epoch. */
export function isRebuilt(kind: DocumentKind): boolean {
  return kind === 'register';
}

/** The right of one role on one kind of document. */
export function rightOf(role: Role, kind: DocumentKind): Right {
  return TABLE[kind][role];
}

/** The strongest right among several roles of one member; `none` for a member without roles. */
export function strongestRight(roles: readonly Role[], kind: DocumentKind): Right {
  const rights = roles.map((role) => rightOf(role, kind));
  if (rights.includes('write')) return 'write';
  return rights.includes('read') ? 'read' : 'none';
}

/** The roles that a member with `role` may invite to the same scope. Everybody may link their own second device. */
export function mayInvite(role: Role): readonly Role[] {
  switch (role) {
    case 'coordinator':
      return ['coordinator', 'facilitator', 'librarian'];
    case 'facilitator':
      return ['partner'];
    case 'librarian':
      return ['librarian', 'facilitator', 'partner'];
    case 'partner':
      return [];
  }
}

/** Roles in the programme that may begin a partnership: whoever first sends one becomes its librarian. */
export function mayFoundPartnership(role: Role): boolean {
  return role !== 'partner';
}
