// Asks before something that cannot be undone. Where undoing is possible, use a toast with "Cofnij" instead.
import type { ComponentChildren } from 'preact';
import { Button } from '../actions/Button.tsx';
import { t } from '../i18n/firstTexts.ts';
import { Dialog } from './Dialog.tsx';

export type ConfirmDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly children?: ComponentChildren | undefined;
  /** Says what will happen: "Usuń przykład", never "OK". */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly danger?: boolean | undefined;
  readonly busy?: boolean | undefined;
};

export const ConfirmDialog = ({
  open,
  title,
  children,
  confirmLabel,
  onConfirm,
  onCancel,
  danger = false,
  busy,
}: ConfirmDialogProps) => (
  <Dialog
    open={open}
    title={title}
    onClose={onCancel}
    actions={
      <>
        <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
        <Button onClick={onCancel} autofocus={danger}>
          {t().common.cancel}
        </Button>
      </>
    }
  >
    {children !== undefined && <div>{children}</div>}
  </Dialog>
);
