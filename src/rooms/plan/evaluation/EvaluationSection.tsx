// Section 11: the nine benefits, and for each how the partnership will know that it is there, who looks and when.

import { useState } from 'preact/hooks';
import type { BenefitNoteId } from '../../../domain/ids.ts';
import { compareOrder } from '../../../domain/order.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { BENEFITS } from '../../../domain/programme/round.ts';
import { type PlanEntries, type PlanEntry, watchPlan } from '../../../storage/planQueries.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Chip } from '../../../ui/display/Chip.tsx';
import { formatNearDay } from '../../../ui/i18n/format.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { useObservable } from '../../../ui/useObservable.ts';
import { organisationName } from '../organisationName.ts';
import type { PlanWork } from '../planWork.ts';
import { AddedRows } from '../rows/AddedRows.tsx';
import { RowList } from '../rows/RowList.tsx';
import { addRow } from '../rows/rowActions.ts';
import { BenefitNoteDialog } from './BenefitNoteDialog.tsx';

export interface EvaluationSectionProps {
  readonly work: PlanWork;
  readonly organisations: readonly PartnerOrganisation[];
}

export function EvaluationSection({ work, organisations }: EvaluationSectionProps) {
  const observed = useObservable<PlanEntries<'benefitNotes'>>(
    () => watchPlan(work.device.db, work.partnershipId, ['benefitNotes']),
    [work.device.db, work.partnershipId],
  );
  if (observed.kind === 'loading') return null;
  if (observed.kind === 'failed') return <p role="alert">{t().problems.unreadable}</p>;
  return <Evaluation work={work} organisations={organisations} notes={observed.value.benefitNotes} />;
}

interface EvaluationProps extends EvaluationSectionProps {
  readonly notes: readonly PlanEntry<'benefitNotes'>[];
}

function Evaluation({ work, organisations, notes }: EvaluationProps) {
  const texts = t().plan;
  const [editedId, setEditedId] = useState<BenefitNoteId | undefined>(undefined);
  const edited = notes.find(({ id }) => id === editedId);
  return (
    <>
      {BENEFITS.map((benefit, index) => {
        const own = notes.filter((note) => note.benefit === benefit);
        const title = texts.benefits[benefit];
        return (
          <Card key={benefit}>
            <AddedRows
              level={2}
              title={texts.numbered(index + 1, title)}
              label={`${texts.benefitAdd}: ${title}`}
              hint={texts.benefitNew}
              button={t().common.add}
              isReadOnly={work.readOnly !== undefined}
              onAdd={(text) => {
                const id = work.device.newId<BenefitNoteId>();
                const list = own.filter(({ isHidden }) => !isHidden).toSorted(compareOrder);
                return addRow(work, 'benefitNotes', list, (order) => ({
                  id,
                  order,
                  benefit,
                  text,
                  organisationId: undefined,
                  due: undefined,
                }));
              }}
            >
              <RowList
                work={work}
                root="benefitNotes"
                label={title}
                rows={own}
                textLabel={texts.benefitNew}
                below={({ organisationId, due }) => (
                  <>
                    {organisationId !== undefined && (
                      <span>{organisationName(organisations, organisationId)}</span>
                    )}
                    {due !== undefined && (
                      <Chip small icon="calendar">
                        {texts.benefitDue(formatNearDay(due, work.device.today()))}
                      </Chip>
                    )}
                  </>
                )}
                items={({ id }) => [
                  { label: texts.benefitEdit, icon: 'pen', onSelect: () => setEditedId(id) },
                ]}
              />
            </AddedRows>
          </Card>
        );
      })}
      {edited !== undefined && (
        <BenefitNoteDialog
          work={work}
          organisations={organisations}
          note={edited}
          onClose={() => setEditedId(undefined)}
        />
      )}
    </>
  );
}
