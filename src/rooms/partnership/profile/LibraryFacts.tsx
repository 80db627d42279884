// The library for those who do not keep its facts: read, not changed. What is not known is left out.

import { EMPTY_LIBRARY } from '../../../domain/library.ts';
import type { Row } from '../../../storage/database.ts';
import { List, ListRow } from '../../../ui/display/List.tsx';
import { formatDate } from '../../../ui/i18n/format.ts';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';

export function LibraryFacts({ partnership }: { readonly partnership: Row<'partnerships'> }) {
  const texts = t().partnership;
  const { libraryName, gmina, library = EMPTY_LIBRARY } = partnership;
  const { address, phone, email, enrolledOn, acceptedRules, branches } = library;
  const facts: readonly (readonly [label: string, value: string])[] = [
    [texts.libraryName, libraryName],
    [texts.gmina, gmina],
    [texts.libraryAddress, address],
    [t().common.phone, phone],
    [t().common.email, email],
    [texts.enrolledOn, enrolledOn === undefined ? '' : formatDate(enrolledOn)],
    [texts.acceptedRules, acceptedRules],
    [texts.branches, branches.map((branch) => branch.name).join(', ')],
  ];
  return (
    <Card title={texts.library}>
      <List label={texts.library}>
        {facts.map(([label, value]) => value !== '' && <ListRow key={label} title={label} detail={value} />)}
      </List>
    </Card>
  );
}
