// Bringing in an invitation list: choose or paste, check and correct, then everything in one write. The parser and its CSV
// reader are loaded when there is something to read.

import { useState } from 'preact/hooks';
import type { MeetingId, PartnershipId } from '../../domain/ids.ts';
import { type Place, hrefOf } from '../../domain/places.ts';
import type { Device } from '../../storage/device.ts';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { t } from '../../ui/i18n/partnershipTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { ListPreview } from './bringIn/ListPreview.tsx';
import { ListSource } from './bringIn/ListSource.tsx';
import type { ReadList } from './bringIn/readList.ts';

export interface ImportListRoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
  /** Whether the person may see and keep the partnership's people and lists; partners may not. */
  readonly mayKeepRegister: boolean;
  /** Where the people are invited; to be chosen when absent. */
  readonly meetingId?: MeetingId;
}

export function ImportListRoom(props: ImportListRoomProps) {
  const { device, go, partnershipId, meetingId, mayKeepRegister } = props;
  const texts = t().importing;
  /** Kept while the preview is open, so that going back loses nothing. */
  const [pasted, setPasted] = useState('');
  const [list, setList] = useState<ReadList | undefined>(undefined);
  const back = meetingId
    ? { href: hrefOf({ kind: 'meeting', meetingId }), label: texts.backToMeeting }
    : { href: hrefOf({ kind: 'partners' }), label: t().partnership.partners };
  if (!mayKeepRegister) {
    return (
      <Page title={texts.title} back={back}>
        <EmptyState icon="lock" title={texts.notYours}>
          {texts.notYoursText}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={texts.title} subtitle={list === undefined ? texts.subtitle : texts.previewText} back={back}>
      {list === undefined ? (
        <ListSource device={device} pasted={pasted} onPasted={setPasted} onList={setList} />
      ) : (
        <ListPreview
          device={device}
          partnershipId={partnershipId}
          meetingId={meetingId}
          list={list}
          onAnother={() => setList(undefined)}
          onDone={go}
        />
      )}
    </Page>
  );
}
