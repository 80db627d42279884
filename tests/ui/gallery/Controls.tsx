// Everything that is pressed, opens or tells something.
import { useRef, useState } from 'preact/hooks';
import { createStore } from 'zustand/vanilla';
import { Button } from '../../../src/ui/actions/Button.tsx';
import { FileButton } from '../../../src/ui/actions/FileButton.tsx';
import { IconButton } from '../../../src/ui/actions/IconButton.tsx';
import { Link } from '../../../src/ui/actions/Link.tsx';
import { Menu } from '../../../src/ui/actions/Menu.tsx';
import { Banner } from '../../../src/ui/feedback/Banner.tsx';
import { ConfirmDialog } from '../../../src/ui/feedback/ConfirmDialog.tsx';
import { Dialog } from '../../../src/ui/feedback/Dialog.tsx';
import { EmptyState } from '../../../src/ui/feedback/EmptyState.tsx';
import { ProgressBar } from '../../../src/ui/feedback/ProgressBar.tsx';
import { Spinner } from '../../../src/ui/feedback/Spinner.tsx';
import { showToast } from '../../../src/ui/feedback/toasts.ts';
import { TextField } from '../../../src/ui/fields/TextField.tsx';
import { Card } from '../../../src/ui/layout/Card.tsx';
import { Columns } from '../../../src/ui/layout/Columns.tsx';
import { Disclosure } from '../../../src/ui/layout/Disclosure.tsx';
import { Page } from '../../../src/ui/layout/Page.tsx';
import { Toolbar } from '../../../src/ui/layout/Toolbar.tsx';
import { useStore } from '../../../src/ui/useStore.ts';

const numbers = createStore(() => ({ a: 1, b: 1, other: 0 }));

/** How often its parent rendered: it has no state and takes nothing, so it renders with it. */
const RenderCount = () => {
  const count = useRef(0);
  count.current += 1;
  return <>{count.current}</>;
};

/** Shows how often a selection that did not change made it render again. */
const Selected = () => {
  const both = useStore(numbers, ({ a, b }) => `${a}=${b}`);
  return (
    <p id="selected">
      {both} (<RenderCount />)
    </p>
  );
};

export const Controls = () => {
  const [open, setOpen] = useState<'none' | 'dialog' | 'confirm'>('none');
  const [chosen, setChosen] = useState('');
  const [presses, setPresses] = useState(0);
  return (
    <Page
      title="Elementy"
      subtitle="Przyciski, okna i komunikaty"
      back={{ href: '#back', label: 'Wróć' }}
      actions={<IconButton icon="settings" label="Ustawienia" outlined />}
    >
      <Banner
        title="Jest nowa wersja aplikacji."
        action={<Button>Włącz ją teraz</Button>}
        onDismiss={() => undefined}
      />
      <Banner tone="amber">Kończy się miejsce.</Banner>
      <Banner tone="brick">Nie udało się otworzyć danych.</Banner>
      <Banner tone="forest">Oglądasz przykład.</Banner>
      <Card title="Przyciski" aside="wszystkie" footer={<Link href="#more">Więcej</Link>}>
        <Toolbar>
          <Button variant="primary" size="large" icon="pen" onClick={() => setOpen('dialog')}>
            Otwórz okno
          </Button>
          <Button variant="danger" icon="trash" onClick={() => setOpen('confirm')}>
            Usuń
          </Button>
          <Button
            variant="quiet"
            onClick={() =>
              showToast({ text: 'Zapisano', action: { label: 'Cofnij', run: () => setChosen('cofnięto') } })
            }
          >
            Pokaż komunikat
          </Button>
          <Button busy onClick={() => setPresses((count) => count + 1)}>
            Wysyłam
          </Button>
          <Button disabled>Nieaktywny</Button>
          <Button pressed>Wciśnięty</Button>
          <Button href="#link" size="small">
            Odnośnik
          </Button>
          <FileButton accept=".csv" onFiles={(files) => setChosen(files.map((file) => file.name).join())}>
            Wybierz plik
          </FileButton>
          <Menu
            label="Więcej czynności"
            items={[
              { label: 'Zmień', icon: 'pen', onSelect: () => setChosen('zmień') },
              { label: 'Niedostępne', disabled: true },
              { label: 'Usuń z listy', icon: 'trash', danger: true, onSelect: () => setChosen('usuń') },
            ]}
          />
          <Button
            onClick={() => {
              for (let step = 0; step < 5; step += 1) {
                numbers.setState(({ a, b }) => ({ a: a + 1, b: b + 1 }));
                numbers.setState({ other: step });
              }
            }}
          >
            Zmień liczby
          </Button>
          <Button onClick={() => numbers.setState(({ other }) => ({ other: other + 1 }))}>
            Zmień inną liczbę
          </Button>
        </Toolbar>
        <p id="chosen">{chosen}</p>
        <p id="presses">{presses}</p>
        <Selected />
      </Card>
      <Columns weight="lead">
        <Card title="Postęp">
          <ProgressBar label="Wczytuję listę" value={0.4} />
          <ProgressBar label="Wysyłam" />
          <Spinner label="Chwileczkę…" />
          <Disclosure summary="Informacja o danych osobowych">Administratorem jest biblioteka.</Disclosure>
        </Card>
        <Card>
          <EmptyState
            icon="people"
            title="Nie ma jeszcze żadnej osoby"
            action={<Button icon="plus">Dodaj osobę</Button>}
          >
            Dodaj osobę albo wczytaj listę.
          </EmptyState>
        </Card>
      </Columns>
      <Dialog
        open={open === 'dialog'}
        title="Dopisz osobę"
        onClose={() => setOpen('none')}
        actions={<Button variant="primary">Dopisz</Button>}
      >
        <TextField label="Imię i nazwisko" value="" onChange={() => undefined} autofocus />
        <Menu label="W oknie" text="W oknie" items={[{ label: 'Pierwsza' }]} />
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        title="Usunąć przykład?"
        confirmLabel="Usuń przykład"
        danger
        onConfirm={() => {
          setChosen('usunięto');
          setOpen('none');
        }}
        onCancel={() => setOpen('none')}
      >
        Twoje partnerstwa zostaną.
      </ConfirmDialog>
    </Page>
  );
};
