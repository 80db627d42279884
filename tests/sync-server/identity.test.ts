import { nanoid } from 'nanoid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { decodeInvitationList, decodeMemberList, type ListedMember } from '../../src/schema/session.ts';
import { hashTypedCode, makeTypedCode } from '../../src/schema/typedCode.ts';
import type { RunningServer } from '../../sync-server/server.ts';
import { TestDevice } from './testDevice.ts';
import { coordinatorOf, firstInvitation, joinedBy, startTestServer } from './testServer.ts';

const scope = asId<PartnershipId>('zalesie');
const plan = documentName('partnership', scope);
const DAY = 86_400_000;

let server: RunningServer;
let now: number;

beforeEach(async () => {
  now = Date.now();
  server = await startTestServer({}, { now: () => now });
});
afterEach(() => server.stop());

async function librarianWithPartnership(): Promise<{ coordinator: TestDevice; librarian: TestDevice }> {
  const coordinator = await coordinatorOf(server);
  const librarian = await joinedBy(coordinator, coordinator.invite('programme', 'librarian'));
  librarian.write(plan, 'founder', 'librarian');
  await librarian.sync();
  return { coordinator, librarian };
}

async function membersOf(device: TestDevice, of: string): Promise<readonly ListedMember[]> {
  const answer = decodeMemberList(await (await device.get(`/members?scope=${of}`)).json());
  if (answer === undefined || 'reason' in answer) throw new Error(`no list: ${answer?.reason}`);
  return answer.members;
}

async function stranger(): Promise<TestDevice> {
  return TestDevice.create(server.port);
}

function refused(reason: string) {
  return { kind: 'refused', reason };
}

describe('sessions', () => {
  it('a device is let in by signing a challenge', async () => {
    const device = await coordinatorOf(server);
    expect(await device.signIn()).toBe('session');
    expect((await device.get('/members?scope=programme')).status).toBe(200);
  });

  it('a challenge is good once, for its own device, for two minutes', async () => {
    const device = await coordinatorOf(server);
    const challenge = await device.challenge();
    const signature = await device.signText(challenge);
    expect(await device.signIn({ challenge, signature })).toBe('session');
    expect(await device.signIn({ challenge, signature })).toBe('challengeOver');
    const other = await joinedBy(device, device.invite('programme', 'facilitator'));
    const foreign = await other.challenge();
    expect(await device.signIn({ challenge: foreign, signature: await device.signText(foreign) })).toBe(
      'challengeOver',
    );
    const old = await device.challenge();
    now += 2 * 60_000 + 1;
    expect(await device.signIn({ challenge: old, signature: await device.signText(old) })).toBe(
      'challengeOver',
    );
  });

  it('a signature by another key opens nothing, and uses the challenge up', async () => {
    const device = await coordinatorOf(server);
    const challenge = await device.challenge();
    const signature = await (await stranger()).signText(challenge);
    expect(await device.signIn({ challenge, signature })).toBe('malformed');
    expect(await device.signIn({ challenge, signature: await device.signText(challenge) })).toBe(
      'challengeOver',
    );
  });

  it('a device that never joined is unknown', async () => {
    expect(await (await stranger()).signIn()).toBe('unknownDevice');
  });

  it('a token that is over, forged or missing is refused', async () => {
    const device = await coordinatorOf(server);
    const { token } = device;
    const statusWith = async (changed: string): Promise<number> => {
      device.token = changed;
      return (await device.get('/members?scope=programme')).status;
    };
    const [head, body, signature] = token.split('.');
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    expect(await statusWith(token)).toBe(200);
    expect(await statusWith('')).toBe(401);
    expect(await statusWith(`${head}.${body}.${signature?.split('').reverse().join('')}`)).toBe(401);
    expect(await statusWith(`${unsigned}.${body}.`)).toBe(401);
    now += 61 * 60_000;
    expect(await statusWith(token)).toBe(401);
  });
});

describe('the first link', () => {
  it('makes one coordinator, and is told again to the same device when its answer was lost', async () => {
    const first = firstInvitation(server);
    const device = await stranger();
    const joined = await device.redeem(first);
    expect(joined).toMatchObject({ kind: 'joined', grants: [{ scope: 'programme', role: 'coordinator' }] });
    expect(await device.redeem(first)).toEqual(joined);
    expect(await (await stranger()).redeem(first)).toEqual(refused('usedUp'));
  });

  it('a guessed one is unknown', async () => {
    expect(await (await stranger()).redeem(`first.${nanoid(43)}`)).toEqual(refused('unknown'));
  });
});

describe('redeeming an invitation', () => {
  it('gives the role, names the partnership, and counts the uses', async () => {
    const { librarian } = await librarianWithPartnership();
    const text = await librarian.invite(scope, 'partner', 2);
    const [one, two, three] = [await stranger(), await stranger(), await stranger()];
    expect(await one.redeem(text)).toMatchObject({
      kind: 'joined',
      member: { name: 'Anna' },
      grants: [{ scope, role: 'partner' }],
      partnershipName: 'Partnerstwo w Zalesiu',
    });
    expect(await one.redeem(text)).toMatchObject({ kind: 'joined' });
    expect(await two.redeem(text)).toMatchObject({ kind: 'joined' });
    expect(await three.redeem(text)).toEqual(refused('usedUp'));
  });

  it('two devices that come at once share one use only once', async () => {
    const { librarian } = await librarianWithPartnership();
    const text = await librarian.invite(scope, 'partner');
    const devices = await Promise.all([stranger(), stranger(), stranger()]);
    const answers = await Promise.all(devices.map((device) => device.redeem(text)));
    expect(answers.filter(({ kind }) => kind === 'joined')).toHaveLength(1);
  });

  it('a whole link works like its text', async () => {
    const { librarian } = await librarianWithPartnership();
    const link = `https://wspolnie.example.org/#join=${await librarian.invite(scope, 'partner')}`;
    expect(await (await stranger()).redeem(link)).toMatchObject({ kind: 'joined' });
  });

  it('a known device keeps its member and gains the grant', async () => {
    const { coordinator, librarian } = await librarianWithPartnership();
    const animator = await joinedBy(coordinator, coordinator.invite('programme', 'facilitator'));
    expect(
      await animator.redeem(await librarian.invite(scope, 'facilitator'), { memberName: '' }),
    ).toMatchObject({
      kind: 'joined',
      grants: [
        { scope: 'programme', role: 'facilitator' },
        { scope, role: 'facilitator' },
      ],
    });
  });

  it('an own second device belongs to the same member', async () => {
    const { librarian } = await librarianWithPartnership();
    const phone = await stranger();
    const answer = await phone.redeem((await librarian.invitation()).text, { memberName: '' });
    expect(answer).toMatchObject({ kind: 'joined', partnershipName: null });
    expect((await membersOf(librarian, scope)).map(({ devices }) => devices.length)).toEqual([2]);
    const foreign = await (await coordinatorOfAnother(librarian)).redeem((await librarian.invitation()).text);
    expect(foreign).toEqual(refused('deviceTaken'));
  });

  it('an invitation that reaches the server before the partnership makes the inviter its librarian', async () => {
    const coordinator = await coordinatorOf(server);
    const librarian = await joinedBy(coordinator, coordinator.invite('programme', 'librarian'));
    const partner = await joinedBy(librarian, librarian.invite(scope, 'partner'));
    librarian.write(plan, 'vision', 'boisko');
    expect((await librarian.sync()).get(plan)?.kind).toBe('receipt');
    partner.replica(plan);
    await partner.sync();
    expect(partner.read(plan, 'vision')).toBe('boisko');
  });

  it('is refused when it is expired by the clock of the server', async () => {
    const { librarian } = await librarianWithPartnership();
    const text = await librarian.invite(scope, 'partner');
    now += DAY + 60_000;
    expect(await (await stranger()).redeem(text)).toEqual(refused('expired'));
  });

  it('is refused when it was revoked, by the inviter, the librarian, or before the server knew of it', async () => {
    const { coordinator, librarian } = await librarianWithPartnership();
    const animator = await joinedBy(librarian, librarian.invite(scope, 'facilitator'));
    const one = await animator.invitation({ purpose: { kind: 'role', scope, role: 'partner' } });
    await animator.post('/invitations', { invitation: one.text, codeHash: null });
    expect(
      (
        await (
          await joinedBy(librarian, librarian.invite(scope, 'partner'))
        ).post('/invitations/revoke', { id: one.id })
      ).status,
    ).toBe(403);
    expect((await librarian.post('/invitations/revoke', { id: one.id })).status).toBe(200);
    expect(await (await stranger()).redeem(one.text)).toEqual(refused('revoked'));
    const two = await librarian.invitation({ purpose: { kind: 'role', scope, role: 'partner' } });
    // A stranger's word on an id that is not known yet counts for nothing.
    await coordinator.post('/invitations/revoke', { id: two.id });
    expect(await (await stranger()).redeem(two.text)).toMatchObject({ kind: 'joined' });
    const three = await librarian.invitation({ purpose: { kind: 'role', scope, role: 'partner' } });
    await librarian.post('/invitations/revoke', { id: three.id });
    expect(await (await stranger()).redeem(three.text)).toEqual(refused('revoked'));
  });

  it('is refused when the inviter may not hand that out', async () => {
    const { coordinator, librarian } = await librarianWithPartnership();
    const partner = await joinedBy(librarian, librarian.invite(scope, 'partner'));
    const animator = await joinedBy(coordinator, coordinator.invite('programme', 'facilitator'));
    const attempts = [
      partner.invite(scope, 'partner'),
      librarian.invite('programme', 'librarian'),
      librarian.invite(scope, 'coordinator'),
      coordinator.invite('programme', 'partner'),
      coordinator.invite(scope, 'partner'),
      animator.invite(scope, 'partner'),
      partner.invite(asId<PartnershipId>('nowe'), 'partner'),
    ];
    for (const attempt of attempts)
      expect(await (await stranger()).redeem(await attempt)).toEqual(refused('notAllowed'));
  });

  it('is refused when the inviter is not known here, or was taken off', async () => {
    const { librarian } = await librarianWithPartnership();
    expect(await (await stranger()).redeem(await (await stranger()).invite(scope, 'partner'))).toEqual(
      refused('unknown'),
    );
    const phone = await (await stranger()).join((await librarian.invitation()).text);
    const text = await phone.invite(scope, 'partner');
    await librarian.post('/devices/revoke', { device: phone.id });
    expect(await (await stranger()).redeem(text)).toEqual(refused('revoked'));
  });

  it('is refused when it is forged, changed, or carried by somebody without the key', async () => {
    const { librarian } = await librarianWithPartnership();
    const attacker = await stranger();
    const forged = await attacker.invitation({
      inviter: librarian.id,
      purpose: { kind: 'role', scope, role: 'librarian' },
    });
    expect(await (await stranger()).redeem(forged.text)).toEqual(refused('malformed'));
    const text = await librarian.invite(scope, 'partner');
    const swapped = `${forged.text.split('.')[0]}.${text.split('.')[1]}`;
    expect(await (await stranger()).redeem(swapped)).toEqual(refused('malformed'));
    const proof = await attacker.signText(text);
    expect(await (await stranger()).redeem(text, { proof })).toEqual(refused('malformed'));
    expect(await (await stranger()).redeem('coś zupełnie innego')).toEqual(refused('malformed'));
  });

  it('one id stands for one invitation: a second text brings no new uses', async () => {
    const { librarian } = await librarianWithPartnership();
    const one = await librarian.invitation({ purpose: { kind: 'role', scope, role: 'partner' } });
    await (await stranger()).redeem(one.text);
    const more = await librarian.invitation({
      id: one.id,
      purpose: { kind: 'role', scope, role: 'partner' },
      uses: 500,
    });
    expect(await (await stranger()).redeem(more.text)).toEqual(refused('malformed'));
  });

  it('a device id belongs to its key', async () => {
    const { librarian } = await librarianWithPartnership();
    const text = await librarian.invite(scope, 'partner', 5);
    const thief = await stranger();
    expect(await thief.redeem(text, { device: librarian.id })).toEqual(refused('deviceTaken'));
  });

  it('a new member needs a name', async () => {
    const { librarian } = await librarianWithPartnership();
    const text = await librarian.invite(scope, 'partner');
    expect(await (await stranger()).redeem(text, { memberName: '' })).toEqual(refused('malformed'));
  });
});

describe('typed codes', () => {
  it('stand for a registered invitation, and mistyped or unknown ones for none', async () => {
    const { librarian } = await librarianWithPartnership();
    const code = makeTypedCode(crypto.getRandomValues(new Uint8Array(9)));
    const { text } = await librarian.invitation({ purpose: { kind: 'role', scope, role: 'partner' } });
    const registration = { invitation: text, codeHash: await hashTypedCode(code) };
    expect((await librarian.post('/invitations', registration)).status).toBe(200);
    expect((await librarian.post('/invitations', registration)).status).toBe(200);
    const mistyped = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
    expect(await (await stranger()).redeem(mistyped)).toEqual(refused('malformed'));
    expect(await (await stranger()).redeem(makeTypedCode(new Uint8Array(9)))).toEqual(refused('unknown'));
    expect(await (await stranger()).redeem(code.toLowerCase().replace('-', ' '))).toMatchObject({
      kind: 'joined',
    });
    expect(await (await stranger()).redeem(code)).toEqual(refused('usedUp'));
  });

  it('only the inviter registers an invitation', async () => {
    const { coordinator, librarian } = await librarianWithPartnership();
    const invitation = await librarian.invite(scope, 'partner');
    expect((await coordinator.post('/invitations', { invitation, codeHash: null })).status).toBe(403);
  });
});

describe('lists', () => {
  it('show invitations with their state, without code or text', async () => {
    const { librarian } = await librarianWithPartnership();
    const invitation = await librarian.invite(scope, 'partner', 2);
    await librarian.post('/invitations', { invitation, codeHash: null });
    const read = async () =>
      decodeInvitationList(await (await librarian.get(`/invitations?scope=${scope}`)).json());
    expect(await read()).toMatchObject({
      invitations: [{ role: 'partner', uses: 2, usesLeft: 2, state: 'open', inviter: { name: 'Anna' } }],
    });
    await (await stranger()).redeem(invitation);
    await (await stranger()).redeem(invitation);
    expect(await read()).toMatchObject({ invitations: [{ usesLeft: 0, state: 'usedUp' }] });
    expect(JSON.stringify(await read())).not.toContain(invitation.split('.')[1]);
  });

  it('[G7] are shown to those who run the scope only', async () => {
    const { coordinator, librarian } = await librarianWithPartnership();
    const partner = await joinedBy(librarian, librarian.invite(scope, 'partner'));
    const animator = await joinedBy(librarian, librarian.invite(scope, 'facilitator'));
    const statuses = (path: string) =>
      Promise.all(
        [coordinator, librarian, animator, partner].map(async (device) => (await device.get(path)).status),
      );
    expect(await statuses(`/members?scope=${scope}`)).toEqual([200, 200, 200, 403]);
    expect(await statuses(`/invitations?scope=${scope}`)).toEqual([200, 200, 200, 403]);
    expect(await statuses('/members?scope=programme')).toEqual([200, 403, 403, 403]);
    expect(await statuses('/members')).toEqual([400, 400, 400, 400]);
  });
});

describe('taking off', () => {
  it('a librarian takes a partner off, never oneself, and the last librarian stays', async () => {
    const { coordinator, librarian } = await librarianWithPartnership();
    const partner = await joinedBy(librarian, librarian.invite(scope, 'partner'));
    const members = await membersOf(librarian, scope);
    const first = members.find(({ roles }) => roles.includes('librarian'));
    const second = members.find(({ roles }) => roles.includes('partner'));
    const revoke = async (device: TestDevice, member: string | undefined): Promise<unknown> =>
      (await device.post('/members/revoke', { scope, member })).json();
    expect(await revoke(partner, first?.id)).toEqual(refused('notAllowed'));
    expect(await revoke(librarian, first?.id)).toEqual(refused('oneself'));
    expect(await revoke(coordinator, first?.id)).toEqual(refused('lastLibrarian'));
    expect(await revoke(librarian, 'nobody')).toEqual(refused('unknown'));
    expect(await revoke(librarian, second?.id)).toEqual({ kind: 'done' });
    expect((await membersOf(librarian, scope)).map(({ id }) => id)).toEqual([first?.id]);
    const again = await joinedBy(librarian, librarian.invite(scope, 'librarian'));
    expect(await revoke(again, first?.id)).toEqual({ kind: 'done' });
  });

  it('the old link of a member who was taken off brings nothing back, a new one does', async () => {
    const { librarian } = await librarianWithPartnership();
    const text = await librarian.invite(scope, 'partner', 5);
    const partner = await (await stranger()).join(text);
    const member = (await membersOf(librarian, scope)).find(({ roles }) => roles.includes('partner'))?.id;
    await librarian.post('/members/revoke', { scope, member });
    expect(await partner.redeem(text)).toEqual(refused('revoked'));
    expect(await partner.redeem(await librarian.invite(scope, 'partner'))).toMatchObject({ kind: 'joined' });
  });

  it('a revoked device is out at once, its token too, and only its own member can do that', async () => {
    const { coordinator, librarian } = await librarianWithPartnership();
    const phone = await (await stranger()).join((await librarian.invitation()).text);
    expect((await coordinator.post('/devices/revoke', { device: phone.id })).status).toBe(404);
    expect((await phone.get(`/members?scope=${scope}`)).status).toBe(200);
    expect((await librarian.post('/devices/revoke', { device: phone.id })).status).toBe(200);
    expect((await phone.get(`/members?scope=${scope}`)).status).toBe(403);
    expect(await phone.signIn()).toBe('revoked');
    expect(await phone.redeem(await librarian.invite(scope, 'partner'))).toEqual(refused('deviceTaken'));
  });
});

describe('rate limit', () => {
  it('is counted by device, so that one device does not shut out the others behind the same router', async () => {
    const [busy, other] = [await stranger(), await stranger()];
    const statuses: number[] = [];
    for (let call = 0; call < 31; call += 1) {
      statuses.push((await busy.post('/auth/challenge', { device: busy.id })).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
    expect(await (await busy.post('/auth/challenge', { device: busy.id })).json()).toEqual(
      refused('tooOften'),
    );
    expect((await other.post('/auth/challenge', { device: other.id })).status).toBe(200);
  });
});

/** A device of another member. */
async function coordinatorOfAnother(librarian: TestDevice): Promise<TestDevice> {
  return joinedBy(librarian, librarian.invite(scope, 'partner'));
}

describe('requests that are none', () => {
  it('are malformed, whatever they hold', async () => {
    const device = await stranger();
    const bodies = [
      null,
      [],
      'text',
      { device: 'zażółć' },
      { device: { length: 3 } },
      { device: 'a', challenge: 1 },
    ];
    for (const path of ['/auth/token', '/auth/redeem']) {
      for (const body of bodies) {
        expect(await (await device.post(path, body)).json()).toEqual(refused('malformed'));
      }
    }
    const raw = await fetch(`${device.server}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"device":',
    });
    expect(raw.status).toBe(400);
  });
});
