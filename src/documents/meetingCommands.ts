// Commands that write meetings, their texts and their decisions in a `partnership` document.

import * as Y from 'yjs';
import type { DecisionId, MeetingId } from '../domain/ids.ts';
import type { Decision, Meeting } from '../domain/meeting.ts';
import { decodeIsoDate, type Instant, type IsoDate } from '../domain/time.ts';
import { readRecord, recordMap, rootMap, write, writeFields } from './roots.ts';

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

/** One edit of a shared text: `remove` characters at `index`, then insert. */
export interface TextEdit {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** Applies an edit to a meeting's text. The instant is written too, so that a mere deletion waits visibly to be sent. */
export function editMeetingText(
  doc: Y.Doc,
  id: MeetingId,
  name: MeetingText,
  edit: TextEdit,
  at: Instant,
): void {
  const text = meetingText(doc, id, name);
  if (text === undefined) return;
  write(doc, () => {
    const index = Math.min(edit.index, text.length);
    if (edit.remove > 0) text.delete(index, Math.min(edit.remove, text.length - index));
    if (edit.insert !== '') text.insert(index, edit.insert);
    writeFields(recordMap(rootMap(doc, 'meetings'), id), { [`${name}EditedAt`]: at });
  });
}

/** Adds a decision or changes one. */
export function recordDecision(
  doc: Y.Doc,
  id: DecisionId,
  fields: Partial<Omit<Decision, 'id'>> & { readonly meetingId: MeetingId },
): void {
  write(doc, () => writeFields(recordMap(rootMap(doc, 'decisions'), id), fields));
}
