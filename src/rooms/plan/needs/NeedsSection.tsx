// Section 2: needs and common problems, for which partners they matter, and which resources answer them.

import { useState } from 'preact/hooks';
import { compareOrder } from '../../../domain/order.ts';
import { byImportance, type Need } from '../../../domain/plan/need.ts';
import type { NeedId } from '../../../domain/ids.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { watchPlan } from '../../../storage/planQueries.ts';
import { Chip } from '../../../ui/display/Chip.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { SegmentedControl } from '../../../ui/fields/RadioGroup.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { useObservable } from '../../../ui/useObservable.ts';
import type { PlanWork } from '../planWork.ts';
import { AddRow } from '../rows/AddRow.tsx';
import { RowList } from '../rows/RowList.tsx';
import { addRow, editRow } from '../rows/rowActions.ts';
import { MatchDialog } from './MatchDialog.tsx';
import { MatchedResources } from './MatchedResources.tsx';
import { VotesLine } from './VotesLine.tsx';
import { VotersDialog } from './VotersDialog.tsx';
import { NEED_ROOTS, type NeedEntries, type NeedFacts } from './needFacts.ts';

export interface NeedsSectionProps {
  readonly work: PlanWork;
  readonly organisations: readonly PartnerOrganisation[];
}

type Open = { readonly kind: 'none' } | { readonly kind: 'voters' | 'match'; readonly needId: NeedId };

export function NeedsSection({ work, organisations }: NeedsSectionProps) {
  const observed = useObservable<NeedEntries>(
    () => watchPlan(work.device.db, work.partnershipId, NEED_ROOTS),
    [work.device.db, work.partnershipId],
  );
  if (observed.kind === 'loading') return null;
  if (observed.kind === 'failed') return <p role="alert">{t().problems.unreadable}</p>;
  return <Needs work={work} facts={{ ...observed.value, organisations }} />;
}

function Needs({ work, facts }: { readonly work: PlanWork; readonly facts: NeedFacts }) {
  const texts = t().plan;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const [order, setOrder] = useState<'own' | 'votes'>('own');
  const { needs, votes, organisations } = facts;
  const shown = needs.filter(({ isHidden }) => !isHidden);
  const opened = open.kind === 'none' ? undefined : needs.find(({ id }) => id === open.needId);
  const close = (): void => setOpen({ kind: 'none' });
  return (
    <>
      {shown.length === 0 && (
        <EmptyState icon="flag" title={texts.noNeeds}>
          {texts.noNeedsText}
        </EmptyState>
      )}
      {needs.length > 0 && (
        <Card
          title={texts.needs}
          aside={
            shown.length > 1 && (
              <SegmentedControl
                label={texts.order}
                labelHidden
                options={[
                  { value: 'own', label: texts.ownOrder },
                  { value: 'votes', label: texts.byVotes },
                ]}
                value={order}
                onChange={setOrder}
              />
            )
          }
        >
          <RowList
            work={work}
            root="needs"
            label={texts.needs}
            rows={needs}
            sorted={order === 'votes' ? (rows) => inImportance(rows, facts) : undefined}
            textLabel={texts.need}
            above={({ kind }) => kind === 'problem' && <Chip small>{texts.problem}</Chip>}
            below={(need) => (
              <>
                <VotesLine
                  work={work}
                  need={need}
                  votes={votes}
                  organisations={organisations}
                  onVoters={() => setOpen({ kind: 'voters', needId: need.id })}
                />
                <MatchedResources need={need} facts={facts} />
              </>
            )}
            items={(need) => [
              {
                label: texts.match,
                icon: 'link',
                onSelect: () => setOpen({ kind: 'match', needId: need.id }),
              },
              ...(work.maySpeakForPartners
                ? [
                    {
                      label: texts.voteForOthers,
                      icon: 'people' as const,
                      onSelect: () => setOpen({ kind: 'voters', needId: need.id }),
                    },
                  ]
                : []),
              {
                label: need.kind === 'need' ? texts.changeToProblem : texts.changeToNeed,
                icon: 'refresh',
                onSelect: () => {
                  const kind = need.kind === 'need' ? 'problem' : 'need';
                  editRow(work, 'needs', need.id, { kind }).catch(work.device.reportFailure);
                },
              },
            ]}
          />
        </Card>
      )}
      {work.readOnly === undefined && <AddNeed work={work} needs={shown} />}
      {opened !== undefined && open.kind === 'voters' && (
        <VotersDialog work={work} need={opened} votes={votes} organisations={organisations} onClose={close} />
      )}
      {opened !== undefined && open.kind === 'match' && (
        <MatchDialog work={work} need={opened} facts={facts} onClose={close} />
      )}
    </>
  );
}

function inImportance<Row extends Need>(rows: readonly Row[], facts: NeedFacts): readonly Row[] {
  const places = new Map(
    byImportance(rows, facts.votes, facts.organisations).map(({ id }, place) => [id, place]),
  );
  return rows.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

function AddNeed({ work, needs }: { readonly work: PlanWork; readonly needs: readonly Need[] }) {
  const texts = t().plan;
  const [kind, setKind] = useState<Need['kind']>('need');
  return (
    <Card>
      <AddRow
        label={texts.newNeed}
        hint={texts.newNeedHint}
        button={texts.addNeed}
        onAdd={(text) => {
          const id = work.device.newId<NeedId>();
          return addRow(work, 'needs', needs.toSorted(compareOrder), (order) => ({ id, order, kind, text }));
        }}
      >
        <SegmentedControl
          label={texts.needKindLabel}
          labelHidden
          options={[
            { value: 'need', label: texts.needKinds.need },
            { value: 'problem', label: texts.needKinds.problem },
          ]}
          value={kind}
          onChange={setKind}
        />
      </AddRow>
    </Card>
  );
}
