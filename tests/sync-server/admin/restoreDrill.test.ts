// The restore drill: yesterday's backup in place of today's data, with real processes, and devices that know nothing of it.

import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type PartnershipId } from '../../../src/domain/ids.ts';
import { documentName } from '../../../src/schema/documentName.ts';
import { RelayProcess } from '../relayProcess.ts';
import { TestDevice } from '../testDevice.ts';
import { joinedBy } from '../testServer.ts';
import { runAdmin } from './adminProcess.ts';

const scope = asId<PartnershipId>('zalesie');
const plan = documentName('partnership', scope);
const register = documentName('register', scope);
const support = documentName('support', scope);

let folder: string;
let data: string;
let file: string;
let relay: RelayProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wspolnie-drill-'));
  data = join(folder, 'data');
  file = join(folder, 'yesterday.sqlite');
});
afterEach(async () => {
  await relay?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<number> {
  relay = new RelayProcess({ WSPOLNIE_DATA: data });
  return relay.port();
}

/** A text shows doubling where a map would hide it. */
function note(device: TestDevice, text: string): void {
  device.replica(plan).doc.getText('minutes').insert(0, text);
}

function minutes(device: TestDevice): string {
  return device.replica(plan).doc.getText('minutes').toJSON();
}

/** The same device, with its documents, at the server's new port. */
function at(port: number, device: TestDevice): TestDevice {
  const moved = device.movedTo(port);
  moved.incarnation = device.incarnation;
  for (const [name, replica] of device.replicas) moved.replicas.set(name, replica);
  return moved;
}

describe('restore drill', () => {
  it("[G2] after yesterday's backup is restored, one more exchange of each device brings everything back, and nothing doubles", async () => {
    const port = await start();
    const coordinator = await (await TestDevice.create(port)).join(relay?.firstInvitation ?? '');
    let one = await joinedBy(coordinator, coordinator.invite('programme', 'librarian'));
    note(one, 'Powitanie. ');
    one.write(register, 'person1', 'Anna');
    await one.sync();
    let two = await joinedBy(one, one.invite(scope, 'facilitator'));
    for (const name of [plan, register]) two.replica(name);
    await two.sync();
    note(two, 'Obecni: 12. ');
    await two.sync();

    expect(await runAdmin(data, 'backup', file)).toMatchObject({ code: 0 });

    note(one, 'Wybrano boisko. ');
    one.write(register, 'person2', 'Jan');
    await one.sync();
    note(two, 'Termin: maj. ');
    // A document that the backup does not know, and a deletion that it does not hold.
    two.write(support, 'hours', '2');
    await two.sync();
    await one.sync();
    one.replica(plan).doc.getText('minutes').delete(0, 'Termin: '.length);
    await one.sync();
    await two.sync();
    const before = minutes(one);
    expect(minutes(two)).toBe(before);
    await relay?.kill('SIGKILL');

    expect(await runAdmin(data, 'restore', file)).toMatchObject({ code: 0 });
    const again = await start();
    one = at(again, one);
    two = at(again, two);
    const former = one.incarnation;
    for (const device of [one, two]) await device.sync();
    expect([one.incarnation === former, one.incarnation === two.incarnation]).toEqual([false, true]);
    const results = [await one.sync(), await two.sync()];
    expect(results.flatMap((of) => [...of.values()].map(({ kind }) => kind))).not.toContain('refused');

    const reader = two.movedTo(again);
    for (const name of [plan, register, support]) reader.replica(name);
    await reader.sync();
    expect(minutes(reader)).toBe(before);
    expect([minutes(one), minutes(two)]).toEqual([before, before]);
    expect(['person1', 'person2'].map((key) => reader.read(register, key))).toEqual(['Anna', 'Jan']);
    expect(reader.read(support, 'hours')).toBe('2');
    // [G5] and from now on nothing is sent any more.
    expect([...(await one.sync()).values()].map(({ kind }) => kind)).toEqual(['none', 'none']);
    const { code, said } = await runAdmin(data, 'verify');
    expect(said).toMatch(/^3 documents, .*: no faults\.\n$/);
    expect(code).toBe(0);
  }, 60_000);

  it('is refused while a server runs, and keeps the former data aside', async () => {
    const port = await start();
    const coordinator = await (await TestDevice.create(port)).join(relay?.firstInvitation ?? '');
    const programme = documentName('programme', 'runda3');
    coordinator.write(programme, 'theme', 'boisko');
    await coordinator.sync();
    await runAdmin(data, 'backup', file);
    const refused = await runAdmin(data, 'restore', file);
    expect(refused).toEqual({ code: 1, said: `A server is running on ${data}; stop it first.\n` });
    coordinator.write(programme, 'theme', 'plac zabaw');
    expect((await coordinator.sync()).get(programme)?.kind).toBe('receipt');
    await relay?.kill('SIGTERM');

    const restored = await runAdmin(data, 'restore', file);
    const former = /The former data is kept in (.+)\./.exec(restored.said)?.[1] ?? '';
    expect(readdirSync(former)).toContain('wspolnie.sqlite');
    expect(readdirSync(data).filter((name) => name.startsWith('wspolnie.sqlite'))).toEqual([
      'wspolnie.sqlite',
    ]);
    // What was kept can be put back in its turn.
    expect(await runAdmin(data, 'restore', join(former, 'wspolnie.sqlite'))).toMatchObject({ code: 0 });
    const reader = coordinator.movedTo(await start());
    reader.replica(programme);
    await reader.sync();
    expect(reader.read(programme, 'theme')).toBe('plac zabaw');
    expect(existsSync(join(data, 'restore-unfinished'))).toBe(false);
  }, 60_000);
});
