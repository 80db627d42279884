import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS, type Right, ROLES, type Role, rightOf } from '../../src/domain/access.ts';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { documentName } from '../../src/schema/documentName.ts';
import type { RunningServer } from '../../sync-server/server.ts';
import type { TestDevice } from './testDevice.ts';
import { coordinatorOf, joinedBy, startTestServer } from './testServer.ts';

let server: RunningServer;
let devices: Record<Role, TestDevice>;
let outsider: TestDevice;
const scope = asId<PartnershipId>('zalesie');
const nameOf = (kind: (typeof DOCUMENT_KINDS)[number]) =>
  documentName(kind, kind === 'programme' ? 'runda3' : scope);

beforeAll(async () => {
  server = await startTestServer();
  const coordinator = await coordinatorOf(server);
  const librarian = await joinedBy(coordinator, coordinator.invite('programme', 'librarian'));
  // The first documents of each kind, written by those who may.
  coordinator.write(nameOf('programme'), 'rules', '1');
  for (const kind of ['partnership', 'register', 'support'] as const)
    librarian.write(nameOf(kind), 'founder', kind);
  await coordinator.sync();
  await librarian.sync();
  const facilitator = await joinedBy(librarian, librarian.invite(scope, 'facilitator'));
  const partner = await joinedBy(librarian, librarian.invite(scope, 'partner'));
  outsider = await joinedBy(coordinator, coordinator.invite('programme', 'facilitator'));
  devices = { coordinator, facilitator, librarian, partner };
});
afterAll(() => server.stop());

/** What the role can do, found out by trying over HTTP. */
async function tried(device: TestDevice, kind: (typeof DOCUMENT_KINDS)[number]): Promise<Right> {
  const name = nameOf(kind);
  const fresh = { name, cursor: 0, stateVector: new Uint8Array(), update: new Uint8Array() };
  const [reading] = (await device.exchange([fresh])).documents;
  const key = nanoid(8);
  device.write(name, key, 'written');
  const results = await device.sync();
  device.replicas.delete(name);
  const [after] = (await device.exchange([fresh])).documents;
  if (results.get(name)?.kind === 'receipt') return 'write';
  // Refused, and so nothing may have been added.
  expect(after?.update).toEqual(reading?.update);
  return (reading?.update.length ?? 0) > 0 ? 'read' : 'none';
}

describe('[G7] the relay enforces the role table', () => {
  for (const role of ROLES) {
    for (const kind of DOCUMENT_KINDS) {
      it(`a ${role} has the right "${rightOf(role, kind)}" on a ${kind} document`, async () => {
        expect(await tried(devices[role], kind)).toBe(rightOf(role, kind));
      });
    }
  }

  it('an animator of the programme who was not invited to a partnership reads nothing of it', async () => {
    for (const kind of ['partnership', 'register', 'support', 'mediation'] as const) {
      expect(await tried(outsider, kind)).toBe('none');
    }
    expect(await tried(outsider, 'programme')).toBe('read');
  });

  it('a partner of one partnership cannot begin another', async () => {
    const name = documentName('partnership', 'podlesie');
    devices.partner.write(name, 'founder', 'partner');
    expect((await devices.partner.sync()).get(name)).toEqual({ kind: 'refused', reason: 'notMember' });
    devices.partner.replicas.delete(name);
  });

  it('nobody begins a partnership under the name of the programme scope', async () => {
    const name = documentName('register', 'programme');
    devices.librarian.write(name, 'founder', 'librarian');
    expect((await devices.librarian.sync()).get(name)).toEqual({ kind: 'refused', reason: 'notMember' });
    devices.librarian.replicas.delete(name);
  });

  it('asking for an unknown partnership begins none', async () => {
    const name = documentName('partnership', 'nieznane');
    outsider.replica(name);
    expect((await outsider.sync()).get(name)).toEqual({ kind: 'refused', reason: 'notMember' });
    outsider.replicas.delete(name);
  });

  it('a member who was taken off is told so', async () => {
    const { librarian } = devices;
    const partner = await joinedBy(librarian, librarian.invite(scope, 'partner'));
    partner.write(nameOf('partnership'), 'before', 'x');
    await partner.sync();
    const members: unknown = await (await librarian.get(`/members?scope=${scope}`)).json();
    const member = await memberIdOf(partner);
    expect(JSON.stringify(members)).toContain(member);
    expect((await librarian.post('/members/revoke', { scope, member })).status).toBe(200);
    partner.write(nameOf('partnership'), 'after', 'x');
    expect((await partner.sync()).get(nameOf('partnership'))).toEqual({ kind: 'refused', reason: 'revoked' });
  });

  it('one refused document does not stop the others [G6]', async () => {
    const { coordinator } = devices;
    coordinator.write(nameOf('partnership'), 'no', 'x');
    coordinator.write(nameOf('programme'), 'yes', 'x');
    const results = await coordinator.sync();
    expect(results.get(nameOf('partnership'))).toEqual({ kind: 'refused', reason: 'readOnly' });
    expect(results.get(nameOf('programme'))?.kind).toBe('receipt');
    expect(coordinator.read(nameOf('partnership'), 'founder')).toBe('partnership');
  });
});

async function memberIdOf(device: TestDevice): Promise<string> {
  const challenge = await device.challenge();
  const signature = await device.signText(challenge);
  const answer: unknown = await (
    await device.post('/auth/token', { device: device.id, challenge, signature })
  ).json();
  return /"member":\{"id":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? '';
}
