// The round's programme meetings as a path: done, at hand, to come. Words and links are the screens'.

import { type Meeting, compareMeetings } from './meeting.ts';
import type { ProgrammeRound, RoundTheme } from './programme/round.ts';

export interface PathPlace {
  readonly theme: RoundTheme;
  /** `undefined` while no meeting with this theme is planned. */
  readonly meeting: Meeting | undefined;
  readonly state: 'done' | 'current' | 'future';
}

/** A theme is done when a meeting with it is closed; the first that is not done is at hand. */
export function meetingPath(round: ProgrammeRound, meetings: readonly Meeting[]): readonly PathPlace[] {
  let isCurrentFound = false;
  return round.themes.map((theme) => {
    const held = meetings.filter((meeting) => meeting.theme === theme.theme).toSorted(compareMeetings);
    const closed = held.findLast((meeting) => meeting.state === 'closed');
    const meeting = closed ?? held.find((each) => each.state === 'open') ?? held[0];
    if (closed !== undefined) return { theme, meeting, state: 'done' };
    const state = isCurrentFound ? 'future' : 'current';
    isCurrentFound = true;
    return { theme, meeting, state };
  });
}
