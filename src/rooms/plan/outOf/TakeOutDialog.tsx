// The plan as files, as a print, as a text to copy: all made here, also without internet. What fails is told where it was asked.

import { useState } from 'preact/hooks';
import type { Device } from '../../../storage/device.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { t } from '../../../ui/i18n/planOutOfTexts.ts';
import type { IconName } from '../../../ui/icons/paths.ts';
import type { PlanFileKind } from '../out/makePlanFile.ts';
import { type ReadPlanToTakeOut, type TakenOut, takeOut, type WayOfPlan } from './takeOut.ts';
import styles from './OutOf.module.css';

export interface TakeOutDialogProps {
  readonly device: Device;
  readonly read: ReadPlanToTakeOut;
  readonly onClose: () => void;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly way: WayOfPlan }
  | { readonly kind: 'done'; readonly way: WayOfPlan; readonly outcome: TakenOut };

const DOCUMENTS = ['docx', 'pdf', 'txt'] as const;
const TABLES = ['xlsx', 'csv', 'ics'] as const;

export function TakeOutDialog({ device, read, onClose }: TakeOutDialogProps) {
  const texts = t().planOutOf;
  const [state, setState] = useState<State>({ kind: 'idle' });

  const take = async (way: WayOfPlan): Promise<void> => {
    if (state.kind === 'making') return;
    setState({ kind: 'making', way });
    setState({ kind: 'done', way, outcome: await takeOut(device, read, way) });
  };
  const button = (way: WayOfPlan, label: string, icon: IconName) => (
    <Button
      icon={icon}
      aria-label={label}
      busy={state.kind === 'making' && state.way === way}
      onClick={() => void take(way)}
    >
      {shortLabel(way)}
    </Button>
  );
  const row = (kind: PlanFileKind) => (
    <li key={kind} class={styles['file']}>
      <div class={styles['what']}>
        <strong>{texts.files[kind]}</strong>
        <span class={styles['soft']}>{texts.fileHints[kind]}</span>
      </div>
      <div class={styles['buttons']}>
        {kind === 'txt' && button('copy', `${t().common.copy}: ${texts.files.txt}`, 'copy')}
        {kind === 'pdf' && button('print', texts.printPlan, 'printer')}
        {button(kind, `${t().common.download}: ${texts.files[kind]}`, 'download')}
      </div>
      {state.kind === 'done' && rowOf(state.way) === kind && <Outcome outcome={state.outcome} />}
    </li>
  );
  return (
    <Dialog open title={t().planWork.takeOut} onClose={onClose} width="wide">
      <p>{texts.takeOutText}</p>
      <h3 class={styles['group']}>{texts.wholePlan}</h3>
      <ul class={styles['files']} role="list">
        {DOCUMENTS.map(row)}
      </ul>
      <h3 class={styles['group']}>{texts.activitiesAndDates}</h3>
      <ul class={styles['files']} role="list">
        {TABLES.map(row)}
      </ul>
    </Dialog>
  );
}

function shortLabel(way: WayOfPlan): string {
  if (way === 'copy') return t().common.copy;
  return way === 'print' ? t().planOutOf.printPlan : t().common.download;
}

/** In which row the way stands. */
function rowOf(way: WayOfPlan): PlanFileKind {
  if (way === 'copy') return 'txt';
  return way === 'print' ? 'pdf' : way;
}

function Outcome({ outcome }: { readonly outcome: TakenOut }) {
  const texts = t().planOutOf;
  switch (outcome.kind) {
    case 'saved':
      return (
        <p class={styles['done']} role="status">
          {texts.made(outcome.name)}
        </p>
      );
    case 'copied':
      return (
        <p class={styles['done']} role="status">
          {texts.copiedPlan}
        </p>
      );
    case 'printing':
      return null;
    case 'refused':
      return <Problem text={texts.lettersMissing(outcome.characters.join(' '))} />;
    case 'notHere':
      return <Problem text={t().plan.notHereText} />;
    case 'notCopied':
      return <Problem text={texts.notCopied} />;
    case 'notPrinted':
      return <Problem text={texts.notPrinted} />;
    case 'failed':
      return <Problem text={texts.notMade} />;
  }
}

function Problem({ text }: { readonly text: string }) {
  return (
    <div class={styles['problem']}>
      <Banner tone="brick" title={text} />
    </div>
  );
}
