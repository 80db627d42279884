// Ustawienia: who uses the device, language, access, PIN, copies of the data, the app itself, errors, the programme.

import { liveQuery } from 'dexie';
import type { PartnershipId } from '../../domain/ids.ts';
import { type Place, hrefOf } from '../../domain/places.ts';
import type { ProgrammeRound } from '../../domain/programme/round.ts';
import { linkToWebsite } from '../../domain/programme/roundFields.ts';
import { THIRD_ROUND } from '../../domain/programme/thirdRound.ts';
import type { Device } from '../../storage/device.ts';
import { Link } from '../../ui/actions/Link.tsx';
import { List, ListRow } from '../../ui/display/List.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { Icon } from '../../ui/icons/Icon.tsx';
import type { IconName } from '../../ui/icons/paths.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import type { OwnScreenProps } from '../appParts.ts';
import { AppCard } from './AppCard.tsx';
import { BackupCard } from './BackupCard.tsx';
import { FailuresCard } from './FailuresCard.tsx';
import { LanguageCard } from './LanguageCard.tsx';
import { PinCard } from './PinCard.tsx';
import { WhoCard } from './WhoCard.tsx';
import styles from './Settings.module.css';

export function SettingsScreen({ parts, partnershipId }: OwnScreenProps) {
  return (
    <Page title={t().settings.title}>
      <div class={styles['cards']}>
        <WhoCard device={parts.device} />
        <PlacesCard partnershipId={partnershipId} />
        <LanguageCard parts={parts} />
        <PinCard device={parts.device} />
        <BackupCard parts={parts} />
        <AppCard parts={parts} />
        <FailuresCard failures={parts.failures} />
        <AboutCard device={parts.device} partnershipId={partnershipId} />
      </div>
    </Page>
  );
}

function PlacesCard({ partnershipId }: { readonly partnershipId: PartnershipId | undefined }) {
  const texts = t().settings;
  const rows: readonly (readonly [Place, string, IconName])[] =
    partnershipId === undefined
      ? [
          [{ kind: 'begin' }, texts.begin, 'flag'],
          [{ kind: 'join' }, texts.join, 'qr'],
          [{ kind: 'people' }, texts.people, 'key'],
          [{ kind: 'sync' }, t().shell.sync, 'send'],
          [{ kind: 'programme' }, texts.programme, 'document'],
        ]
      : [
          [{ kind: 'partnership' }, texts.partnership, 'people'],
          [{ kind: 'people' }, texts.people, 'key'],
          [{ kind: 'sync' }, t().shell.sync, 'send'],
          [{ kind: 'join' }, texts.join, 'qr'],
          [{ kind: 'begin' }, texts.begin, 'flag'],
          [{ kind: 'programme' }, texts.programme, 'document'],
        ];
  return (
    <Card title={texts.here}>
      <List label={texts.here}>
        {rows.map(([place, label, icon]) => (
          <ListRow key={place.kind} href={hrefOf(place)} start={<Icon name={icon} />} title={label} />
        ))}
      </List>
    </Card>
  );
}

interface AboutCardProps {
  readonly device: Device;
  readonly partnershipId: PartnershipId | undefined;
}

function AboutCard({ device, partnershipId }: AboutCardProps) {
  const texts = t().settings;
  const observed = useObservable<ProgrammeRound>(
    () =>
      liveQuery(async () => {
        const partnership = partnershipId && (await device.db.partnerships.get(partnershipId));
        const round = partnership && (await device.db.rounds.get(partnership.roundId));
        return round ?? THIRD_ROUND;
      }),
    [device.db, partnershipId],
  );
  const { contact, organiser, programme, name } = observed.kind === 'ready' ? observed.value : THIRD_ROUND;
  return (
    <Card title={texts.about}>
      <p>{texts.aboutText}</p>
      <dl class={styles['about']}>
        <dt>{texts.organiser}</dt>
        <dd>
          {organiser}
          <br />
          {programme}, {name}
        </dd>
        <dt>{texts.contact}</dt>
        <dd>
          {contact.name}
          <br />
          {contact.phones.map((phone) => (
            <span key={phone} class={styles['phone']}>
              <a href={`tel:+48${phone.replaceAll(' ', '')}`}>{phone}</a>
            </span>
          ))}
          <br />
          {contact.address}
          <br />
          <Link href={linkToWebsite(contact.website)} external>
            {contact.website}
          </Link>
        </dd>
      </dl>
    </Card>
  );
}
