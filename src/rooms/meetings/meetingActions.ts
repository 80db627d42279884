// What the meetings' screens write. Each resolves when it is durable on this device and throws StorageFailure when it is not.

import { invite } from '../../documents/attendanceCommands.ts';
import { addActivityOfDecision } from '../../documents/decisionActivity.ts';
import { editMeeting, planMeeting, recordDecision } from '../../documents/meetingCommands.ts';
import type { ActivityId, DecisionId, MeetingId, PartnershipId, PersonId } from '../../domain/ids.ts';
import { type Decision, type Meeting, nextMeetingNumber } from '../../domain/meeting.ts';
import type { PartnerOrganisation } from '../../domain/organisation.ts';
import type { MeetingFields } from '../../domain/meetingDraft.ts';
import { documentName } from '../../schema/documentName.ts';
import type { Device } from '../../storage/device.ts';
import type { DocumentChange } from '../../storage/ledger.ts';
import { readOwnOrganisation } from '../../storage/planSettings.ts';
import { readSetting } from '../../storage/settings.ts';
import { showToast } from '../../ui/feedback/toasts.ts';
import { t } from '../../ui/i18n/meetingTexts.ts';

export interface MeetingActions {
  /** Planning again with the same id changes the same meeting: an attempt that failed leaves no second one. */
  readonly plan: (id: MeetingId, fields: MeetingFields, others: readonly Meeting[]) => Promise<void>;
  readonly edit: (id: MeetingId, fields: MeetingFields) => Promise<void>;
  /** Takes a planned meeting off the list, with a way back. */
  readonly cancel: (meeting: Meeting) => void;
  readonly restore: (id: MeetingId) => void;
  readonly invite: (id: MeetingId, people: readonly PersonId[], isInvited: boolean) => Promise<void>;
  readonly decide: (
    id: DecisionId,
    fields: Partial<Omit<Decision, 'id'>> & { readonly meetingId: MeetingId },
  ) => Promise<void>;
  /** Makes an activity of the plan of it, unless there is one. */
  readonly planDecision: (decision: Decision, organisations: readonly PartnerOrganisation[]) => Promise<void>;
}

export function meetingActions(device: Device, partnershipId: PartnershipId): MeetingActions {
  const inPartnership = (run: DocumentChange['run']): Promise<void> =>
    store({ name: documentName('partnership', partnershipId), run });
  const store = (change: DocumentChange): Promise<void> => device.ledger.write([change]);
  const setHidden = (id: MeetingId, isHidden: boolean): Promise<void> =>
    inPartnership((doc) => editMeeting(doc, id, { isHidden }));
  const restore = (id: MeetingId): void => {
    setHidden(id, false).catch(device.reportFailure);
  };
  return {
    plan: (id, fields, others) => {
      const meeting: Meeting = {
        ...fields,
        id,
        number: nextMeetingNumber(others),
        state: 'planned',
        openedAt: undefined,
        closedAt: undefined,
        isHidden: false,
      };
      return inPartnership((doc) => planMeeting(doc, meeting));
    },
    edit: (id, fields) => inPartnership((doc) => editMeeting(doc, id, fields)),
    cancel: (meeting) => {
      const offerUndo = (): void => {
        showToast({
          text: t().meetings.cancelled(meeting.number),
          action: { label: t().common.undo, run: () => restore(meeting.id) },
        });
      };
      setHidden(meeting.id, true).then(offerUndo, device.reportFailure);
    },
    restore,
    invite: (id, people, isInvited) =>
      store({
        name: documentName('register', partnershipId),
        run: (doc) => invite(doc, id, people, isInvited),
      }),
    decide: (id, fields) => inPartnership((doc) => recordDecision(doc, id, fields)),
    planDecision: async (decision, organisations) => {
      const [name, organisationId] = await Promise.all([
        readSetting(device.db, 'personName'),
        readOwnOrganisation(device.db, partnershipId),
      ]);
      const activity = { id: device.newId<ActivityId>(), deviceId: device.id, organisations };
      const hand = { at: device.now(), by: { name, organisationId } };
      await inPartnership((doc) => addActivityOfDecision(doc, decision, activity, hand));
    },
  };
}
