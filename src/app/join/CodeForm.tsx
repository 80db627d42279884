// Where a code is typed or a link pasted. A slip of the finger is told here, without a server.

import { useState } from 'preact/hooks';
import { type ParsedInvitation, parseInvitation } from '../../schema/invitation.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Form, FormActions } from '../../ui/fields/Form.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';

export interface CodeFormProps {
  readonly initial: string;
  readonly onRead: (
    text: string,
    invitation: Exclude<ParsedInvitation, { readonly kind: 'unreadable' }>,
  ) => void;
}

export function CodeForm({ initial, onRead }: CodeFormProps) {
  const [text, setText] = useState(initial);
  const [isChecked, setChecked] = useState(initial !== '');
  const texts = t().identity;
  const parsed = parseInvitation(text);
  const error = (): string | undefined => {
    if (!isChecked) return undefined;
    if (text.trim() === '') return t().problems.required;
    return parsed.kind === 'unreadable' ? t().sending.invitation[parsed.reason] : undefined;
  };
  return (
    <Card>
      <Form
        onSubmit={() => {
          setChecked(true);
          if (parsed.kind !== 'unreadable') onRead(text.trim(), parsed);
        }}
      >
        <TextField
          label={texts.code}
          hint={texts.codeHint}
          value={text}
          onChange={(next) => {
            setText(next);
            setChecked(false);
          }}
          error={error()}
          enterkeyhint="next"
        />
        <p>{texts.qrHint}</p>
        <FormActions>
          <Button variant="primary" type="submit">
            {t().common.next}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
