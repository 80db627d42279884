// Section 3: each partner with its interests, what it expects and what it brings; then those who are still missing.

import type { OrganisationId, PartnerNoteId } from '../../../domain/ids.ts';
import { compareOrder } from '../../../domain/order.ts';
import type { OrganisationStatus, PartnerOrganisation } from '../../../domain/organisation.ts';
import { hrefOf } from '../../../domain/places.ts';
import { PARTNER_NOTE_KINDS, type PartnerNote } from '../../../domain/plan/partnerNote.ts';
import { type PlanEntries, type PlanEntry, watchPlan } from '../../../storage/planQueries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Avatar } from '../../../ui/display/Avatar.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { useObservable } from '../../../ui/useObservable.ts';
import { choosableOrganisations, organisationName } from '../organisationName.ts';
import type { PlanWork } from '../planWork.ts';
import { AddedRows } from '../rows/AddedRows.tsx';
import { RowList } from '../rows/RowList.tsx';
import { addRow } from '../rows/rowActions.ts';
import styles from './Partners.module.css';

export interface PartnersSectionProps {
  readonly work: PlanWork;
  readonly organisations: readonly PartnerOrganisation[];
}

export function PartnersSection({ work, organisations }: PartnersSectionProps) {
  const observed = useObservable<PlanEntries<'partnerNotes'>>(
    () => watchPlan(work.device.db, work.partnershipId, ['partnerNotes']),
    [work.device.db, work.partnershipId],
  );
  if (observed.kind === 'loading') return null;
  if (observed.kind === 'failed') return <p role="alert">{t().problems.unreadable}</p>;
  return <Partners work={work} organisations={organisations} notes={observed.value.partnerNotes} />;
}

interface PartnersProps extends PartnersSectionProps {
  readonly notes: readonly PlanEntry<'partnerNotes'>[];
}

function Partners({ work, organisations, notes }: PartnersProps) {
  const texts = t().plan;
  const choosable = choosableOrganisations(organisations);
  const inPartnership = choosable.filter(({ status }) => status !== 'potential');
  const potential = choosable.filter(({ status }) => status === 'potential');
  // Whose organisation was taken off the list, or has left: what was written of it stays, and says whose it was.
  const others = [
    ...new Set(notes.flatMap(({ organisationId, isHidden }) => (isHidden ? [] : [organisationId]))),
  ].filter((id) => !choosable.some((each) => each.id === id));
  const card = (id: OrganisationId) => (
    <PartnerCard
      key={id}
      work={work}
      organisations={organisations}
      organisationId={id}
      notes={notes.filter(({ organisationId }) => organisationId === id)}
    />
  );
  const toPartners = (
    <Button icon="people" href={hrefOf({ kind: 'partners' })}>
      {texts.addOrganisation}
    </Button>
  );
  return (
    <>
      {inPartnership.length === 0 && (
        <EmptyState icon="people" title={texts.noOrganisations} action={toPartners}>
          {texts.noOrganisationsText}
        </EmptyState>
      )}
      {inPartnership.map(({ id }) => card(id))}
      {others.map(card)}
      <h2 class={styles['heading']}>{texts.potentialPartners}</h2>
      <p class={styles['soft']}>{texts.potentialText}</p>
      {potential.map(({ id }) => card(id))}
      {inPartnership.length > 0 && <div>{toPartners}</div>}
    </>
  );
}

interface PartnerCardProps extends PartnersProps {
  readonly organisationId: OrganisationId;
}

function PartnerCard({ work, organisations, organisationId, notes }: PartnerCardProps) {
  const texts = t().plan;
  const name = organisationName(organisations, organisationId);
  const status: OrganisationStatus | undefined = organisations.find(
    ({ id }) => id === organisationId,
  )?.status;
  return (
    <Card
      title={
        <span class={styles['title']}>
          <Avatar id={organisationId} name={name} small />
          <span>{name}</span>
        </span>
      }
      aside={status === 'left' && texts.formerPartner}
    >
      {PARTNER_NOTE_KINDS.map((kind) => (
        <NotesOfKind
          key={kind}
          work={work}
          organisationId={organisationId}
          name={name}
          kind={kind}
          notes={notes.filter((note) => note.kind === kind)}
        />
      ))}
    </Card>
  );
}

interface NotesOfKindProps {
  readonly work: PlanWork;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly kind: PartnerNote['kind'];
  readonly notes: readonly PlanEntry<'partnerNotes'>[];
}

function NotesOfKind({ work, organisationId, name, kind, notes }: NotesOfKindProps) {
  const texts = t().plan;
  const label = texts.newNote(texts.noteKinds[kind], name);
  return (
    <AddedRows
      level={3}
      title={texts.noteKinds[kind]}
      label={label}
      hint={texts.noteQuestions[kind]}
      button={t().common.add}
      isReadOnly={work.readOnly !== undefined}
      onAdd={(text) => {
        const id = work.device.newId<PartnerNoteId>();
        const list = notes.filter(({ isHidden }) => !isHidden).toSorted(compareOrder);
        return addRow(work, 'partnerNotes', list, (order) => ({ id, order, organisationId, kind, text }));
      }}
    >
      <RowList work={work} root="partnerNotes" label={label} rows={notes} textLabel={texts.noteKinds[kind]} />
    </AddedRows>
  );
}
