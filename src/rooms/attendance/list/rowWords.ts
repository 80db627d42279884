// The words of one row: what its presence button says, and what was just done.

import type { Presence } from '../../../domain/attendance.ts';
import { guessGrammaticalGender } from '../../../domain/text/guessGrammaticalGender.ts';
import { t } from '../../../ui/i18n/attendanceTexts.ts';

/** "Obecna", "Nieobecny", "Usprawiedliwiona": what stands on the button; without a mark, what a tap will make it. */
export function presenceWord(name: string, presence: Presence): string {
  const words = t().attendance;
  const gender = guessGrammaticalGender(name);
  switch (presence) {
    case 'present':
    case 'unmarked':
      return words.present(gender);
    case 'excused':
      return words.excused(gender);
    case 'absent':
      return words.absent(gender);
  }
}

/** "Anna Wiśniewska: obecna", for the toast. */
export function saidOf(name: string, presence: Presence): string {
  const words = t().attendance;
  return presence === 'unmarked' ? words.takenBack(name) : words.marked(name, presenceWord(name, presence));
}
