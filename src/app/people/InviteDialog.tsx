// Making an invitation: whom, for how many, for how long. Works without internet.

import { useState } from 'preact/hooks';
import { asInstant } from '../../domain/time.ts';
import { MAX_INVITATION_TITLE, type Scope } from '../../schema/invitation.ts';
import { SyncFailure } from '../../sync/syncFailure.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { Dialog } from '../../ui/feedback/Dialog.tsx';
import { FormRow } from '../../ui/fields/Form.tsx';
import { RadioGroup } from '../../ui/fields/RadioGroup.tsx';
import { SelectField } from '../../ui/fields/SelectField.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import type { AppParts } from '../appParts.ts';
import styles from './People.module.css';
import { DAYS, defaultLimits, type InviteChoice, purposeOf, USES } from './inviteChoices.ts';
import { choiceWords } from './inviteWords.ts';

export interface InviteDialogProps {
  readonly open: boolean;
  readonly parts: AppParts;
  readonly scope: Scope;
  /** Shown to the invited before they join; may be empty. */
  readonly title: string;
  readonly choices: readonly InviteChoice[];
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

const DAY_MS = 86_400_000;

export function InviteDialog({ open, parts, scope, title, choices, onClose, onMade }: InviteDialogProps) {
  const { device, sync } = parts;
  const [choice, setChoice] = useState<InviteChoice>(() => firstOf(choices));
  const [limits, setLimits] = useState(() => defaultLimits(firstOf(choices)));
  const [isBusy, setBusy] = useState(false);
  const [isInsecure, setInsecure] = useState(false);
  const texts = t().identity;

  const make = async (): Promise<void> => {
    const identity = await sync.identity();
    const made = await identity.makeInvitation({
      purpose: purposeOf(choice, scope),
      title: fittingTitle(title),
      uses: limits.uses,
      expiresAt: asInstant(device.now() + limits.days * DAY_MS),
    });
    // The code works as soon as the server knows of it; what fails now is told at the next visit.
    void identity.tellInvitations().catch(device.reportFailure);
    onMade(made.invitation.id);
  };

  return (
    <Dialog
      open={open}
      title={texts.inviteTitle}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            busy={isBusy}
            onClick={() => {
              setBusy(true);
              make()
                .catch((cause: unknown) => {
                  if (cause instanceof SyncFailure && cause.reason === 'insecure') setInsecure(true);
                  else device.reportFailure(cause);
                })
                .finally(() => setBusy(false));
            }}
          >
            {texts.makeInvitation}
          </Button>
          <Button onClick={onClose}>{t().common.cancel}</Button>
        </>
      }
    >
      <div class={styles['cards']}>
        <RadioGroup
          label={texts.inviteWhom}
          value={choice}
          onChange={(next) => {
            setChoice(next);
            setLimits(defaultLimits(next));
          }}
          options={choices.map((each) => ({
            value: each,
            label: choiceWords(each),
            hint: texts.roleHints[each],
          }))}
        />
        <FormRow>
          <SelectField
            label={texts.inviteUses}
            value={String(limits.uses)}
            onChange={(uses) => setLimits({ ...limits, uses: Number(uses) })}
            options={USES.map((n) => ({ value: String(n), label: texts.inviteUsesOption(n) }))}
          />
          <SelectField
            label={texts.inviteValid}
            value={String(limits.days)}
            onChange={(days) => setLimits({ ...limits, days: Number(days) })}
            options={DAYS.map((n) => ({ value: String(n), label: texts.inviteValidOption(n) }))}
          />
        </FormRow>
        {isInsecure && <Banner tone="brick">{t().sending.exchange.insecure}</Banner>}
      </div>
    </Dialog>
  );
}

function firstOf(choices: readonly InviteChoice[]): InviteChoice {
  // A partner is whom a library invites most.
  return choices.find((choice) => choice === 'partner') ?? choices[0] ?? 'ownDevice';
}

/** An invitation carries little: a longer name is cut, never in the middle of a character. */
function fittingTitle(title: string): string {
  if (title.length <= MAX_INVITATION_TITLE) return title;
  return `${title.slice(0, MAX_INVITATION_TITLE - 1).replace(/\p{Surrogate}$/u, '')}…`;
}
