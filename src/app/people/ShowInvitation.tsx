// One invitation to be handed over: QR code, link, typed code. Whoever has it can join, so it is shown only when asked for.

import { useState } from 'preact/hooks';
import { invitationLink } from '../../schema/invitation.ts';
import type { InvitationRow } from '../../storage/database.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Qr } from '../../ui/display/Qr.tsx';
import { Dialog } from '../../ui/feedback/Dialog.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { t } from '../../ui/i18n/settingTexts.ts';
import { formatDateTime } from '../../ui/i18n/format.ts';
import styles from './People.module.css';
import { keptRoleWords } from './inviteWords.ts';

export interface ShowInvitationProps {
  readonly row: InvitationRow;
  readonly onClose: () => void;
  readonly reportFailure: (failure: unknown) => void;
}

export function ShowInvitation({ row, onClose, reportFailure }: ShowInvitationProps) {
  const texts = t().identity;
  const [mustCopyByHand, setByHand] = useState(false);
  const link = invitationLink(location.origin, row.text);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      showToast({ text: texts.linkCopied });
    } catch {
      setByHand(true);
    }
  };
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ title: texts.showTitle(keptRoleWords(row.role)), url: link });
    } catch (cause) {
      // Closing the device's own sharing sheet is no failure.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
    }
  };

  return (
    <Dialog open title={texts.showTitle(keptRoleWords(row.role))} onClose={onClose}>
      <div class={styles['view']}>
        <p>{texts.showText}</p>
        <div class={styles['qr']}>
          <Qr text={link} label={texts.qrLabel} />
        </div>
        <div>
          <p>{texts.typedCode}</p>
          <p class={styles['code']}>{row.code}</p>
          {row.isRegistered === 0 && <p class={styles['soft']}>{texts.codeNotYet}</p>}
        </div>
        <div class={styles['actions']}>
          <Button icon="copy" onClick={() => void copy().catch(reportFailure)}>
            {texts.copyLink}
          </Button>
          {'share' in navigator && (
            <Button icon="share" onClick={() => void share().catch(reportFailure)}>
              {texts.shareLink}
            </Button>
          )}
        </div>
        {mustCopyByHand && (
          <>
            <p role="status">{texts.cannotCopy}</p>
            <p class={styles['link']}>{link}</p>
          </>
        )}
        <p class={styles['soft']}>{texts.validUntil(formatDateTime(row.expiresAt))}</p>
      </div>
    </Dialog>
  );
}
