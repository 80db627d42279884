// A comment with its answers, and whether it is dealt with.

import { useState } from 'preact/hooks';
import { addComment, resolveComment } from '../../../documents/planDiscussion.ts';
import type { CommentId } from '../../../domain/ids.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { Comment, CommentThread } from '../../../domain/plan/discussion.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Avatar } from '../../../ui/display/Avatar.tsx';
import { formatDateTime } from '../../../ui/i18n/format.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { organisationName } from '../organisationName.ts';
import type { PlanWork } from '../planWork.ts';
import { CommentForm } from './CommentForm.tsx';
import styles from './Comments.module.css';

export interface ThreadProps {
  readonly work: PlanWork;
  readonly organisations: readonly PartnerOrganisation[];
  readonly thread: CommentThread;
  /** What it is about; '' for the whole section. */
  readonly about: string;
}

export function Thread({ work, organisations, thread, about }: ThreadProps) {
  const texts = t().planTogether.comments;
  const [isAnswering, setIsAnswering] = useState(false);
  const { first, replies } = thread;
  const isResolved = first.resolvedAt !== undefined;
  const resolve = (): void => {
    work
      .write((doc, hand) => resolveComment(doc, first.id, !isResolved, hand))
      .catch(work.device.reportFailure);
  };
  return (
    <li class={styles['thread']}>
      {about !== '' && <p class={styles['about']}>{about}</p>}
      {[first, ...replies].map((comment) => (
        <OneComment key={comment.id} comment={comment} organisations={organisations} />
      ))}
      {isResolved && <p class={styles['soft']}>{texts.resolvedBy(first.resolvedBy)}</p>}
      {work.readOnly === undefined && !isAnswering && (
        <div class={styles['buttons']}>
          <Button size="small" variant="quiet" onClick={() => setIsAnswering(true)}>
            {texts.answer}
          </Button>
          <Button size="small" variant="quiet" icon={isResolved ? 'undo' : 'check'} onClick={resolve}>
            {isResolved ? texts.reopen : texts.resolve}
          </Button>
        </div>
      )}
      {isAnswering && (
        <CommentForm
          label={texts.answerText}
          button={texts.answer}
          organisations={organisations}
          onClose={() => setIsAnswering(false)}
          onSend={async (text, mentions) => {
            const { on, id: replyTo } = first;
            const answer = { id: work.device.newId<CommentId>(), on, text, mentions, replyTo };
            await work.write((doc, hand) => addComment(doc, answer, hand));
          }}
        />
      )}
    </li>
  );
}

interface OneCommentProps extends Pick<ThreadProps, 'organisations'> {
  readonly comment: Comment;
}

function OneComment({ comment, organisations }: OneCommentProps) {
  const texts = t().planTogether.comments;
  const { authorOrganisationId, byName, at, text, mentions } = comment;
  const organisation =
    authorOrganisationId === undefined ? '' : organisationName(organisations, authorOrganisationId);
  const who = [byName || t().plan.somebody, organisation].filter(Boolean).join(', ');
  return (
    <div class={styles['comment']}>
      <Avatar id={authorOrganisationId ?? byName} name={byName || organisation} small />
      <div>
        <p class={styles['soft']}>{texts.byAt(who, formatDateTime(at))}</p>
        <p class={styles['text']}>{text}</p>
        {mentions.length > 0 && (
          <p class={styles['soft']}>
            {texts.asked(mentions.map((id) => organisationName(organisations, id)).join(', '))}
          </p>
        )}
      </div>
    </div>
  );
}
