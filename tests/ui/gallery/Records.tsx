// How records are shown: table and cards, lists, ticks, the path, the meter, a code.
import { Button } from '../../../src/ui/actions/Button.tsx';
import { Avatar } from '../../../src/ui/display/Avatar.tsx';
import { Chip } from '../../../src/ui/display/Chip.tsx';
import { List, ListRow } from '../../../src/ui/display/List.tsx';
import { Meter } from '../../../src/ui/display/Meter.tsx';
import { PathSteps } from '../../../src/ui/display/PathSteps.tsx';
import { Qr } from '../../../src/ui/display/Qr.tsx';
import { Tick, TickLegend } from '../../../src/ui/display/Tick.tsx';
import { Card } from '../../../src/ui/layout/Card.tsx';
import { Page } from '../../../src/ui/layout/Page.tsx';
import { Table, TableCell, TableRow } from '../../../src/ui/layout/Table.tsx';
import { VisuallyHidden } from '../../../src/ui/layout/VisuallyHidden.tsx';

const people = [
  ['Anna Wiśniewska', 'Szkoła Podstawowa w Starym Polu'],
  ['Franciszek Brzęczyszczykiewicz-Konstantynopolitański', 'Stowarzyszenie na rzecz Rozwoju i Promocji Wsi'],
] as const;

export const Records = () => (
  <Page title="Zapisy" actions={<Chip tone="forest">14 obecnych</Chip>}>
    <Table
      label="Lista obecności"
      columns={[
        { label: 'Lp.', width: '2.5rem' },
        { label: 'Imię i nazwisko', width: 'minmax(8rem, 1.3fr)' },
        { label: 'Instytucja', width: 'minmax(8rem, 1.3fr)' },
        { label: 'Obecność', width: '9.5rem' },
        { label: 'Stan', width: '3rem', labelHidden: true },
      ]}
    >
      {people.map(([name, organisation], index) => (
        <TableRow key={name} fresh={index === 1}>
          <TableCell card="number">{index + 1}</TableCell>
          <TableCell heading>{name}</TableCell>
          <TableCell cardLabel="Instytucja:">{organisation}</TableCell>
          <TableCell card="action">
            <Button wide variant="primary" icon="check">
              Jest
            </Button>
          </TableCell>
          <TableCell card="corner">
            <Tick state={index === 0 ? 'server' : 'device'} />
          </TableCell>
        </TableRow>
      ))}
    </Table>
    <TickLegend />
    <Card title="Trzy spotkania">
      <PathSteps
        label="Trzy spotkania"
        steps={[
          { title: 'Zawiązanie', caption: '12 września', state: 'done', href: '#first' },
          { title: 'Efektywność', caption: 'dziś, 16:00', state: 'current', href: '#second' },
          { title: 'Perspektywy', caption: 'termin do ustalenia', state: 'future' },
        ]}
      />
    </Card>
    <Card title="Wsparcie" tone="sunken">
      <Meter
        label="Wsparcie animatora"
        max={24}
        text="13,5 z 24 h"
        parts={[
          { value: 6, label: 'spotkania' },
          { value: 4.5, label: 'telefon' },
          { value: 3, label: 'e-mail' },
        ]}
      />
      <Meter
        label="Przekroczone"
        max={24}
        text="25 z 24 h"
        tone="over"
        parts={[{ value: 25, label: 'spotkania' }]}
      />
    </Card>
    <Card title="Do zrobienia">
      <List label="Do zrobienia">
        <ListRow
          start={<Avatar id="kgw" name="KGW „Polanki”" />}
          title="Zebrać oferty"
          detail="KGW „Polanki”"
          end={
            <Chip small tone="amber">
              do piątku
            </Chip>
          }
        />
        <ListRow title="Potwierdzić salę" end={<Tick state="saving" withText />} href="#room" />
        <ListRow title="Nie zapisane" end={<Tick state="failed" withText />} />
      </List>
      <VisuallyHidden>tylko dla czytnika</VisuallyHidden>
    </Card>
    <Card title="Zaproszenie">
      <Qr text="https://wspolnie.example/dolacz#ABCD-EFGH" label="Kod QR zaproszenia" />
    </Card>
  </Page>
);
