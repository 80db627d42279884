// Metryczka: the partnership's own facts, each stored as soon as its field is left.

import { editPartnership } from '../../../documents/partnershipCommands.ts';
import { PHASES, type Profile } from '../../../domain/partnership.ts';
import { documentName } from '../../../schema/documentName.ts';
import type { Row } from '../../../storage/database.ts';
import type { Device } from '../../../storage/device.ts';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { optionalNameProblem, titleProblem } from '../fields/textProblem.ts';
import { SavedChoice } from './SavedChoice.tsx';
import { SavedText } from './SavedText.tsx';

export interface ProfileCardProps {
  readonly device: Device;
  readonly partnership: Row<'partnerships'>;
}

export function ProfileCard({ device, partnership }: ProfileCardProps) {
  const texts = t().partnership;
  const store = (fields: Partial<Omit<Profile, 'id' | 'createdAt'>>): Promise<void> =>
    device.ledger.write([
      { name: documentName('partnership', partnership.id), run: (doc) => editPartnership(doc, fields) },
    ]);
  const shared = { isSent: partnership.unsent === 0, reportFailure: device.reportFailure };
  return (
    <Card title={texts.profile}>
      <SavedText
        {...shared}
        label={texts.name}
        value={partnership.name}
        problemOf={titleProblem}
        onSave={(name) => store({ name })}
      />
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
      <SavedChoice
        {...shared}
        label={texts.phase}
        value={partnership.phase}
        options={PHASES.map((phase) => ({ value: phase, label: texts.phases[phase] }))}
        onSave={(phase) => store({ phase })}
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
