// What people do in the partnership's document: meetings with their texts and decisions, organisations, the profile.

import {
  editMeeting,
  editMeetingText,
  meetingText,
  planMeeting,
  recordDecision,
} from '../../src/documents/meetingCommands.ts';
import {
  addOrganisations,
  editOrganisation,
  editPartnership,
} from '../../src/documents/partnershipCommands.ts';
import { asId, type MeetingId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import {
  begun,
  type Edit,
  FIRST_MEETING,
  known,
  NAMES,
  note,
  onRecord,
  plannedMeeting,
  put,
} from './editing.ts';
import { type Place, textAt } from './ledgerOfTruth.ts';

export const plan: Edit = (hand) => {
  const id = hand.editing.newId<MeetingId>('meeting');
  begun(hand, 'meetings', id);
  const place = `Remiza ${hand.editing.number()}`;
  const at: Place = { doc: NAMES.partnership, root: 'meetings', key: id, field: 'place' };
  const meeting = plannedMeeting(id, place);
  return [
    { name: NAMES.partnership, run: (doc) => put(hand, doc, at, place, () => planMeeting(doc, meeting)) },
  ];
};

export const moveMeeting: Edit = (hand) =>
  onRecord(NAMES.partnership, 'meetings', known(hand, 'meetings'), (doc, key) => {
    const place = `Szkoła ${hand.editing.number()}`;
    const at: Place = { doc: NAMES.partnership, root: 'meetings', key, field: 'place' };
    put(hand, doc, at, place, () => editMeeting(doc, asId(key), { place }));
  });

export const typeText: Edit = (hand) =>
  onRecord(NAMES.partnership, 'meetings', known(hand, 'meetings'), (doc, key) => {
    const { random } = hand.editing;
    const id = asId<MeetingId>(key);
    const place: Place = { doc: NAMES.partnership, root: 'meetings', key, field: 'agenda' };
    const text = meetingText(doc, id, 'agenda');
    if (text === undefined) return;
    const shown = textAt(doc, place).match(/<\d+>/g) ?? [];
    const at = asInstant(hand.editing.number());
    if (shown.length > 0 && random.below(4) === 0) {
      const token = random.pick(shown);
      editMeetingText(
        doc,
        id,
        'agenda',
        { index: textAt(doc, place).indexOf(token), remove: token.length, insert: '' },
        at,
      );
      note(hand, doc, { place, kind: 'textRemoved', token, saw: undefined });
      return;
    }
    const token = `<${hand.editing.number()}>`;
    editMeetingText(
      doc,
      id,
      'agenda',
      { index: random.below(2) * text.length, remove: 0, insert: token },
      at,
    );
    note(hand, doc, { place, kind: 'text', token, saw: undefined });
  });

export const decide: Edit = (hand) => {
  const { editing } = hand;
  const id = editing.newId<Parameters<typeof recordDecision>[1]>('decision');
  const text = `Ustalenie ${editing.number()}`;
  const place: Place = { doc: NAMES.partnership, root: 'decisions', key: id, field: 'text' };
  const fields = { meetingId: FIRST_MEETING, text, order: 'a' };
  return [
    {
      name: NAMES.partnership,
      run: (doc) => put(hand, doc, place, text, () => recordDecision(doc, id, fields)),
    },
  ];
};

export const addOrganisation: Edit = (hand) => {
  const id = hand.editing.newId<Parameters<typeof editOrganisation>[1]>('organisation');
  begun(hand, 'organisations', id);
  const name = `Koło ${hand.editing.number()}`;
  const place: Place = { doc: NAMES.partnership, root: 'organisations', key: id, field: 'name' };
  const organisation = { id, name, type: 'informal', status: 'potential' } as const;
  return [
    {
      name: NAMES.partnership,
      run: (doc) => put(hand, doc, place, name, () => addOrganisations(doc, [organisation])),
    },
  ];
};

export const renameOrganisation: Edit = (hand) =>
  onRecord(NAMES.partnership, 'organisations', known(hand, 'organisations'), (doc, key) => {
    const name = `Firma ${hand.editing.number()}`;
    const place: Place = { doc: NAMES.partnership, root: 'organisations', key, field: 'name' };
    put(hand, doc, place, name, () => editOrganisation(doc, asId(key), { name }));
  });

export const renameLibrary: Edit = (hand) => {
  const libraryName = `Biblioteka ${hand.editing.number()}`;
  const place: Place = { doc: NAMES.partnership, root: 'profile', key: '', field: 'libraryName' };
  return onRecord(NAMES.partnership, 'profile', 'libraryName', (doc) =>
    put(hand, doc, place, libraryName, () => editPartnership(doc, { libraryName })),
  );
};
