// Choosing whom to invite: everybody known, by organisation, with all at once.

import { useMemo, useState } from 'preact/hooks';
import type { MeetingId, PersonId } from '../../../domain/ids.ts';
import { hrefOf } from '../../../domain/places.ts';
import { foldPolish } from '../../../domain/text/foldPolish.ts';
import { searchMatches } from '../../../domain/text/searchMatches.ts';
import type { Device } from '../../../storage/device.ts';
import type { AttendanceListRows } from '../../../storage/queries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { NotStored } from '../../../ui/feedback/NotStored.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { SearchField } from '../../../ui/fields/SearchField.tsx';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import type { MeetingActions } from '../meetingActions.ts';
import styles from './Meeting.module.css';
import { invitationChanges, invitationGroups, invitedIds } from './invitedPeople.ts';

export interface InviteDialogProps {
  readonly device: Device;
  readonly rows: AttendanceListRows;
  readonly meetingId: MeetingId;
  readonly actions: MeetingActions;
  readonly onClose: () => void;
}

export function InviteDialog({ device, rows, meetingId, actions, onClose }: InviteDialogProps) {
  const texts = t().meetings;
  const groups = useMemo(() => invitationGroups(rows), [rows]);
  // What stood when the dialog was opened: an invitation made elsewhere meanwhile is not taken back by this choice.
  const [before] = useState(() => invitedIds(rows));
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(before);
  const [query, setQuery] = useState('');
  const { state, save } = useSaving();

  const all = groups.flatMap((group) => group.people.map(({ person }) => person.id));
  const set = (ids: readonly PersonId[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const store = async (): Promise<void> => {
    const { invited, takenBack } = invitationChanges(before, chosen);
    const isStored = await save(async () => {
      if (invited.length > 0) await actions.invite(meetingId, invited, true);
      if (takenBack.length > 0) await actions.invite(meetingId, takenBack, false);
    });
    if (isStored) onClose();
  };

  if (all.length === 0) {
    return (
      <Dialog open title={texts.invite} onClose={onClose}>
        <EmptyState
          icon="people"
          title={t().partnership.noPartners}
          action={
            <Button variant="primary" icon="upload" href={hrefOf({ kind: 'importList', meetingId })}>
              {t().partnership.bringIn}
            </Button>
          }
        >
          {t().partnership.noPartnersText}
        </EmptyState>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      title={texts.invite}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            busy={state.kind === 'saving'}
            onClick={() => {
              store().catch(device.reportFailure);
            }}
          >
            {texts.saveInvited(chosen.size)}
          </Button>
          <Button onClick={onClose}>{t().common.cancel}</Button>
        </>
      }
    >
      <SearchField label={t().partnership.searchPartners} value={query} onChange={setQuery} />
      <Checkbox
        label={<strong>{texts.inviteAll}</strong>}
        checked={all.every((id) => chosen.has(id))}
        onChange={(isChosen) => set(all, isChosen)}
      />
      {groups.map((group) => {
        const organisation = group.organisation ?? t().partnership.unaffiliated;
        const people = group.people.filter(({ person }) =>
          searchMatches(foldPolish(`${person.name} ${organisation}`), query),
        );
        if (people.length === 0) return null;
        const ids = people.map(({ person }) => person.id);
        return (
          <div key={group.key} class={styles['group']} role="group" aria-label={organisation}>
            <Checkbox
              label={<strong>{organisation}</strong>}
              checked={ids.every((id) => chosen.has(id))}
              onChange={(isChosen) => set(ids, isChosen)}
            />
            <div class={styles['members']}>
              {people.map(({ person, current }) => (
                <Checkbox
                  key={person.id}
                  label={[person.name, current[0]?.role].filter(Boolean).join(', ')}
                  checked={chosen.has(person.id)}
                  onChange={(isChosen) => set([person.id], isChosen)}
                />
              ))}
            </div>
          </div>
        );
      })}
      <NotStored state={state} />
    </Dialog>
  );
}
