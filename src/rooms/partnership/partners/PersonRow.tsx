// One person under an organisation. Contact data is not shown here.

import type { OrganisationId, PersonId } from '../../../domain/ids.ts';
import type { DirectoryPerson } from '../../../domain/partnerDirectory.ts';
import type { Row } from '../../../storage/database.ts';
import { Menu } from '../../../ui/actions/Menu.tsx';
import { Avatar } from '../../../ui/display/Avatar.tsx';
import { ListRow } from '../../../ui/display/List.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import styles from './Partners.module.css';
import type { PartnerActions } from './partnerActions.ts';

export interface PersonRowProps {
  readonly entry: DirectoryPerson<Row<'persons'>>;
  /** Under which organisation the row stands; `undefined` among those who speak for none. */
  readonly organisationId: OrganisationId | undefined;
  readonly actions: PartnerActions;
  readonly onPerson: (id: PersonId) => void;
  readonly onMerge: (id: PersonId) => void;
}

export function PersonRow({ entry, organisationId, actions, onPerson, onMerge }: PersonRowProps) {
  const { person, current } = entry;
  const texts = t().partnership;
  const representation = current.find((each) => each.organisationId === organisationId);
  return (
    <ListRow
      start={<Avatar id={person.id} name={person.name} small />}
      title={
        <button type="button" class={styles['person']} onClick={() => onPerson(person.id)}>
          {person.name}
        </button>
      }
      detail={representation?.role || undefined}
      end={
        <>
          <Tick state={person.unsent === 0 ? 'server' : 'device'} />
          <Menu
            label={texts.moreAbout(person.name)}
            items={[
              { label: texts.editPerson, icon: 'pen', onSelect: () => onPerson(person.id) },
              ...(representation
                ? [
                    {
                      label: texts.endRepresentation,
                      icon: 'minus' as const,
                      onSelect: () => actions.endRepresentation(person, representation),
                    },
                  ]
                : []),
              { label: texts.mergeWith, icon: 'people', onSelect: () => onMerge(person.id) },
              { label: t().common.remove, icon: 'trash', onSelect: () => actions.hidePerson(person) },
            ]}
          />
        </>
      }
    />
  );
}
