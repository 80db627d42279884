// The round of the programme: what everybody may read of it, and for programme staff the form that changes it.

import type { RoundId } from '../../domain/ids.ts';
import { BENEFITS, type ProgrammeRound } from '../../domain/programme/round.ts';
import { linkToWebsite } from '../../domain/programme/roundFields.ts';
import type { Device } from '../../storage/device.ts';
import { watchRound } from '../../storage/queries.ts';
import { Link } from '../../ui/actions/Link.tsx';
import { List, ListRow } from '../../ui/display/List.tsx';
import { t } from '../../ui/i18n/programmeTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Column, Columns } from '../../ui/layout/Columns.tsx';
import { Disclosure } from '../../ui/layout/Disclosure.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import { RoundForm } from './RoundForm.tsx';

export interface ProgrammeRoomProps {
  readonly device: Device;
  readonly roundId: RoundId;
  /** Whether this device's member is programme staff; only then a form is offered. */
  readonly isStaff: boolean;
}

export function ProgrammeRoom({ device, roundId, isStaff }: ProgrammeRoomProps) {
  const texts = t().programme;
  const observed = useObservable<ProgrammeRound>(() => watchRound(device.db, roundId), [device.db, roundId]);
  switch (observed.kind) {
    case 'loading':
      return <Page title={texts.title}>{t().common.loading}</Page>;
    case 'failed':
      return (
        <Page title={texts.title}>
          <p role="alert">{t().problems.unreadable}</p>
        </Page>
      );
    case 'ready': {
      const round = observed.value;
      return (
        <Page title={texts.title} subtitle={texts.subtitle(round.name, round.organiser)}>
          {isStaff && <RoundForm device={device} round={round} />}
          <Columns>
            <Column>
              <Themes round={round} />
              <Materials round={round} />
            </Column>
            <Column>
              <Privacy round={round} />
              <Contact round={round} />
            </Column>
          </Columns>
          {!isStaff && <p>{texts.staffOnly}</p>}
        </Page>
      );
    }
  }
}

interface RoundProps {
  readonly round: ProgrammeRound;
}

function Themes({ round }: RoundProps) {
  const texts = t().programme;
  return (
    <Card title={texts.meetings}>
      <List>
        {round.themes.map((theme, index) => (
          <ListRow key={theme.theme} title={`${index + 1}. ${theme.title}`} />
        ))}
        <ListRow title={texts.allowance} detail={texts.hours(round.allowance / 60)} />
      </List>
      <Disclosure summary={texts.benefits}>
        <ol>
          {BENEFITS.map((benefit) => (
            <li key={benefit}>{round.benefits[benefit]}</li>
          ))}
        </ol>
      </Disclosure>
    </Card>
  );
}

function Privacy({ round }: RoundProps) {
  const texts = t().programme;
  const { privacy } = round;
  return (
    <Card title={texts.privacy}>
      <List>
        <ListRow title={texts.controller} detail={privacy.controller || texts.controllerLibrary} />
        <ListRow title={texts.inspector} detail={privacy.inspector || texts.inspectorThroughController} />
        <ListRow title={texts.retention} detail={texts.years(privacy.retentionYears)} />
        {privacy.clauseUrl !== '' && (
          <ListRow title={texts.clause} detail={<a href={privacy.clauseUrl}>{privacy.clauseUrl}</a>} />
        )}
      </List>
    </Card>
  );
}

function Contact({ round }: RoundProps) {
  const texts = t().programme;
  const { contact } = round;
  return (
    <Card title={texts.contact}>
      <List>
        <ListRow title={contact.name} />
        {contact.phones.map((phone) => (
          <ListRow
            key={phone}
            title={texts.phone}
            detail={<a href={`tel:${phone.replaceAll(/\s/g, '')}`}>{phone}</a>}
          />
        ))}
        <ListRow title={texts.address} detail={contact.address} />
        <ListRow
          title={texts.website}
          detail={
            <Link href={linkToWebsite(contact.website)} external>
              {contact.website}
            </Link>
          }
        />
      </List>
    </Card>
  );
}

function Materials({ round }: RoundProps) {
  return (
    <Card title={t().programme.materials}>
      <List>
        {round.materials.map((material) => (
          <ListRow key={material.key} title={material.title} />
        ))}
      </List>
    </Card>
  );
}
