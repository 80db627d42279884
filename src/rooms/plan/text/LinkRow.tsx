// Where a link's address is typed. Only pages, mail and telephone are taken; what is wrong is said here, and what was typed stays.
import type { Command } from 'prosemirror-state';
import { useEffect, useRef, useState } from 'preact/hooks';
import { typedHref } from '../../../domain/richText/safeHref.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/planEditorTexts.ts';
import { removeLink, setLink } from './formatting.ts';
import styles from './Toolbar.module.css';

export interface LinkRowProps {
  /** Of the link at the caret. */
  readonly href: string | undefined;
  readonly run: (command: Command) => void;
  readonly onDone: () => void;
}

export function LinkRow({ href, run, onDone }: LinkRowProps) {
  const texts = t().planEditor;
  const [typed, setTyped] = useState(href ?? '');
  const [isWrong, setIsWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const apply = (): void => {
    const safe = typedHref(typed);
    if (safe === undefined) {
      setIsWrong(true);
      field.current?.focus();
      return;
    }
    run(setLink(safe));
    onDone();
  };
  return (
    <form
      class={styles['link']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <TextField
        label={texts.linkAddress}
        type="url"
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setIsWrong(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
        enterkeyhint="done"
        error={isWrong ? texts.linkWrong : undefined}
        inputRef={field}
      />
      <div class={styles['linkActions']}>
        <Button type="submit" variant="primary">
          {texts.linkApply}
        </Button>
        {href !== undefined && (
          <Button
            variant="secondary"
            onClick={() => {
              run(removeLink);
              onDone();
            }}
          >
            {texts.linkRemove}
          </Button>
        )}
        <Button variant="quiet" onClick={onDone}>
          {t().common.cancel}
        </Button>
      </div>
    </form>
  );
}
