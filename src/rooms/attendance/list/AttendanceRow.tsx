// One person on the list. With 300 of them it is drawn again only when its own row object changed, and off the screen it is
// neither laid out nor painted; that is why it is one flat component. What its buttons do is the list's.

import { Component } from 'preact';
import type { ListRow } from '../../../domain/attendanceView.ts';
import { guessGrammaticalGender } from '../../../domain/text/guessGrammaticalGender.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { Chip } from '../../../ui/display/Chip.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import type { Language } from '../../../ui/i18n/language.ts';
import { Icon } from '../../../ui/icons/Icon.tsx';
import { SignatureImage } from '../signing/SignatureImage.tsx';
import styles from './AttendanceList.module.css';
import { presenceWord } from './rowWords.ts';

/** What a row can ask for; one object for the whole life of the list. */
export interface RowActions {
  readonly toggle: (row: ListRow) => void;
  readonly sign: (row: ListRow) => void;
  readonly more: (row: ListRow) => void;
  readonly focus: (row: ListRow) => void;
  /** A key on the presence button. */
  readonly key: (event: KeyboardEvent, row: ListRow) => void;
}

export interface AttendanceRowProps {
  readonly row: ListRow;
  readonly actions: RowActions;
  /** False on a list that is planned, or closed and not being corrected. */
  readonly isEditable: boolean;
  /** The row whose buttons the Tab key reaches; arrows move it. */
  readonly isCurrent: boolean;
  /** Just added: it draws the eye for a moment. */
  readonly isFresh: boolean;
  readonly language: Language;
}

export class AttendanceRow extends Component<AttendanceRowProps> {
  override shouldComponentUpdate(next: AttendanceRowProps): boolean {
    const now = this.props;
    return (
      now.row !== next.row ||
      now.isEditable !== next.isEditable ||
      now.isCurrent !== next.isCurrent ||
      now.isFresh !== next.isFresh ||
      now.language !== next.language ||
      now.actions !== next.actions
    );
  }

  override render({ row, isFresh }: AttendanceRowProps) {
    const words = t().attendance;
    return (
      <div
        class={classNames(styles['row'], isFresh && styles['fresh'])}
        role="row"
        aria-rowindex={row.ordinal + 1}
        data-person={row.id}
      >
        <div class={styles['number']} role="cell">
          {row.ordinal}
        </div>
        <div class={styles['name']} role="rowheader">
          {row.name || words.erasedPerson}
          {row.isWalkIn && (
            <Chip small tone="sky">
              {words.walkIn(guessGrammaticalGender(row.name))}
            </Chip>
          )}
          {row.correction !== undefined && (
            <Chip small tone="amber">
              {words.corrected}
            </Chip>
          )}
        </div>
        <div class={styles['organisation']} role="cell">
          {row.organisation}
        </div>
        <div class={styles['presence']} role="cell">
          {this.renderPresence()}
        </div>
        <div class={styles['signature']} role="cell">
          {this.renderSignature()}
        </div>
        <div class={styles['more']} role="cell">
          {this.renderMore()}
        </div>
        <div class={styles['tick']} role="cell">
          <Tick state={row.saved} />
        </div>
      </div>
    );
  }

  private renderPresence() {
    const { row, actions, isEditable, isCurrent } = this.props;
    const word = presenceWord(row.name, row.presence);
    const isPresent = row.presence === 'present';
    if (!isEditable) {
      return row.presence === 'unmarked' ? (
        <span class={styles['nothing']}>{t().common.none}</span>
      ) : (
        <span class={classNames(styles['state'], styles[row.presence])}>
          {isPresent && <Icon name="check" size={20} />}
          {word}
        </span>
      );
    }
    return (
      <button
        type="button"
        class={classNames(styles['mark'], styles[row.presence])}
        aria-pressed={isPresent}
        aria-label={`${word}: ${row.name}`}
        tabIndex={isCurrent ? 0 : -1}
        onFocus={() => actions.focus(row)}
        onKeyDown={(event) => actions.key(event, row)}
        onClick={() => actions.toggle(row)}
      >
        {isPresent && <Icon name="check" size={22} />}
        {row.presence === 'unmarked' && <span class={styles['ring']} />}
        <span>{word}</span>
      </button>
    );
  }

  private renderSignature() {
    const { row, actions, isEditable, isCurrent } = this.props;
    const words = t().attendance;
    if (row.signature?.content.kind === 'drawn') {
      return (
        <SignatureImage strokes={row.signature.content.strokes} label={t().signing.signedBy(row.name)} />
      );
    }
    if (row.signature !== undefined) {
      return <span class={styles['confirmed']}>{words.confirmedWithout}</span>;
    }
    if (row.presence !== 'present' || !isEditable) {
      return <span class={styles['nothing']}>{t().common.none}</span>;
    }
    return (
      <span class={styles['sign']}>
        <Button
          size="small"
          icon="pen"
          tabIndex={isCurrent ? 0 : -1}
          aria-label={`${words.sign}: ${row.name}`}
          onClick={() => actions.sign(row)}
        >
          {words.sign}
        </Button>
      </span>
    );
  }

  private renderMore() {
    const { row, actions, isEditable, isCurrent } = this.props;
    return (
      <IconButton
        icon={isEditable ? 'more' : 'info'}
        label={`${t().common.more}: ${row.name}`}
        tabIndex={isCurrent || !isEditable ? 0 : -1}
        onClick={() => actions.more(row)}
      />
    );
  }
}
