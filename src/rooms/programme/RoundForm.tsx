// The form by which programme staff change what is published of the round. Stored on the device first, like everything.

import { useState } from 'preact/hooks';
import { publishRound } from '../../documents/programmeCommands.ts';
import type { ProgrammeRound } from '../../domain/programme/round.ts';
import {
  isWebAddress,
  RETENTION_YEARS,
  type RoundFields,
  roundFields,
} from '../../domain/programme/roundFields.ts';
import { documentName } from '../../schema/documentName.ts';
import type { Device } from '../../storage/device.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { Form, FormActions, FormRow } from '../../ui/fields/Form.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { t } from '../../ui/i18n/programmeTexts.ts';
import { Disclosure } from '../../ui/layout/Disclosure.tsx';
import { useSaving } from '../../ui/useSaving.ts';

type Typed = Readonly<Record<keyof RoundFields, string>>;

const MAX = 200;

export function RoundForm({ device, round }: { readonly device: Device; readonly round: ProgrammeRound }) {
  const texts = t().programme;
  const [typed, setTyped] = useState<Typed>(() => typedOf(round));
  const saving = useSaving();
  const years = Number(typed.retentionYears);
  const yearsProblem =
    Number.isInteger(years) && years >= RETENTION_YEARS.least && years <= RETENTION_YEARS.most
      ? undefined
      : texts.retentionInvalid;
  const clauseProblem =
    typed.clauseUrl === '' || isWebAddress(typed.clauseUrl) ? undefined : texts.clauseInvalid;
  const nameProblem = typed.name.trim() === '' ? t().problems.nameRequired : undefined;

  const field = (
    name: keyof RoundFields,
    label: string,
    more: { hint?: string; error?: string | undefined } = {},
  ) => (
    <TextField
      label={label}
      value={typed[name]}
      maxLength={MAX}
      onChange={(value) => setTyped((before) => ({ ...before, [name]: value }))}
      {...more}
    />
  );
  const publish = async (): Promise<void> => {
    if (yearsProblem ?? clauseProblem ?? nameProblem) return;
    const fields: RoundFields = { ...typed, retentionYears: years };
    await saving.save(() =>
      device.ledger.write([
        { name: documentName('programme', round.id), run: (doc) => publishRound(doc, fields) },
      ]),
    );
  };

  return (
    <Disclosure summary={texts.edit}>
      <Form onSubmit={() => void publish().catch(device.reportFailure)} label={texts.edit}>
        <FormRow>
          {field('name', texts.name, { error: nameProblem })}
          {field('rulesVersion', texts.rulesVersion)}
        </FormRow>
        <FormRow>
          {field('contactName', texts.contactName)}
          {field('contactPhones', texts.contactPhones, { hint: texts.contactPhonesHint })}
        </FormRow>
        <FormRow>
          {field('contactAddress', texts.address)}
          {field('contactWebsite', texts.website)}
        </FormRow>
        <FormRow>
          {field('controller', texts.controller, { hint: texts.controllerHint })}
          {field('inspector', texts.inspector)}
        </FormRow>
        <FormRow>
          {field('retentionYears', texts.retentionYears, { error: yearsProblem })}
          {field('clauseUrl', texts.clauseUrl, { error: clauseProblem })}
        </FormRow>
        <FormActions>
          <Button type="submit" variant="primary" busy={saving.state.kind === 'saving'}>
            {texts.publish}
          </Button>
        </FormActions>
        {saving.state.kind === 'saved' && <Banner tone="info">{texts.published}</Banner>}
        {saving.state.kind === 'failed' && <Banner tone="brick">{texts.notStored}</Banner>}
      </Form>
    </Disclosure>
  );
}

function typedOf(round: ProgrammeRound): Typed {
  const fields = roundFields(round);
  return { ...fields, retentionYears: String(fields.retentionYears) };
}
