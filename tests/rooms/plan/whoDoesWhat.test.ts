import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { whoDoesWhat } from '../../../src/rooms/plan/presence/whoDoesWhat.ts';
import type { Present } from '../../../src/rooms/plan/text/presence.ts';

const place = new Y.RelativePosition(null, 'section:vision', null);

function present(client: number, name: string, isEditing = false): Present {
  return {
    client,
    name,
    organisationId: name,
    organisation: '',
    section: 'vision',
    selected: isEditing ? { anchor: place, head: place } : undefined,
  };
}

test('a person with the plan open on two devices is one, and edits where one of them has the caret', () => {
  const { editing, here } = whoDoesWhat([present(3, 'Ewa'), present(1, 'Marek'), present(7, 'Ewa', true)]);
  expect(editing.map(({ name }) => name)).toEqual(['Ewa']);
  expect(here.map(({ name }) => name)).toEqual(['Marek']);
});
