// What opens above the list at work: one person, their signature, adding somebody, closing. Fetched after the list is drawn.

import type { Presence } from '../../../domain/attendance.ts';
import type { ListRow } from '../../../domain/attendanceView.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { KnownPerson } from '../../../domain/knownPeople.ts';
import type { ListTarget } from '../changes/listWrites.ts';
import type { Newcomer } from '../changes/rowChange.ts';
import { CloseDialog } from '../sealing/CloseDialog.tsx';
import { closeList } from '../sealing/closeList.ts';
import { SignDialog } from '../signing/SignDialog.tsx';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import type { ListActions } from './useListActions.ts';
import type { List } from './useList.ts';
import type { MarksControl } from './useMarks.ts';

/** What stands open above the list. */
export type Open =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'signing'; readonly id: PersonId }
  | { readonly kind: 'adding'; readonly typed: string }
  | { readonly kind: 'closing' };

export interface WorkDialogsProps {
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
  readonly target: ListTarget;
  readonly list: List;
  readonly marks: MarksControl;
  readonly actions: ListActions;
  readonly people: readonly KnownPerson[];
  readonly by: string;
  readonly isReadOnly: boolean;
  /** A row that was changed stays in sight, whatever the filter. */
  readonly onTouched: (id: PersonId) => void;
  readonly onKnown: (id: PersonId) => void;
  /** Somebody new was stored. */
  readonly onAdded: (id: PersonId) => void;
}

export function WorkDialogs(props: WorkDialogsProps) {
  const { open, onOpen, target, list, marks, actions, people, by, isReadOnly, onTouched } = props;
  const { rows } = marks;
  const close = () => onOpen({ kind: 'nothing' });
  const rowOf = (id: PersonId) => rows.find((row) => row.id === id);
  const change = (row: ListRow, run: () => void) => {
    close();
    onTouched(row.id);
    run();
  };
  const add = async (newcomer: Newcomer): Promise<boolean> => {
    const id = target.device.newId<PersonId>();
    const isStored = await actions.addNew(newcomer, id);
    if (isStored) props.onAdded(id);
    return isStored;
  };
  return (
    <>
      <PersonDialog
        row={open.kind === 'person' ? rowOf(open.id) : undefined}
        isEditable={!isReadOnly}
        onClose={close}
        onPresence={(row: ListRow, presence: Presence) =>
          change(row, () => actions.setPresence(row, presence))
        }
        onSign={(row) => onOpen({ kind: 'signing', id: row.id })}
        onVoid={(row) => change(row, () => actions.voidSignature(row))}
      />
      <SignDialog
        device={target.device}
        meetingId={list.meeting.id}
        row={open.kind === 'signing' ? rowOf(open.id) : undefined}
        onClose={close}
        onSigned={actions.sign}
      />
      <AddPersonDialog
        typed={open.kind === 'adding' ? open.typed : undefined}
        rows={rows}
        people={people}
        organisations={list.organisations}
        onClose={close}
        onKnown={props.onKnown}
        onNew={add}
      />
      <CloseDialog
        isOpen={open.kind === 'closing'}
        rows={rows}
        by={by}
        onCancel={close}
        onClose={async (name) => {
          const problem = await closeList(target, list, name, marks.settled);
          if (problem === undefined) close();
          return problem;
        }}
      />
    </>
  );
}
