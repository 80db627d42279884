// Signing, for one person: the pad with its buttons, or a confirmation without drawing with its reason. Used in the operator's
// dialog and on the tablet that is passed round; storing the signature is the caller's.

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { MeetingId, PersonId, SignatureId } from '../../../domain/ids.ts';
import {
  CONFIRMATION_REASONS,
  type ConfirmationReason,
  type SignatureContent,
  checkStrokes,
} from '../../../domain/signature.ts';
import { fitToBox } from '../../../domain/signaturePath.ts';
import type { Device } from '../../../storage/device.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { FieldError } from '../../../ui/fields/Field.tsx';
import { RadioGroup } from '../../../ui/fields/RadioGroup.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { SignaturePad } from './SignaturePad.tsx';
import styles from './SigningPanel.module.css';
import { useSignatureDraft } from './useSignatureDraft.ts';

export interface SigningPanelProps {
  readonly device: Device;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly name: string;
  /** Resolves to whether it is durable; what was drawn stays on the screen when it is not. */
  readonly onDone: (id: SignatureId, content: SignatureContent) => Promise<boolean>;
}

type Mode = 'draw' | 'confirm';

export function SigningPanel({ device, meetingId, personId, name, onDone }: SigningPanelProps) {
  const words = t().signing;
  const draft = useSignatureDraft(device, meetingId, personId);
  const [mode, setMode] = useState<Mode>('draw');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [reason, setReason] = useState<ConfirmationReason | undefined>(undefined);
  // One for all attempts: a second press after a failure does not sign twice.
  const [signatureId] = useState(() => device.newId<SignatureId>());
  const errorId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const shown = useRef<Mode>('draw');

  // The button that was pressed is gone with the other way of signing.
  useEffect(() => {
    if (shown.current === mode) return;
    shown.current = mode;
    panel.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [mode]);

  const finish = async (content: SignatureContent) => {
    setBusy(true);
    await draft.settled();
    const isStored = await onDone(signatureId, content);
    if (isStored) return;
    setBusy(false);
    setProblem(words.notStored);
  };
  const finishDrawing = () => {
    const check = checkStrokes(draft.strokes);
    if (check.kind === 'refused') setProblem(words.refused[check.reason]);
    else void finish({ kind: 'drawn', strokes: fitToBox(draft.strokes) });
  };
  const finishConfirming = () => {
    if (reason === undefined) setProblem(words.reasonMissing);
    else void finish({ kind: 'confirmed', reason });
  };
  const turnTo = (next: Mode) => {
    setMode(next);
    setProblem(undefined);
  };

  if (mode === 'confirm') {
    return (
      <div class={styles['panel']} ref={panel}>
        <RadioGroup
          label={words.reason}
          options={CONFIRMATION_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
          value={reason}
          onChange={(chosen) => {
            setReason(chosen);
            setProblem(undefined);
          }}
          error={problem}
        />
        <div class={styles['actions']}>
          <Button icon="back" onClick={() => turnTo('draw')}>
            {words.backToDrawing}
          </Button>
          <span class={styles['gap']} />
          <Button variant="primary" icon="check" busy={isBusy} onClick={finishConfirming}>
            {words.confirmWithout}
          </Button>
        </div>
      </div>
    );
  }
  const { strokes, undo } = draft;
  return (
    <div class={styles['panel']} ref={panel}>
      <p class={styles['instruction']}>
        <strong>{words.instruction}</strong> {words.instructionMore}
      </p>
      <div class={styles['pad']}>
        {draft.isReady && (
          <SignaturePad
            label={words.areaOf(name)}
            describedBy={problem === undefined ? undefined : errorId}
            isWrong={problem !== undefined}
            isDisabled={isBusy}
            strokes={strokes}
            onStroke={(stroke) => {
              setProblem(undefined);
              draft.add(stroke);
            }}
            onGrowing={draft.growing}
          />
        )}
      </div>
      <FieldError id={errorId} error={problem ?? (draft.isUnsafe ? words.draftUnsafe : undefined)} />
      <div class={styles['actions']}>
        <Button icon="trash" disabled={strokes.length === 0} onClick={draft.clear}>
          {words.clear}
        </Button>
        <Button icon="undo" disabled={undo === undefined} onClick={() => undo?.()}>
          {strokes.length === 0 && undo !== undefined ? words.bringBack : words.undoStroke}
        </Button>
        <Button onClick={() => turnTo('confirm')}>{words.cannotDraw}</Button>
        <span class={styles['gap']} />
        <Button variant="primary" icon="check" busy={isBusy} onClick={finishDrawing}>
          {words.done}
        </Button>
      </div>
    </div>
  );
}
