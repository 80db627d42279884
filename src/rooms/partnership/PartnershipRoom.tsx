// The partnership's own facts, each stored as soon as its field is left, and the partnerships on this device.

import { editPartnership } from '../../documents/partnershipCommands.ts';
import type { PartnershipId } from '../../domain/ids.ts';
import { PHASES, type Partnership } from '../../domain/partnership.ts';
import type { Place } from '../../domain/places.ts';
import { documentName } from '../../schema/documentName.ts';
import type { Row } from '../../storage/database.ts';
import type { Device } from '../../storage/device.ts';
import { watchPartnership } from '../../storage/queries.ts';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { FormRow } from '../../ui/fields/Form.tsx';
import { t } from '../../ui/i18n/partnershipTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Columns } from '../../ui/layout/Columns.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import { optionalNameProblem, optionalTitleProblem, titleProblem } from './fields/textProblem.ts';
import { DevicePartnerships } from './profile/DevicePartnerships.tsx';
import { SavedChoice } from './profile/SavedChoice.tsx';
import { SavedText } from './profile/SavedText.tsx';

export interface PartnershipRoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
}

export function PartnershipRoom({ device, partnershipId }: PartnershipRoomProps) {
  const texts = t().partnership;
  const observed = useObservable<Row<'partnerships'> | undefined>(
    () => watchPartnership(device.db, partnershipId),
    [device.db, partnershipId],
  );
  switch (observed.kind) {
    case 'loading':
      return <Page title={texts.title}>{t().common.loading}</Page>;
    case 'failed':
      return (
        <Page title={texts.title}>
          <p role="alert">{t().problems.unreadable}</p>
        </Page>
      );
    case 'ready':
      return (
        <Page title={texts.title} subtitle={observed.value?.name}>
          <Columns weight="lead">
            {observed.value === undefined ? (
              <EmptyState icon="people" title={texts.notHere} />
            ) : (
              <Profile key={partnershipId} device={device} partnership={observed.value} />
            )}
            <div>
              <DevicePartnerships device={device} current={partnershipId} />
            </div>
          </Columns>
        </Page>
      );
  }
}

interface ProfileProps {
  readonly device: Device;
  readonly partnership: Row<'partnerships'>;
}

function Profile({ device, partnership }: ProfileProps) {
  const texts = t().partnership;
  const isSent = partnership.unsent === 0;
  const store = (fields: Partial<Omit<Partnership, 'id' | 'createdAt'>>): Promise<void> =>
    device.ledger.write([
      { name: documentName('partnership', partnership.id), run: (doc) => editPartnership(doc, fields) },
    ]);
  const shared = { isSent, reportFailure: device.reportFailure };
  return (
    <Card title={texts.profile}>
      <SavedText
        {...shared}
        label={texts.name}
        value={partnership.name}
        problemOf={titleProblem}
        onSave={(name) => store({ name })}
      />
      <SavedText
        {...shared}
        label={texts.library}
        hint={texts.libraryHint}
        value={partnership.libraryName}
        problemOf={titleProblem}
        onSave={(libraryName) => store({ libraryName })}
      />
      <FormRow>
        <SavedText
          {...shared}
          label={texts.gmina}
          value={partnership.gmina}
          problemOf={optionalTitleProblem}
          onSave={(gmina) => store({ gmina })}
        />
        <SavedChoice
          {...shared}
          label={texts.phase}
          value={partnership.phase}
          options={PHASES.map((phase) => ({ value: phase, label: texts.phases[phase] }))}
          onSave={(phase) => store({ phase })}
        />
      </FormRow>
      <SavedChoice
        {...shared}
        label={texts.track}
        value={partnership.track}
        hint={partnership.track === 'project' ? texts.trackProjectHint : texts.trackLongTermHint}
        options={[
          { value: 'project', label: texts.trackProject },
          { value: 'longTerm', label: texts.trackLongTerm },
        ]}
        onSave={(track) => store({ track })}
      />
      <SavedText
        {...shared}
        label={texts.coordinator}
        hint={texts.coordinatorHint}
        value={partnership.coordinatorName}
        problemOf={optionalNameProblem}
        onSave={(coordinatorName) => store({ coordinatorName })}
      />
      <SavedText
        {...shared}
        label={texts.facilitator}
        hint={texts.facilitatorHint}
        value={partnership.facilitatorName}
        problemOf={optionalNameProblem}
        onSave={(facilitatorName) => store({ facilitatorName })}
      />
    </Card>
  );
}
