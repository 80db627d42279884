// Comments on a section and its rows: open threads, dealt-with ones one tap away, and the field for a new one.

import { useState } from 'preact/hooks';
import type { CommentId } from '../../../domain/ids.ts';
import type { PlanTarget } from '../../../domain/plan/planTarget.ts';
import { addComment } from '../../../documents/planDiscussion.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Disclosure } from '../../../ui/layout/Disclosure.tsx';
import { CommentForm } from './CommentForm.tsx';
import { type DiscussedEntries, rowsOfSection, targetName, threadsOfSection } from './discussion.ts';
import { Thread } from './Thread.tsx';
import type { SectionTalkProps } from './sectionTalkProps.ts';
import styles from './Comments.module.css';

export interface CommentsCardProps extends SectionTalkProps {
  readonly entries: DiscussedEntries;
}

export function CommentsCard(props: CommentsCardProps) {
  const { work, section, organisations, entries } = props;
  const texts = t().planTogether.comments;
  const [isWriting, setIsWriting] = useState(false);
  const threads = threadsOfSection(entries, section);
  const open = threads.filter(({ first }) => first.resolvedAt === undefined);
  const resolved = threads.filter(({ first }) => first.resolvedAt !== undefined);
  const isWritable = work.readOnly === undefined;
  if (threads.length === 0 && !isWritable) return null;
  const shown = (list: typeof threads) => (
    <ul class={styles['threads']} aria-label={texts.title} role="list">
      {list.map((thread) => (
        <Thread
          key={thread.first.id}
          work={work}
          organisations={organisations}
          thread={thread}
          about={targetName(entries, thread.first.on)}
        />
      ))}
    </ul>
  );
  return (
    <Card
      title={texts.title}
      aside={
        isWritable &&
        !isWriting && (
          <Button size="small" icon="plus" onClick={() => setIsWriting(true)}>
            {texts.add}
          </Button>
        )
      }
    >
      {open.length > 0 ? shown(open) : !isWriting && <p class={styles['soft']}>{texts.none}</p>}
      {isWriting && <NewComment {...props} onClose={() => setIsWriting(false)} />}
      {resolved.length > 0 && (
        <Disclosure summary={texts.resolvedCount(resolved.length)}>{shown(resolved)}</Disclosure>
      )}
    </Card>
  );
}

/** No key of a row: those have a dot. */
const WHOLE = 'section';

function NewComment({
  work,
  section,
  organisations,
  entries,
  onClose,
}: CommentsCardProps & { readonly onClose: () => void }) {
  const texts = t().planTogether.comments;
  const rows = rowsOfSection(entries, section);
  const [about, setAbout] = useState(WHOLE);
  const row = rows.find(({ root, id }) => `${root}.${id}` === about);
  const on: PlanTarget =
    row === undefined ? { kind: 'section', section } : { kind: 'row', root: row.root, id: row.id, field: '' };
  return (
    <CommentForm
      label={texts.text}
      button={texts.send}
      organisations={organisations}
      onClose={onClose}
      onSend={async (text, mentions) => {
        const comment = { id: work.device.newId<CommentId>(), on, text, mentions, replyTo: undefined };
        await work.write((doc, hand) => addComment(doc, comment, hand));
      }}
    >
      {rows.length > 0 && (
        <SelectField
          label={texts.about}
          value={about}
          onChange={setAbout}
          options={[
            { value: WHOLE, label: texts.wholeSection },
            ...rows.map(({ root, id, name }) => ({ value: `${root}.${id}`, label: name })),
          ]}
        />
      )}
    </CommentForm>
  );
}
