// Signing in the operator's hands: the tablet is turned to the person for a moment. Closing it keeps what was drawn.

import type { ListRow } from '../../../domain/attendanceView.ts';
import type { MeetingId, SignatureId } from '../../../domain/ids.ts';
import type { SignatureContent } from '../../../domain/signature.ts';
import type { Device } from '../../../storage/device.ts';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { SigningPanel } from './SigningPanel.tsx';

export interface SignDialogProps {
  readonly device: Device;
  readonly meetingId: MeetingId;
  /** `undefined` while it is closed. */
  readonly row: ListRow | undefined;
  readonly onClose: () => void;
  readonly onSigned: (row: ListRow, id: SignatureId, content: SignatureContent) => Promise<boolean>;
}

export function SignDialog({ device, meetingId, row, onClose, onSigned }: SignDialogProps) {
  return (
    <Dialog open={row !== undefined} title={row?.name ?? ''} width="wide" onClose={onClose}>
      {row !== undefined && (
        <>
          {row.organisation !== '' && <p>{row.organisation}</p>}
          <SigningPanel
            device={device}
            meetingId={meetingId}
            personId={row.id}
            name={row.name}
            onDone={async (id, content) => {
              const isStored = await onSigned(row, id, content);
              if (isStored) onClose();
              return isStored;
            }}
          />
        </>
      )}
    </Dialog>
  );
}
