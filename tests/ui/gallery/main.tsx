// A page with every component of the kit, for tests that need a browser. It is built for the test only.
import '../../../src/ui/base.css';
import { render } from 'preact';
import { Chip } from '../../../src/ui/display/Chip.tsx';
import { Toaster } from '../../../src/ui/feedback/Toaster.tsx';
import { Shell } from '../../../src/ui/layout/Shell.tsx';
import { Controls } from './Controls.tsx';
import { Fields } from './Fields.tsx';
import { Records } from './Records.tsx';

const scenes = { '#controls': Controls, '#fields': Fields, '#records': Records };

const Scene = () => {
  const Chosen = Object.entries(scenes).find(([name]) => name === location.hash)?.[1] ?? Controls;
  return <Chosen />;
};

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no #app');
render(
  <>
    <Shell
      items={[
        { href: '#controls', label: 'Dziś', icon: 'home', current: true },
        { href: '#fields', label: 'Spotkania', icon: 'calendar', current: false, badge: 3 },
        { href: '#records', label: 'Partnerstwo', icon: 'people', current: false },
      ]}
      owner="Gminna Biblioteka Publiczna w Starym Polu"
      status={
        <Chip href="#sync" tone="amber" icon="send">
          7 zmian czeka na wysłanie
        </Chip>
      }
    >
      <Scene />
    </Shell>
    <Toaster />
  </>,
  root,
);
