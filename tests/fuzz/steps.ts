// What happens in a run, one thing after another: people work, tabs and machines fail, the line comes and goes. None of these
// waits for what it set off; how much of that comes about before the next step is decided by the seed.

import { NAMES, PARTNERSHIP } from './editing.ts';
import { firstEpoch, holds, standing } from './epochs.ts';
import { beginNewerVersion } from './edits.ts';
import { erase } from './erasing.ts';
import { writtenIn } from './ledgerOfTruth.ts';
import type { Trouble } from './cast.ts';
import type { Game } from './game.ts';
import { serverDocument } from './judgement.ts';
import { editIn, someCrew, someTab } from './working.ts';

interface Step {
  readonly name: string;
  readonly weight: number;
  /** Only in runs that have this trouble. */
  readonly of?: Trouble;
  readonly run: (game: Game) => Promise<void> | void;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function edit(game: Game): void {
  const crew = someCrew(game);
  editIn(game, crew, someTab(game, crew));
}

/** In two tabs of one browser at the same moment. */
function editTwice(game: Game): void {
  const crew = someCrew(game);
  while (crew.device.tabs.length < 2) crew.device.openTab();
  for (const tab of crew.device.tabs) editIn(game, crew, tab);
}

/** [G10] "Sent" is said only when the server has everything that this device had one tick for. */
function sendNow(game: Game): void {
  const { device } = someCrew(game);
  const tab = device.tabs[0];
  if (tab === undefined) return;
  const owed = game.editing.writes.filter((write) => write.device === device.name && write.hasTick);
  const incarnation = game.relay.stores?.store.incarnation();
  const began = game.restores;
  tab.process
    .run(() => tab.sync.sendNow())
    .then(async (result) => {
      if (!tab.process.isAlive) return;
      game.trace(`  ${device.name} sent: ${result.kind === 'failed' ? result.reason : result.kind}`);
      const store = game.relay.stores?.store;
      if (result.kind !== 'sent' || store === undefined || game.restores !== began) return;
      if (store.incarnation() !== incarnation) return;
      game.count('sent');
      const refused = new Set(result.refused.map(({ name }) => firstEpoch(name)));
      for (const name of Object.values(NAMES)) {
        const held = await serverDocument(store, await standing(store, name));
        if (refused.has(name) || game.epochs.isForked(held)) continue;
        for (const write of owed) {
          if (write.place.doc === name && !game.epochs.isOvertaken(writtenIn(write)) && !holds(held, write))
            game.violate(`[G10] ${device.name} was told "sent", and ${write.token} is not on the server`);
        }
      }
    })
    .catch((cause: unknown) => game.violateUnlessDown(cause));
}

function killTab(game: Game): void {
  const { device } = someCrew(game);
  const tab = device.tabs[0];
  if (tab === undefined) return;
  game.loop.interrupt(game.random.below(120), () => {
    game.count('crashes');
    game.trace(`  ${device.name} loses a tab`);
    device.killTab(tab);
  });
}

async function cutPower(game: Game): Promise<void> {
  const { device } = someCrew(game);
  device.kill();
  game.count('crashes');
  const lost = await game.loop.until(device.disk.losePower(1 + game.random.below(6), game.loop.now), 1_000);
  game.count('powerCuts');
  game.trace(`  ${device.name} without power, ${lost} relaxed writes lost`);
}

function killServer(game: Game): void {
  game.loop.interrupt(game.random.below(120), () => {
    if (!game.relay.isUp) return;
    game.count('crashes');
    game.trace('  server killed');
    game.relay.kill();
  });
}

async function startServer(game: Game): Promise<void> {
  await game.startServer();
}

function partition(game: Game, state: 'down' | 'silent'): void {
  const { device } = someCrew(game);
  game.count('partitions');
  device.line.set(state);
  game.trace(`  ${device.name} ${state}`);
}

function heal(game: Game): void {
  const { device } = someCrew(game);
  device.line.set('up');
  game.trace(`  ${device.name} up`);
}

function backUp(game: Game): void {
  if (!game.relay.isUp) return;
  game.backup = game.relay.backUp();
}

async function restore(game: Game): Promise<void> {
  if (game.backup !== undefined) await game.restore(game.backup);
}

function fillDevice(game: Game): void {
  const { device } = someCrew(game);
  if (game.isDeviceFull.delete(device)) return;
  game.isDeviceFull.add(device);
  game.count('fullDisks');
}

function fillServer(game: Game): void {
  const faulty = game.relay.stores?.faulty;
  if (faulty === undefined) return;
  const isFull = game.random.below(2) === 0;
  faulty.fill(isFull);
  if (isFull) game.count('fullDisks');
  game.trace(`  server ${isFull ? 'full' : 'has room'}`);
}

/** Through the first device's screen, as a librarian does it. */
function takeOff(game: Game): void {
  const [first, ...others] = game.crew;
  const tab = first?.device.tabs[0];
  if (first === undefined || tab === undefined) return;
  const { member } = game.random.pick(others);
  game.count('revocations');
  tab.process
    .run(() => tab.identity.revokeMember(PARTNERSHIP, member.id))
    .then((asked) => game.trace(`  ${member.name} taken off: ${asked.kind}`))
    .catch((cause: unknown) => {
      if (tab.process.isAlive) game.report(first.device.name, cause);
    });
}

async function letIn(game: Game): Promise<void> {
  const [, ...others] = game.crew;
  const crew = game.random.pick(others);
  crew.role = game.random.pick(['librarian', 'facilitator', 'partner'] as const);
  await game.enrolUnlessDown(crew);
  game.trace(`  ${crew.member.name} let in as ${crew.role}`);
}

async function compact(game: Game): Promise<void> {
  await game.relay
    .compact(game.random.pick(Object.values(NAMES)))
    .catch((cause: unknown) => game.violateUnlessDown(cause));
  game.count('compactions');
}

async function addDevice(game: Game): Promise<void> {
  if (game.crew.length >= 4 || !game.relay.isUp) return;
  const { device } = await game.addDevice();
  game.trace(`  ${device.name} joins`);
}

function newerApp(game: Game): void {
  const crew = someCrew(game);
  if (crew.role !== 'librarian') return;
  game.count('newerApps');
  game.write(someTab(game, crew), 'newer version', [beginNewerVersion], []);
}

function visitFromWorker(game: Game): void {
  const { device } = someCrew(game);
  game.count('workerVisits');
  device
    .visitFromWorker()
    .then((result) => game.trace(`  ${device.name} visited: ${result.kind}`))
    .catch((cause: unknown) => game.violate(`a visit failed: ${String(cause)}`));
}

function setClock(game: Game): void {
  const { device } = someCrew(game);
  game.count('clockChanges');
  device.skew = (game.random.below(3) - 1) * game.random.pick([2 * MINUTE_MS, HOUR_MS, 26 * HOUR_MS]);
}

async function closeTab(game: Game): Promise<void> {
  const { device } = someCrew(game);
  const tab = device.tabs[0];
  if (tab === undefined || game.editing.random.below(2) === 0) return;
  await game.loop.until(device.closeTab(tab), 1_000);
}

const STEPS: readonly Step[] = [
  { name: 'edit', weight: 30, run: edit },
  { name: 'seconds', weight: 12, run: ({ loop, random }) => loop.pass(random.below(4_000)) },
  { name: 'half a minute', weight: 4, run: ({ loop }) => loop.pass(MINUTE_MS / 2) },
  { name: 'sleep', weight: 2, run: ({ loop }) => loop.sleep(15 * MINUTE_MS) },
  { name: 'send now', weight: 4, run: sendNow },
  { name: 'look', weight: 2, run: (game) => someTab(game, someCrew(game)).wake() },
  { name: 'server starts', weight: 4, run: startServer },
  { name: 'kill tab', weight: 6, of: 'tabsKilled', run: killTab },
  { name: 'close tab', weight: 2, of: 'tabs', run: closeTab },
  { name: 'open tab', weight: 4, of: 'tabs', run: openSecond },
  { name: 'edit twice', weight: 6, of: 'tabs', run: editTwice },
  { name: 'power', weight: 3, of: 'powerCut', run: cutPower },
  { name: 'kill server', weight: 4, of: 'serverKilled', run: killServer },
  { name: 'line down', weight: 4, of: 'partitions', run: (game) => partition(game, 'down') },
  { name: 'line silent', weight: 3, of: 'silence', run: (game) => partition(game, 'silent') },
  { name: 'line up', weight: 5, run: heal },
  { name: 'line reset', weight: 2, of: 'lineFaults', run: (game) => someCrew(game).device.line.reset() },
  { name: 'sockets', weight: 2, of: 'socketsBlocked', run: (game) => blockSockets(game) },
  { name: 'back up', weight: 2, of: 'restore', run: backUp },
  { name: 'restore', weight: 2, of: 'restore', run: restore },
  { name: 'device full', weight: 3, of: 'deviceFull', run: fillDevice },
  { name: 'server full', weight: 3, of: 'serverFull', run: fillServer },
  { name: 'take off', weight: 2, of: 'roles', run: takeOff },
  { name: 'let in', weight: 2, of: 'roles', run: letIn },
  { name: 'compact', weight: 3, of: 'compaction', run: compact },
  { name: 'late device', weight: 2, of: 'lateDevice', run: addDevice },
  { name: 'newer app', weight: 1, of: 'newerApp', run: newerApp },
  { name: 'erase', weight: 8, of: 'erasing', run: erase },
  { name: 'worker', weight: 4, of: 'worker', run: visitFromWorker },
  { name: 'clock', weight: 2, of: 'clocks', run: setClock },
];

function openSecond(game: Game): void {
  const { device } = someCrew(game);
  if (device.tabs.length < 2) device.openTab();
}

function blockSockets(game: Game): void {
  const { line } = someCrew(game).device;
  line.areSocketsBlocked = !line.areSocketsBlocked;
  line.reset();
}

export function chooseStep(game: Game): Step {
  const steps = STEPS.filter(({ of }) => of === undefined || game.troubles.has(of));
  let dice = game.random.below(steps.reduce((sum, { weight }) => sum + weight, 0));
  for (const step of steps) {
    dice -= step.weight;
    if (dice < 0) return step;
  }
  throw new Error('no step');
}
