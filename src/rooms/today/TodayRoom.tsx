// Dziś: the first screen of the day, with one next action. What the app has to say about sending and installing is
// handed in; nothing here is shown that has nothing to say.

import type { ComponentChildren } from 'preact';
import type { PartnershipId } from '../../domain/ids.ts';
import { THIRD_ROUND } from '../../domain/programme/thirdRound.ts';
import type { Device } from '../../storage/device.ts';
import { t } from '../../ui/i18n/firstTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import { LastListCard } from './LastListCard.tsx';
import { latestSeal } from './latestSeal.ts';
import { MeetingPathCard } from './MeetingPathCard.tsx';
import { NextMeetingCard } from './NextMeetingCard.tsx';
import { TodoCard } from './TodoCard.tsx';
import styles from './Today.module.css';
import { type TodayFacts, watchToday } from '../../storage/todayQueries.ts';

export interface TodayRoomProps {
  readonly device: Device;
  readonly partnershipId: PartnershipId;
  /** Known before the rows are read, so that the head of the screen does not wait. */
  readonly partnershipName: string;
  /** What is known before the first reading. */
  readonly first?: TodayFacts | undefined;
  /** False for a partner, who reads no people and no lists. */
  readonly mayKeepRegister: boolean;
  /** A card about unsent work, or nothing. */
  readonly sending?: ComponentChildren | undefined;
  /** The hint to install the app, or nothing. */
  readonly installing?: ComponentChildren | undefined;
}

/** The evening greeting begins then. */
const EVENING = 18;

export function TodayRoom(props: TodayRoomProps) {
  const { device, partnershipId, partnershipName, first, installing } = props;
  const today = device.today();
  const texts = t().today;
  const observed = useObservable<TodayFacts>(
    () => watchToday(device.db, partnershipId, today),
    [device.db, partnershipId, today],
    first,
  );
  const roundName = observed.kind === 'ready' ? observed.value.round.name : THIRD_ROUND.name;
  const isEvening = new Date(device.now()).getHours() >= EVENING;
  return (
    <Page
      title={isEvening ? texts.titleEvening : texts.title}
      subtitle={texts.subtitle(partnershipName, roundName)}
    >
      <Contents {...props} observed={observed} />
      {installing}
    </Page>
  );
}

type ContentsProps = TodayRoomProps & {
  readonly observed: ReturnType<typeof useObservable<TodayFacts>>;
};

function Contents({ observed, device, partnershipId, mayKeepRegister, sending }: ContentsProps) {
  switch (observed.kind) {
    case 'loading':
      return <div class={styles['waiting']} aria-busy="true" />;
    case 'failed':
      return <p role="alert">{t().problems.unreadable}</p>;
    case 'ready':
      break;
  }
  const facts = observed.value;
  const today = device.today();
  const lastClosed = facts.meetings
    .filter((meeting) => meeting.state === 'closed')
    .toSorted((a, b) => (a.closedAt ?? 0) - (b.closedAt ?? 0))
    .at(-1);
  return (
    <div class={styles['cards']}>
      <div class={styles['pair']}>
        <NextMeetingCard facts={facts} today={today} mayKeepRegister={mayKeepRegister} />
        {sending}
      </div>
      <MeetingPathCard facts={facts} today={today} />
      <div class={styles['pair']}>
        {facts.decisions.length > 0 && (
          <TodoCard device={device} partnershipId={partnershipId} decisions={facts.decisions} today={today} />
        )}
        {mayKeepRegister && lastClosed !== undefined && (
          <LastListCard meeting={lastClosed} seal={latestSeal(facts.seals, lastClosed.id)} today={today} />
        )}
      </div>
    </div>
  );
}
