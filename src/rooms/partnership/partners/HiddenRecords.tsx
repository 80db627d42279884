// Organisations and people that were removed from sight, each one tap away from coming back.

import { sortByPolishName } from '../../../domain/text/comparePolish.ts';
import { foldPolish } from '../../../domain/text/foldPolish.ts';
import { searchMatches } from '../../../domain/text/searchMatches.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { List, ListRow } from '../../../ui/display/List.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import type { PartnerActions } from './partnerActions.ts';
import type { PartnerRows } from './usePartners.ts';

export interface HiddenRecordsProps {
  readonly rows: PartnerRows;
  readonly query: string;
  readonly actions: PartnerActions;
}

export function HiddenRecords({ rows, query, actions }: HiddenRecordsProps) {
  const texts = t().partnership;
  const isShown = (record: { readonly name: string; readonly isHidden: boolean }): boolean =>
    record.isHidden && searchMatches(foldPolish(record.name), query);
  const organisations = rows.organisations.filter(isShown);
  const persons = sortByPolishName(
    rows.persons.filter((person) => person.erasedAt === undefined && isShown(person)),
    (person) => person.name,
  );
  if (organisations.length === 0 && persons.length === 0) return <p role="status">{texts.nothingRemoved}</p>;
  return (
    <Card title={texts.showRemoved}>
      <List label={texts.showRemoved}>
        {organisations.map(({ id, name, type }) => (
          <ListRow
            key={id}
            title={name}
            detail={texts.types[type]}
            end={
              <Button size="small" icon="undo" onClick={() => actions.showOrganisation(id)}>
                {texts.bringBack}
              </Button>
            }
          />
        ))}
        {persons.map(({ id, name }) => (
          <ListRow
            key={id}
            title={name}
            detail={texts.person}
            end={
              <Button size="small" icon="undo" onClick={() => actions.showPerson(id)}>
                {texts.bringBack}
              </Button>
            }
          />
        ))}
      </List>
    </Card>
  );
}
