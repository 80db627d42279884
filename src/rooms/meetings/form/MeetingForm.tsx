// The form of a meeting, for planning one and for changing one. It checks and hands over the fields; storing is the
// caller's.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import {
  type CheckedMeeting,
  type MeetingDraft,
  type MeetingFields,
  type MeetingProblems,
  checkMeetingDraft,
} from '../../../domain/meetingDraft.ts';
import { type MeetingTheme, PROGRAMME_THEMES } from '../../../domain/programme/round.ts';
import { TITLE_MAX } from '../../../domain/text/checkedText.ts';
import type { IsoDate } from '../../../domain/time.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { Form, FormActions, FormRow } from '../../../ui/fields/Form.tsx';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { TimeField } from '../../../ui/fields/TimeField.tsx';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { meetingTitle } from '../meetingWords.ts';
import { Suggestions } from './Suggestions.tsx';

export interface MeetingFormProps {
  readonly initial: MeetingDraft;
  readonly today: IsoDate;
  /** Places used before, offered for one tap. */
  readonly places: readonly string[];
  readonly submitLabel: string;
  readonly isBusy: boolean;
  readonly onSubmit: (fields: MeetingFields) => void;
  /** Between the fields and the buttons: a failure to store, for instance. */
  readonly children?: ComponentChildren;
  readonly onCancel?: () => void;
}

export function MeetingForm(props: MeetingFormProps) {
  const { initial, today, places, submitLabel, isBusy, onSubmit, onCancel } = props;
  const texts = t().meetings;
  const [draft, setDraft] = useState(initial);
  const [wasTried, setWasTried] = useState(false);
  const checked = checkMeetingDraft(draft, today);
  const problems = wasTried ? problemTexts(checked) : {};
  const set = (changed: Partial<MeetingDraft>): void => setDraft((now) => ({ ...now, ...changed }));

  return (
    <Form
      onSubmit={() => {
        setWasTried(true);
        if (checked.kind === 'ok' && !isBusy) onSubmit(checked.fields);
      }}
    >
      <SelectField<MeetingTheme>
        label={texts.theme}
        value={draft.theme}
        onChange={(theme) => set({ theme })}
        options={[
          ...PROGRAMME_THEMES.map((theme) => ({ value: theme, label: meetingTitle({ title: '', theme }) })),
          { value: 'other' as const, label: texts.ownTheme },
        ]}
      />
      <TextField
        label={texts.ownTitle}
        hint={draft.theme === 'other' ? undefined : texts.ownTitleHint}
        value={draft.title}
        onChange={(title) => set({ title })}
        error={problems.title}
        optional={draft.theme !== 'other'}
      />
      <DateField
        label={texts.date}
        hint={doubtText(checked)}
        value={draft.date}
        onChange={(date) => set({ date })}
        error={problems.date}
      />
      <FormRow>
        <TimeField label={texts.from} value={draft.from} onChange={(from) => set({ from })} />
        <TimeField label={texts.to} value={draft.to} onChange={(to) => set({ to })} error={problems.to} />
      </FormRow>
      <TextField
        label={texts.place}
        hint={texts.placeHint}
        value={draft.place}
        onChange={(place) => set({ place })}
        error={problems.place}
      />
      <Suggestions
        label={texts.placesUsed}
        values={places.filter((place) => place !== draft.place)}
        onChoose={(place) => set({ place })}
      />
      {props.children}
      <FormActions>
        <Button type="submit" variant="primary" busy={isBusy}>
          {submitLabel}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t().common.cancel}</Button>}
      </FormActions>
    </Form>
  );
}

/** A doubtful date is told at once, and allowed. */
function doubtText(checked: CheckedMeeting): string | undefined {
  const texts = t().meetings;
  if (checked.kind === 'refused') return undefined;
  switch (checked.doubt) {
    case 'past':
      return texts.dateLongPast;
    case 'farFuture':
      return texts.dateFarAhead;
    case 'none':
    case 'absurd':
      return undefined;
  }
}

type ProblemTexts = { readonly [Field in keyof MeetingProblems]?: string | undefined };

function problemTexts(checked: CheckedMeeting): ProblemTexts {
  if (checked.kind === 'ok') return {};
  const { title, date, to, place } = checked.problems;
  const texts = t().meetings.problem;
  const line = {
    empty: texts.titleEmpty,
    tooLong: t().problems.tooLong(TITLE_MAX),
    noLetters: texts.noLetters,
  };
  return {
    title: title && line[title],
    place: place && line[place],
    date: date && (date === 'absurd' ? texts.dateAbsurd : t().problems.dateInvalid),
    to: to && t().problems.timeOrder,
  };
}
