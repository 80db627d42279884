import { expect, test } from 'vitest';
import { shellItems, topPlaceOf } from '../../src/app/shell/shellItems.ts';
import { asId, type MeetingId } from '../../src/domain/ids.ts';
import { t } from '../../src/ui/i18n/firstTexts.ts';

const meetingId = asId<MeetingId>('m');

test('there are five places, so that a phone has room, and exactly one is marked on every screen', () => {
  for (const kind of [
    'today',
    'join',
    'people',
    'programme',
    'partnership',
    'plan',
    'sync',
    'notFound',
  ] as const) {
    const items = shellItems({ kind }, t().shell);
    expect(items).toHaveLength(5);
    expect(items.filter((item) => item.current)).toHaveLength(1);
  }
});

test('what is done at a meeting belongs to the meetings, bringing a list in too', () => {
  for (const kind of ['meeting', 'attendance', 'printList', 'selfSigning', 'importList'] as const)
    expect(topPlaceOf({ kind, meetingId })).toBe('meetings');
  expect(topPlaceOf({ kind: 'importList', meetingId: undefined })).toBe('partners');
});
