// Writing a comment or an answer, with the organisations that are asked to look.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { OrganisationId } from '../../../domain/ids.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { NotStored } from '../../../ui/feedback/NotStored.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { Form, FormActions } from '../../../ui/fields/Form.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Disclosure } from '../../../ui/layout/Disclosure.tsx';
import { useSaving } from '../../../ui/useSaving.ts';
import { choosableOrganisations } from '../organisationName.ts';
import { checkRowText, ROW_TEXT_MAX } from '../rows/checkRowText.ts';

export interface CommentFormProps {
  readonly label: string;
  readonly button: string;
  readonly organisations: readonly PartnerOrganisation[];
  readonly onSend: (text: string, mentions: readonly OrganisationId[]) => Promise<void>;
  readonly onClose: () => void;
  readonly children?: ComponentChildren | undefined;
}

export function CommentForm({ label, button, organisations, onSend, onClose, children }: CommentFormProps) {
  const texts = t().planTogether.comments;
  const [text, setText] = useState('');
  const [mentions, setMentions] = useState<readonly OrganisationId[]>([]);
  const [problem, setProblem] = useState<'empty' | 'tooLong' | undefined>(undefined);
  const { state, save } = useSaving();
  const choosable = choosableOrganisations(organisations);
  const send = async (): Promise<void> => {
    const checked = checkRowText(text);
    setProblem(checked.kind === 'refused' ? checked.reason : undefined);
    if (checked.kind === 'refused' || state.kind === 'saving') return;
    if (await save(() => onSend(checked.value, mentions))) onClose();
  };
  return (
    <Form onSubmit={() => void send()} label={label}>
      {children}
      <TextArea
        label={label}
        rows={2}
        value={text}
        onChange={setText}
        error={problem && (problem === 'empty' ? t().plan.emptyProblem : t().problems.tooLong(ROW_TEXT_MAX))}
        autofocus
      />
      {choosable.length > 0 && (
        <Disclosure summary={texts.mention}>
          {choosable.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={mentions.includes(id)}
              onChange={(isOn) =>
                setMentions((before) => (isOn ? [...before, id] : before.filter((each) => each !== id)))
              }
            />
          ))}
        </Disclosure>
      )}
      <NotStored state={state} />
      <FormActions>
        <Button type="submit" variant="primary" icon="send" busy={state.kind === 'saving'}>
          {button}
        </Button>
        <Button onClick={onClose}>{t().common.cancel}</Button>
      </FormActions>
    </Form>
  );
}
