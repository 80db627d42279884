import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editedMeetingText, meetingText, planMeeting } from '../../src/documents/meetingCommands.ts';
import { type SharedText, openSharedText } from '../../src/documents/sharedText.ts';
import { type MeetingId, asId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';

const MEETING = asId<MeetingId>('meeting1');
const AT = asInstant(1_790_000_000_000);

interface Screen {
  readonly doc: Y.Doc;
  readonly text: SharedText;
  /** What stands in the field, set from outside as a browser would. */
  value: string;
  caret: number;
  readonly stored: () => string;
}

function plannedState(): Uint8Array {
  const doc = new Y.Doc();
  planMeeting(doc, {
    id: MEETING,
    number: 1,
    theme: 'buildPartnership',
    title: '',
    date: undefined,
    from: undefined,
    to: undefined,
    place: '',
    state: 'planned',
    openedAt: undefined,
    closedAt: undefined,
    isHidden: false,
  });
  return Y.encodeStateAsUpdateV2(doc);
}

const PLANNED = plannedState();

function openScreen(clientId: number): Screen {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  Y.applyUpdateV2(doc, PLANNED, 'remote');
  const screen: { value: string; caret: number } = { value: '', caret: 0 };
  const edited = editedMeetingText(doc, MEETING, 'notes');
  if (edited === undefined) throw new Error('the planned meeting has no notes');
  const text = openSharedText(doc, edited, ({ shown, caretAfter }) => {
    screen.value = shown;
    screen.caret = caretAfter(screen.caret);
  });
  return Object.assign(screen, {
    doc,
    text,
    stored: () => meetingText(doc, MEETING, 'notes')?.toJSON() ?? 'no text',
  });
}

function typeAt(screen: Screen, index: number, remove: number, insert: string): void {
  const at = Math.min(index, screen.value.length);
  screen.value = screen.value.slice(0, at) + insert + screen.value.slice(at + remove);
  screen.caret = at + insert.length;
  screen.text.type(screen.value, screen.caret);
}

function exchange(a: Screen, b: Screen): void {
  const [fromA, fromB] = [
    Y.encodeStateAsUpdateV2(a.doc, Y.encodeStateVector(b.doc)),
    Y.encodeStateAsUpdateV2(b.doc, Y.encodeStateVector(a.doc)),
  ];
  Y.applyUpdateV2(b.doc, fromA, 'remote');
  Y.applyUpdateV2(a.doc, fromB, 'remote');
}

type Act =
  | { readonly kind: 'type'; readonly index: number; readonly remove: number; readonly insert: string }
  | { readonly kind: 'write' | 'hold' | 'release' | 'exchange' | 'undo' | 'redo' };

const act: fc.Arbitrary<readonly [who: 0 | 1, act: Act]> = fc.tuple(
  fc.constantFrom(0 as const, 1 as const),
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('type' as const),
        index: fc.nat(30),
        remove: fc.nat(4),
        insert: fc.string({ maxLength: 5 }),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.constantFrom<Act>(
        { kind: 'write' },
        { kind: 'write' },
        { kind: 'exchange' },
        { kind: 'hold' },
        { kind: 'release' },
        { kind: 'undo' },
        { kind: 'redo' },
      ),
    },
  ),
);

function perform(screens: readonly [Screen, Screen], [who, done]: readonly [0 | 1, Act]): void {
  const screen = screens[who];
  switch (done.kind) {
    case 'type':
      typeAt(screen, done.index, done.remove, done.insert);
      break;
    case 'exchange':
      exchange(...screens);
      break;
    case 'hold':
    case 'release':
      screen.text[done.kind]();
      break;
    case 'write':
    case 'undo':
    case 'redo':
      screen.text[done.kind](AT);
      break;
  }
}

describe('a text that several people write', () => {
  it('[G4] is the same on two screens in the end, and each screen shows what its document holds', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const screens = [openScreen(1), openScreen(2)] as const;
        for (const each of acts) perform(screens, each);
        for (const screen of screens) {
          screen.text.release();
          screen.text.write(AT);
        }
        exchange(...screens);
        for (const screen of screens) {
          expect(screen.text.hasUnwritten()).toBe(false);
          expect(screen.text.shown()).toBe(screen.stored());
          expect(screen.value).toBe(screen.stored());
        }
        expect(screens[0].stored()).toBe(screens[1].stored());
      }),
      { numRuns: 400 },
    );
  });

  it('keeps what both typed at one place before either was written down', () => {
    const [a, b] = [openScreen(1), openScreen(2)];
    typeAt(a, 0, 0, 'Ustalono: ');
    a.text.write(AT);
    exchange(a, b);
    typeAt(a, 10, 0, 'warsztaty');
    typeAt(b, 10, 0, 'festyn ');
    b.text.write(AT);
    exchange(a, b);
    a.text.write(AT);
    exchange(a, b);
    expect(a.value).toBe(b.value);
    expect(a.value).toContain('warsztaty');
    expect(a.value).toContain('festyn ');
  });

  it('leaves the caret with the word it stood in when somebody writes before it', () => {
    const [a, b] = [openScreen(1), openScreen(2)];
    typeAt(a, 0, 0, 'koniec');
    a.text.write(AT);
    exchange(a, b);
    a.caret = 3;
    typeAt(b, 0, 0, 'To jest ');
    b.text.write(AT);
    exchange(a, b);
    expect(a.value.slice(a.caret)).toBe('iec');
  });

  it('shows nothing new while a word is being composed, and everything afterwards', () => {
    const [a, b] = [openScreen(1), openScreen(2)];
    a.text.hold();
    typeAt(a, 0, 0, 'zaż');
    typeAt(b, 0, 0, 'Notatka. ');
    b.text.write(AT);
    exchange(a, b);
    expect(a.value).toBe('zaż');
    a.text.write(AT);
    expect(a.value).toBe('zaż');
    typeAt(a, 3, 0, 'ółć');
    a.text.release();
    a.text.write(AT);
    exchange(a, b);
    expect(a.value).toBe('Notatka. zażółć');
    expect(b.value).toBe('Notatka. zażółć');
  });

  it('undoes what this person typed and leaves what others wrote', () => {
    const [a, b] = [openScreen(1), openScreen(2)];
    typeAt(a, 0, 0, 'moje');
    a.text.write(AT);
    exchange(a, b);
    typeAt(b, 4, 0, ' cudze');
    b.text.write(AT);
    exchange(a, b);
    a.text.undo(AT);
    expect(a.value).toBe(' cudze');
    a.text.redo(AT);
    exchange(a, b);
    expect(b.value).toBe('moje cudze');
  });

  it('undoes also what was typed a moment ago and not written down yet', () => {
    const a = openScreen(1);
    typeAt(a, 0, 0, 'pomyłka');
    a.text.undo(AT);
    expect(a.value).toBe('');
    expect(a.stored()).toBe('');
  });

  it('does not exist for a meeting that has not arrived', () => {
    expect(editedMeetingText(new Y.Doc(), MEETING, 'notes')).toBeUndefined();
  });
});
