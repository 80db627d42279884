// Every field, with hints, errors, and what is switched off.
import { useState } from 'preact/hooks';
import { Button } from '../../../src/ui/actions/Button.tsx';
import { Checkbox } from '../../../src/ui/fields/Checkbox.tsx';
import { DateField } from '../../../src/ui/fields/DateField.tsx';
import { Form, FormActions, FormRow } from '../../../src/ui/fields/Form.tsx';
import { RadioGroup, SegmentedControl } from '../../../src/ui/fields/RadioGroup.tsx';
import { SearchField } from '../../../src/ui/fields/SearchField.tsx';
import { SelectField } from '../../../src/ui/fields/SelectField.tsx';
import { TextArea } from '../../../src/ui/fields/TextArea.tsx';
import { TextField } from '../../../src/ui/fields/TextField.tsx';
import { TimeField } from '../../../src/ui/fields/TimeField.tsx';
import { Card } from '../../../src/ui/layout/Card.tsx';
import { Page } from '../../../src/ui/layout/Page.tsx';

const empty = { name: '', date: '2026-11-22', time: '16:00', note: '', pin: '', query: '' };

export const Fields = () => {
  const [values, setValues] = useState(empty);
  const [kind, setKind] = useState<'school' | 'ngo' | undefined>(undefined);
  const [track, setTrack] = useState<'project' | 'longTerm'>('project');
  const [shown, setShown] = useState<'all' | 'missing'>('all');
  const [contact, setContact] = useState(false);
  const [tried, setTried] = useState(false);
  const set = (field: keyof typeof empty) => (value: string) =>
    setValues((before) => ({ ...before, [field]: value }));
  return (
    <Page title="Pola" width="text">
      <SearchField label="Szukaj osoby" value={values.query} onChange={set('query')} />
      <Card>
        <Form onSubmit={() => setTried(true)}>
          <TextField
            label="Nazwa partnerstwa"
            hint="Na przykład „Stare Pole razem”"
            value={values.name}
            onChange={set('name')}
            error={tried && values.name === '' ? 'Wpisz nazwę.' : undefined}
          />
          <TextField label="PIN" type="pin" value={values.pin} onChange={set('pin')} maxLength={4} />
          <FormRow>
            <DateField label="Data" value={values.date} onChange={set('date')} />
            <TimeField label="Od" value={values.time} onChange={set('time')} optional />
          </FormRow>
          <SelectField
            label="Rodzaj instytucji"
            placeholder="Wybierz"
            value={kind}
            onChange={setKind}
            options={[
              { value: 'school', label: 'szkoła' },
              { value: 'ngo', label: 'organizacja pozarządowa' },
            ]}
          />
          <TextArea label="Uwagi" optional value={values.note} onChange={set('note')} />
          <RadioGroup
            label="Rodzaj partnerstwa"
            value={track}
            onChange={setTrack}
            options={[
              { value: 'project', label: 'Projektowe', hint: 'Wokół projektu' },
              { value: 'longTerm', label: 'Długofalowe' },
            ]}
          />
          <SegmentedControl
            label="Pokaż"
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all', label: 'Wszyscy' },
              { value: 'missing', label: 'Bez obecności' },
            ]}
          />
          <Checkbox
            label="Dołącz kartę kontaktową"
            hint="Tylko dla organizatora."
            checked={contact}
            onChange={setContact}
          />
          <TextField label="Wyłączone" disabled value="abc" onChange={() => undefined} />
          <FormActions>
            <Button variant="primary" type="submit">
              Zapisz
            </Button>
          </FormActions>
        </Form>
        <p id="state">{[kind, track, shown, String(contact)].join(' ')}</p>
      </Card>
    </Page>
  );
};
