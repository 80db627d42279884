// The words of one row: what its presence button says, and what was just done.

import type { Presence } from '../../../domain/attendance.ts';
import type { ListRow } from '../../../domain/attendanceView.ts';
import { t } from '../../../ui/i18n/attendanceTexts.ts';

/** "Obecna", "Nieobecny", "Usprawiedliwiona": what stands on the button; without a mark, what a tap will make it. */
export function presenceWord(row: Pick<ListRow, 'gender'>, presence: Presence): string {
  const words = t().attendance;
  switch (presence) {
    case 'present':
    case 'unmarked':
      return words.present(row.gender);
    case 'excused':
      return words.excused(row.gender);
    case 'absent':
      return words.absent(row.gender);
  }
}

/** "Anna Wiśniewska: obecna", for the toast. */
export function saidOf(row: Pick<ListRow, 'gender' | 'name'>, presence: Presence): string {
  const words = t().attendance;
  return presence === 'unmarked'
    ? words.takenBack(row.name)
    : words.marked(row.name, presenceWord(row, presence));
}
