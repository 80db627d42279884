// Invitations accepted on this device that the server has not let in yet: waiting, or refused with the reason.

import { useObservable } from '../../ui/useObservable.ts';
import type { PendingJoin } from '../../sync/joining.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { List, ListRow } from '../../ui/display/List.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { formatDateTime } from '../../ui/i18n/format.ts';
import { Icon } from '../../ui/icons/Icon.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import type { AppParts } from '../appParts.ts';
import { refusalWords } from './refusalWords.ts';
import { watchPendingJoins } from './watchPendingJoins.ts';

export function PendingJoins({ parts }: { readonly parts: AppParts }) {
  const { device, sync } = parts;
  const texts = t().identity;
  const observed = useObservable<readonly PendingJoin[]>(() => watchPendingJoins(device.db), [device.db]);
  if (observed.kind !== 'ready' || observed.value.length === 0) return null;
  const forget = async (join: PendingJoin): Promise<void> =>
    (await sync.identity()).dismissJoin(join.invitation);
  return (
    <Card title={texts.pendingTitle}>
      <List label={texts.pendingTitle}>
        {observed.value.map((join) => (
          <ListRow
            key={join.invitation}
            start={<Icon name={join.refused === null ? 'clock' : 'exclamation'} />}
            title={join.memberName || join.deviceName}
            detail={
              join.refused === null
                ? `${formatDateTime(join.at)} · ${t().sending.pendingText}`
                : refusalWords(join.refused)
            }
            end={
              <Button size="small" onClick={() => void forget(join).catch(device.reportFailure)}>
                {texts.forget}
              </Button>
            }
          />
        ))}
      </List>
    </Card>
  );
}
