// Commands that write meetings, their texts and their decisions in a `partnership` document.

import * as Y from 'yjs';
import type { DecisionId, MeetingId } from '../domain/ids.ts';
import type { Decision, Meeting } from '../domain/meeting.ts';
import type { TextReplacement } from '../domain/textDelta.ts';
import { decodeIsoDate, type Instant, type IsoDate } from '../domain/time.ts';
import { readRecord, recordMap, replaceInText, rootMap, write, writeFields } from './roots.ts';
import type { EditedText } from './sharedText.ts';

/** The texts of a meeting that several people write at once. */
const MEETING_TEXTS = ['agenda', 'notes'] as const;
export type MeetingText = (typeof MEETING_TEXTS)[number];

/** Plans a meeting; its texts are made with it, so that no two devices make them. */
export function planMeeting(doc: Y.Doc, meeting: Meeting): void {
  const { id, ...fields } = meeting;
  write(doc, () => {
    const record = recordMap(rootMap(doc, 'meetings'), id);
    writeFields(record, fields);
    for (const name of MEETING_TEXTS) record.set(name, new Y.Text());
  });
}

export function editMeeting(doc: Y.Doc, id: MeetingId, fields: Partial<Omit<Meeting, 'id'>>): void {
  write(doc, () => writeFields(recordMap(rootMap(doc, 'meetings'), id), fields));
}

/** Opens a planned meeting. One that was planned without a date takes place today. */
export function openMeeting(doc: Y.Doc, id: MeetingId, at: Instant, today: IsoDate): void {
  const date = decodeIsoDate(readRecord(rootMap(doc, 'meetings'), id)?.['date']) ?? today;
  editMeeting(doc, id, { state: 'open', openedAt: at, date });
}

/** Marks the meeting closed. The seal itself stands in the register (see `sealList`). */
export function closeMeeting(doc: Y.Doc, id: MeetingId, at: Instant): void {
  editMeeting(doc, id, { state: 'closed', closedAt: at });
}

/** The shared text of a meeting, or `undefined` when the meeting has not arrived on this device. */
export function meetingText(doc: Y.Doc, id: MeetingId, name: MeetingText): Y.Text | undefined {
  const record = rootMap(doc, 'meetings').get(id);
  const text: unknown = record instanceof Y.Map ? record.get(name) : undefined;
  return text instanceof Y.Text ? text : undefined;
}

/** Applies an edit to a meeting's text. The instant is written too, so that a mere deletion waits visibly to be sent. */
export function editMeetingText(
  doc: Y.Doc,
  id: MeetingId,
  name: MeetingText,
  edit: TextReplacement,
  at: Instant,
): void {
  const text = meetingText(doc, id, name);
  if (text === undefined) return;
  write(doc, () => {
    replaceInText(text, edit);
    writeFields(recordMap(rootMap(doc, 'meetings'), id), { [`${name}EditedAt`]: at });
  });
}

/** A meeting's text for a screen; `undefined` when the meeting has not arrived on this device. */
export function editedMeetingText(doc: Y.Doc, id: MeetingId, name: MeetingText): EditedText | undefined {
  const text = meetingText(doc, id, name);
  return text && { text, edit: (replacement, at) => editMeetingText(doc, id, name, replacement, at) };
}

/** Adds a decision or changes one. */
export function recordDecision(
  doc: Y.Doc,
  id: DecisionId,
  fields: Partial<Omit<Decision, 'id'>> & { readonly meetingId: MeetingId },
): void {
  write(doc, () => writeFields(recordMap(rootMap(doc, 'decisions'), id), fields));
}
