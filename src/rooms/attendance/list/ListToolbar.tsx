// Above an open list: search, and what can be done with the whole list. On a phone the rarer things are in a menu.

import type { Ref } from 'preact';
import { LIST_FILTERS, type ListCounts, type ListFilter } from '../../../domain/attendanceView.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Menu, type MenuItem } from '../../../ui/actions/Menu.tsx';
import { SegmentedControl } from '../../../ui/fields/RadioGroup.tsx';
import { SearchField } from '../../../ui/fields/SearchField.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import styles from './ListToolbar.module.css';

export interface ListToolbarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Enter in the search. */
  readonly onSubmit: () => void;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
  readonly counts: ListCounts;
  /** A closed list: searching, filtering and printing remain. */
  readonly isReadOnly: boolean;
  readonly isPaper: boolean;
  readonly onPaper: (isPaper: boolean) => void;
  readonly onAdd: () => void;
  readonly selfSigningHref: string | undefined;
  readonly printHref: string;
  readonly importHref: string;
  /** `undefined` on a list that is being corrected. */
  readonly onClose: (() => void) | undefined;
}

export function ListToolbar(props: ListToolbarProps) {
  const { query, onQuery, onSubmit, searchRef, filter, onFilter, counts, isReadOnly, isPaper } = props;
  const { onPaper, onAdd, selfSigningHref, printHref, importHref, onClose } = props;
  const words = t().attendance;
  const labels = {
    all: words.filterAll(counts.listed),
    unmarked: words.filterUnmarked(counts.unmarked),
    present: words.filterPresent(counts.present),
    unsigned: words.filterUnsigned(counts.unsigned),
  };
  const rare: readonly MenuItem[] = isReadOnly
    ? []
    : [
        {
          label: isPaper ? words.fromPaperEnd : words.fromPaper,
          icon: 'sheet',
          onSelect: () => onPaper(!isPaper),
        },
        { label: words.bringIn, icon: 'upload', href: importHref },
      ];
  const usual: readonly MenuItem[] = [
    ...(selfSigningHref === undefined
      ? []
      : [{ label: words.selfSigning, icon: 'pen' as const, href: selfSigningHref }]),
    { label: t().common.print, icon: 'printer', href: printHref },
  ];
  const closing: readonly MenuItem[] =
    onClose === undefined ? [] : [{ label: words.closeList, icon: 'lock', onSelect: onClose }];
  return (
    <div class={styles['toolbar']}>
      <div class={styles['first']}>
        <SearchField
          label={words.searchLabel}
          placeholder={isPaper ? words.paperPlaceholder : words.searchPlaceholder}
          value={query}
          onChange={onQuery}
          onSubmit={onSubmit}
          inputRef={searchRef}
        />
        {!isReadOnly && (
          <Button variant="primary" icon="plus" onClick={onAdd}>
            {words.addPerson}
          </Button>
        )}
        <div class={styles['wide']}>
          {selfSigningHref !== undefined && (
            <Button icon="pen" href={selfSigningHref}>
              {words.selfSigning}
            </Button>
          )}
          <Button icon="printer" href={printHref}>
            {t().common.print}
          </Button>
        </div>
        <div class={styles['narrow']}>
          <Menu label={words.moreOfList} items={[...usual, ...rare, ...closing]} />
        </div>
      </div>
      <div class={styles['second']}>
        <SegmentedControl
          label={words.filter}
          labelHidden
          value={filter}
          onChange={onFilter}
          options={LIST_FILTERS.map((value) => ({ value, label: labels[value] }))}
        />
        <div class={styles['wide']}>
          {onClose !== undefined && (
            <Button icon="lock" onClick={onClose}>
              {words.closeList}
            </Button>
          )}
          {rare.length > 0 && <Menu label={words.moreOfList} items={rare} />}
        </div>
      </div>
    </div>
  );
}
