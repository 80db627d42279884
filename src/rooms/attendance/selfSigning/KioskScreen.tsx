// The tablet in somebody's hands: start, finding oneself, signing, thanks, and the way out with the PIN.

import { useEffect, useState } from 'preact/hooks';
import type { PersonId, SignatureId } from '../../../domain/ids.ts';
import { knownPeople } from '../../../domain/knownPeople.ts';
import type { SignatureContent } from '../../../domain/signature.ts';
import type { Device } from '../../../storage/device.ts';
import { type Kiosk, kioskEnd, leaveKiosk } from '../../../storage/kiosk.ts';
import { StorageFailure } from '../../../storage/storageFailure.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Icon } from '../../../ui/icons/Icon.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import type { RowChange } from '../changes/rowChange.ts';
import type { List } from '../list/useList.ts';
import { FindYourself } from './FindYourself.tsx';
import { KioskFrame } from './KioskFrame.tsx';
import styles from './KioskFrame.module.css';
import { LeaveDialog } from './LeaveDialog.tsx';
import { NewcomerForm } from './NewcomerForm.tsx';
import { SignStep } from './SignStep.tsx';
import { type KioskStep, START, recallStep, rememberStep } from './kioskStep.ts';
import { useAlarm } from './useAlarm.ts';
import { useHistoryTrap } from './useHistoryTrap.ts';
import { useInactivity } from './useInactivity.ts';
import { useWakeLock } from './useWakeLock.ts';

export interface KioskScreenProps {
  readonly device: Device;
  readonly list: List;
  readonly kiosk: Kiosk;
  readonly onLeave: () => void;
}

const THANKS_MS = 2_000;
/** Nobody is writing any more: the next person must not find somebody else's name. */
const INACTIVE_MS = 60_000;

export function KioskScreen({ device, list, kiosk, onLeave }: KioskScreenProps) {
  const { meeting, partnership, facts, organisationName, rows } = list;
  const words = t().signing;
  const [step, setStep] = useState<KioskStep>(() => recallStep(sessionStorage));
  const [isLeaving, setLeaving] = useState(false);
  useWakeLock(device.reportFailure);
  useHistoryTrap();

  const turnTo = (next: KioskStep) => {
    rememberStep(sessionStorage, next);
    setStep(next);
  };
  const isAtRest = step.kind === 'start' || step.kind === 'thanks';
  useInactivity(isAtRest ? undefined : INACTIVE_MS, () => turnTo(START));

  useEffect(() => {
    if (step.kind !== 'thanks') return undefined;
    const timer = setTimeout(() => setStep(START), THANKS_MS);
    return () => clearTimeout(timer);
  }, [step.kind]);

  const leave = async () => {
    rememberStep(sessionStorage, START);
    await leaveKiosk(device.db);
    if (document.fullscreenElement !== null) await document.exitFullscreen().catch(() => undefined);
    onLeave();
  };
  useAlarm(kioskEnd(kiosk), device.now, () => void leave().catch(device.reportFailure));

  const store = async (
    person: { readonly id: PersonId; readonly newcomer: RowChange['newcomer'] },
    id: SignatureId,
    content: SignatureContent,
  ): Promise<boolean> => {
    const at = device.now();
    const change: RowChange = {
      personId: person.id,
      presence: 'present',
      origin: 'self',
      signing: {
        kind: 'sign',
        signature: {
          id,
          meetingId: meeting.id,
          personId: person.id,
          content,
          at,
          deviceId: device.id,
          voidedAt: undefined,
        },
      },
      ...(person.newcomer && { newcomer: person.newcomer }),
    };
    try {
      const { writeRowChange } = await import('../changes/listWrites.ts');
      const target = {
        device,
        partnershipId: partnership.id,
        meetingId: meeting.id,
        correction: undefined,
      };
      await writeRowChange(target, change, at);
    } catch (failure) {
      if (!(failure instanceof StorageFailure)) device.reportFailure(failure);
      return false;
    }
    turnTo({ kind: 'thanks' });
    return true;
  };

  const line = [t().meetings.numbered(meeting.number), meeting.place]
    .filter((part) => part !== '')
    .join(' · ');
  const exit = (
    <Button size="small" icon="lock" onClick={() => setLeaving(true)}>
      {words.finish}
    </Button>
  );
  const known = () => knownPeople(facts, organisationName);

  const screen = () => {
    if (meeting.state !== 'open') {
      return (
        <KioskFrame line={line} exit={exit} title={words.notOpenTitle} isCentred>
          <p>{words.notOpenText}</p>
        </KioskFrame>
      );
    }
    switch (step.kind) {
      case 'start':
        return (
          <KioskFrame line={line} exit={exit} title={words.readyTitle} isCentred>
            <p>{words.readyText}</p>
            <div class={styles['actions']}>
              <Button variant="primary" size="large" icon="pen" onClick={() => turnTo({ kind: 'find' })}>
                {words.begin}
              </Button>
            </div>
          </KioskFrame>
        );
      case 'find':
        return (
          <KioskFrame line={line} exit={exit} title={words.findYourself}>
            <FindYourself
              people={rows}
              onFound={(personId) => turnTo({ kind: 'sign', personId, newcomer: undefined })}
              onNewcomer={() => turnTo({ kind: 'newcomer' })}
              onBack={() => turnTo(START)}
            />
          </KioskFrame>
        );
      case 'newcomer':
        return (
          <KioskFrame line={line} exit={exit} title={words.newcomerTitle}>
            <NewcomerForm
              people={known()}
              organisations={list.organisations}
              onKnown={(personId) => turnTo({ kind: 'sign', personId, newcomer: undefined })}
              onNew={(newcomer) => turnTo({ kind: 'sign', personId: device.newId<PersonId>(), newcomer })}
              onBack={() => turnTo({ kind: 'find' })}
            />
          </KioskFrame>
        );
      case 'sign': {
        const { personId, newcomer } = step;
        const person = newcomer
          ? { name: newcomer.name, organisation: organisationOf(newcomer, organisationName) }
          : (rows.find((each) => each.id === personId) ?? known().find((each) => each.id === personId));
        return (
          <KioskFrame
            line={line}
            exit={exit}
            title={person?.name ?? ''}
            subtitle={person?.organisation ?? ''}
          >
            <SignStep
              key={personId}
              device={device}
              meetingId={meeting.id}
              personId={personId}
              name={person?.name ?? ''}
              partnership={partnership}
              onBack={() => turnTo({ kind: 'find' })}
              onDone={(id, content) => store({ id: personId, newcomer }, id, content)}
            />
          </KioskFrame>
        );
      }
      case 'thanks':
        return (
          <KioskFrame line={line} exit={exit} isCentred>
            <div class={styles['thanks']} role="status">
              <span class={styles['disc']}>
                <Icon name="check" size={48} />
              </span>
              <h1>{words.thanks}</h1>
              <p>{words.passOn}</p>
            </div>
          </KioskFrame>
        );
    }
  };

  return (
    <>
      {screen()}
      <LeaveDialog
        device={device}
        isOpen={isLeaving}
        endsAt={kioskEnd(kiosk)}
        onCancel={() => setLeaving(false)}
        onRight={leave}
      />
    </>
  );
}

function organisationOf(
  { organisation }: NonNullable<RowChange['newcomer']>,
  organisationName: List['organisationName'],
): string {
  switch (organisation.kind) {
    case 'none':
      return '';
    case 'known':
      return organisationName(organisation.id);
    case 'new':
      return organisation.name;
  }
}
