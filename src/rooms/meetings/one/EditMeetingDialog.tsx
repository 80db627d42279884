// Changing a meeting's details.

import { useState } from 'preact/hooks';
import type { Meeting } from '../../../domain/meeting.ts';
import { type MeetingFields, draftOf, placesUsed } from '../../../domain/meetingDraft.ts';
import type { Device } from '../../../storage/device.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { NotStored } from '../../../ui/feedback/NotStored.tsx';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { MeetingForm } from '../form/MeetingForm.tsx';
import type { MeetingActions } from '../meetingActions.ts';

export interface EditMeetingDialogProps {
  readonly device: Device;
  readonly meeting: Meeting;
  readonly meetings: readonly Meeting[];
  readonly actions: MeetingActions;
  readonly onClose: () => void;
}

export function EditMeetingDialog({ device, meeting, meetings, actions, onClose }: EditMeetingDialogProps) {
  const texts = t().meetings;
  const [initial] = useState(() => draftOf(meeting));
  const { state, save } = useSaving();
  const store = async (fields: MeetingFields): Promise<void> => {
    if (await save(() => actions.edit(meeting.id, fields))) onClose();
  };
  return (
    <Dialog open title={texts.edit} onClose={onClose}>
      {meeting.state === 'closed' && <Banner tone="amber">{texts.editClosed}</Banner>}
      <MeetingForm
        initial={initial}
        today={device.today()}
        places={placesUsed(meetings)}
        submitLabel={t().common.save}
        isBusy={state.kind === 'saving'}
        onSubmit={(fields) => {
          store(fields).catch(device.reportFailure);
        }}
        onCancel={onClose}
      >
        <NotStored state={state} />
      </MeetingForm>
    </Dialog>
  );
}
