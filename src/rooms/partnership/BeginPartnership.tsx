// Beginning a partnership on this device: the few facts that an attendance list needs. It works with no server and no
// account, and ends at Dziś, where the next step is planning the first meeting.

import { useState } from 'preact/hooks';
import { beginPartnership } from '../../documents/partnershipCommands.ts';
import { beginRegister } from '../../documents/registerCommands.ts';
import type { PartnershipId } from '../../domain/ids.ts';
import type { Profile, Track } from '../../domain/partnership.ts';
import { type Place, hrefOf } from '../../domain/places.ts';
import { cleanLine } from '../../domain/text/cleanLine.ts';
import { documentName } from '../../schema/documentName.ts';
import { THIRD_ROUND } from '../../domain/programme/thirdRound.ts';
import type { Device } from '../../storage/device.ts';
import { askPersistence } from '../../storage/persistence.ts';
import { writeSetting } from '../../storage/settings.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Form, FormActions, FormRow } from '../../ui/fields/Form.tsx';
import { RadioGroup } from '../../ui/fields/RadioGroup.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { t } from '../../ui/i18n/partnershipTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { useSaving } from '../../ui/useSaving.ts';
import { NotStored } from '../../ui/feedback/NotStored.tsx';
import { optionalNameProblem, optionalTitleProblem, titleProblem } from './fields/textProblem.ts';

export interface BeginPartnershipProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
}

export function BeginPartnership({ device, go }: BeginPartnershipProps) {
  const texts = t().partnership;
  // One id for all attempts: after a failed write the same partnership is written again, not a second one.
  const [id] = useState(() => device.newId<PartnershipId>());
  const [name, setName] = useState('');
  const [libraryName, setLibraryName] = useState('');
  const [gmina, setGmina] = useState('');
  const [personName, setPersonName] = useState('');
  const [track, setTrack] = useState<Track>('project');
  const [wasTried, setWasTried] = useState(false);
  const { state, save } = useSaving();

  const problems = {
    name: titleProblem(name),
    libraryName: titleProblem(libraryName),
    gmina: optionalTitleProblem(gmina),
    personName: optionalNameProblem(personName),
  };

  const begin = async (): Promise<void> => {
    const coordinatorName = cleanLine(personName);
    const partnership: Profile = {
      id,
      roundId: THIRD_ROUND.id,
      phase: 'partnerSearch',
      facilitatorName: '',
      isExample: false,
      createdAt: device.now(),
      name: cleanLine(name),
      libraryName: cleanLine(libraryName),
      gmina: cleanLine(gmina),
      track,
      coordinatorName,
    };
    const isStored = await save(() =>
      device.ledger.write(
        [
          { name: documentName('partnership', id), run: (doc) => beginPartnership(doc, partnership) },
          { name: documentName('register', id), run: beginRegister },
        ],
        async (db) => {
          await writeSetting(db, 'partnershipId', id);
          if (coordinatorName !== '') await writeSetting(db, 'personName', coordinatorName);
        },
      ),
    );
    if (!isStored) return;
    // Asked at the first real piece of work; whatever the answer, the work is stored.
    askPersistence().catch(device.reportFailure);
    go({ kind: 'today' });
  };

  const submit = (): void => {
    setWasTried(true);
    const isRefused = Object.values(problems).some((problem) => problem !== undefined);
    if (!isRefused && state.kind !== 'saving') begin().catch(device.reportFailure);
  };

  const shown: Partial<typeof problems> = wasTried ? problems : {};
  return (
    <Page
      title={texts.beginTitle}
      subtitle={texts.beginText}
      width="text"
      back={{ href: hrefOf({ kind: 'today' }), label: t().common.back }}
    >
      <Card>
        <Form onSubmit={submit} label={texts.beginTitle}>
          <TextField
            label={texts.name}
            hint={texts.nameHint}
            value={name}
            onChange={setName}
            error={shown.name}
          />
          <FormRow>
            <TextField
              label={texts.library}
              hint={texts.libraryHint}
              value={libraryName}
              onChange={setLibraryName}
              error={shown.libraryName}
              autocomplete="organization"
            />
            <TextField
              label={texts.gmina}
              hint={texts.gminaHint}
              value={gmina}
              onChange={setGmina}
              error={shown.gmina}
              optional
            />
          </FormRow>
          <RadioGroup
            label={texts.track}
            options={[
              { value: 'project', label: texts.trackProject, hint: texts.trackProjectHint },
              { value: 'longTerm', label: texts.trackLongTerm, hint: texts.trackLongTermHint },
            ]}
            value={track}
            onChange={setTrack}
          />
          <TextField
            label={texts.ownName}
            hint={texts.ownNameHint}
            value={personName}
            onChange={setPersonName}
            error={shown.personName}
            optional
            autocomplete="name"
          />
          <NotStored state={state} />
          <FormActions>
            <Button type="submit" variant="primary" size="large" busy={state.kind === 'saving'}>
              {texts.create}
            </Button>
          </FormActions>
        </Form>
      </Card>
      <p>{texts.beginAfter}</p>
    </Page>
  );
}
