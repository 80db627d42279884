// Partnerzy: organisations and the people who speak for them. Adding, correcting, hiding with a way back, merging doubles.

import { useMemo, useState } from 'preact/hooks';
import type { OrganisationId, PartnershipId, PersonId } from '../../domain/ids.ts';
import { filterDirectory, partnerDirectory } from '../../domain/partnerDirectory.ts';
import { type Place, hrefOf } from '../../domain/places.ts';
import type { Device } from '../../storage/device.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Menu } from '../../ui/actions/Menu.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { TickLegend } from '../../ui/display/Tick.tsx';
import { SearchField } from '../../ui/fields/SearchField.tsx';
import { t } from '../../ui/i18n/partnershipTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { Toolbar } from '../../ui/layout/Toolbar.tsx';
import { DirectoryList } from './partners/DirectoryList.tsx';
import { DoublesNotice } from './partners/DoublesNotice.tsx';
import { HiddenRecords } from './partners/HiddenRecords.tsx';
import { MergeDialog } from './partners/MergeDialog.tsx';
import { OrganisationDialog } from './partners/OrganisationDialog.tsx';
import { PersonDialog } from './partners/PersonDialog.tsx';
import { type StatusFilter, StatusFilterField } from './partners/StatusFilterField.tsx';
import { partnerActions } from './partners/partnerActions.ts';
import { type PartnerRows, usePartners } from './partners/usePartners.ts';

export interface PartnersRoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
  /** Whether the person may see and keep the partnership's people and lists; partners may not. */
  readonly mayKeepRegister: boolean;
}

export function PartnersRoom(props: PartnersRoomProps) {
  const observed = usePartners(props.device, props.partnershipId);
  switch (observed.kind) {
    case 'loading':
      return <Page title={t().partnership.partners}>{t().common.loading}</Page>;
    case 'failed':
      return (
        <Page title={t().partnership.partners}>
          <p role="alert">{t().problems.unreadable}</p>
        </Page>
      );
    case 'ready':
      return <Partners {...props} rows={observed.value} />;
  }
}

/** Which dialog is open. */
type Open =
  | { readonly kind: 'none' }
  | { readonly kind: 'organisation'; readonly id: OrganisationId | undefined }
  | {
      readonly kind: 'person';
      readonly id: PersonId | undefined;
      readonly organisationId?: OrganisationId | undefined;
    }
  | { readonly kind: 'merge'; readonly id: PersonId; readonly other?: PersonId | undefined };

interface PartnersProps extends PartnersRoomProps {
  readonly rows: PartnerRows;
}

function Partners({ device, partnershipId, mayKeepRegister, rows }: PartnersProps) {
  const texts = t().partnership;
  const [query, setQuery] = useState('');
  const [status, setStatus] = useState<StatusFilter>('all');
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const close = (): void => setOpen({ kind: 'none' });

  const directory = useMemo(() => partnerDirectory(rows), [rows]);
  const shown = useMemo(
    () => filterDirectory(directory, { query, status: status === 'hidden' ? 'all' : status }),
    [directory, query, status],
  );
  const actions = useMemo(() => partnerActions(device, partnershipId), [device, partnershipId]);
  const people = rows.persons.filter((person) => !person.isHidden && person.mergedInto === undefined);
  // Removed ones count: they can be brought back from here.
  const isEmpty = rows.organisations.length === 0 && rows.persons.length === 0;
  const counted = [
    t().common.organisations(directory.entries.length),
    ...(mayKeepRegister ? [t().common.people(people.length)] : []),
  ];
  const addOrganisation = (): void => setOpen({ kind: 'organisation', id: undefined });
  const more = (
    <Menu
      label={texts.moreAbout(texts.partners)}
      items={[
        { label: texts.addOrganisation, icon: 'plus', onSelect: addOrganisation },
        { label: texts.profile, icon: 'document', href: hrefOf({ kind: 'partnership' }) },
      ]}
    />
  );
  const mainActions = mayKeepRegister ? (
    <>
      <Button icon="upload" href={hrefOf({ kind: 'importList', meetingId: undefined })}>
        {texts.bringIn}
      </Button>
      <Button variant="primary" icon="personAdd" onClick={() => setOpen({ kind: 'person', id: undefined })}>
        {texts.addPerson}
      </Button>
    </>
  ) : (
    <Button variant="primary" icon="plus" onClick={addOrganisation}>
      {texts.addOrganisation}
    </Button>
  );

  return (
    <Page
      title={texts.partners}
      subtitle={isEmpty ? undefined : counted.join(', ')}
      actions={
        <>
          {!isEmpty && mainActions}
          {more}
        </>
      }
    >
      {isEmpty ? (
        <EmptyState icon="people" title={texts.noPartners} action={mainActions}>
          {mayKeepRegister ? texts.noPartnersText : texts.noPartnersTextForPartner}
        </EmptyState>
      ) : (
        <>
          <DoublesNotice
            rows={rows}
            onCheck={({ kept, double }) => setOpen({ kind: 'merge', id: double, other: kept })}
          />
          <Toolbar>
            <SearchField label={texts.searchPartners} value={query} onChange={setQuery} />
            <StatusFilterField value={status} onChange={setStatus} />
          </Toolbar>
          {status === 'hidden' ? (
            <HiddenRecords rows={rows} query={query} actions={actions} />
          ) : (
            <DirectoryList
              directory={shown}
              query={query}
              actions={actions}
              showsPeople={mayKeepRegister}
              onOrganisation={(id) => setOpen({ kind: 'organisation', id })}
              onPerson={(id) => setOpen({ kind: 'person', id })}
              onAddPerson={(organisationId) => setOpen({ kind: 'person', id: undefined, organisationId })}
              onMerge={(id) => setOpen({ kind: 'merge', id })}
            />
          )}
          <TickLegend />
        </>
      )}
      {open.kind === 'organisation' && (
        <OrganisationDialog device={device} rows={rows} actions={actions} id={open.id} onClose={close} />
      )}
      {open.kind === 'person' && (
        <PersonDialog
          device={device}
          partnershipId={partnershipId}
          rows={rows}
          actions={actions}
          id={open.id}
          organisationId={open.organisationId}
          onClose={close}
        />
      )}
      {open.kind === 'merge' && (
        <MergeDialog rows={rows} actions={actions} id={open.id} other={open.other} onClose={close} />
      )}
    </Page>
  );
}
