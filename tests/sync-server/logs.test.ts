// The log of a whole session, at its most talkative: no names, tokens, invitations or content.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { RelayProcess } from './relayProcess.ts';
import { TestDevice } from './testDevice.ts';
import { Line } from './testLine.ts';

const scope = asId<PartnershipId>('zalesie');
const plan = documentName('partnership', scope);
const METRICS_TOKEN = 'secret-of-the-metrics';

let folder: string;
let relay: RelayProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wspolnie-logs-'));
});
afterEach(async () => {
  await relay.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('the log of joining, syncing, being refused and failing holds neither names nor tokens nor invitations nor content', async () => {
  relay = new RelayProcess({
    WSPOLNIE_DATA: folder,
    WSPOLNIE_LOG_LEVEL: 'trace',
    WSPOLNIE_METRICS_TOKEN: METRICS_TOKEN,
    WSPOLNIE_MAX_UPDATE_BYTES: '2000',
    WSPOLNIE_MAX_BODY_BYTES: '20000',
    WSPOLNIE_MAX_FRAME_BYTES: '20000',
  });
  const port = await relay.port();
  const first = relay.firstInvitation ?? '';
  const coordinator = await TestDevice.create(port);
  const person = { memberName: 'Bronisława Grzęda', deviceName: 'Tablet Bronisławy' };
  expect(await coordinator.redeem(first, person)).toMatchObject({ kind: 'joined' });
  await coordinator.signIn();
  const invitation = await coordinator.invite('programme', 'librarian');
  const librarian = await TestDevice.create(port);
  await librarian.redeem(invitation, { memberName: 'Żaneta Łąka' });
  await librarian.signIn();
  librarian.write(plan, 'vision', 'Boisko za remizą');
  await librarian.sync();
  const line = await Line.open(librarian);
  line.exchange(librarian, plan);
  await line.exchanged();
  await librarian.get(`/members?scope=${scope}`);
  const register = { invitation: await librarian.invite(scope, 'partner'), codeHash: null };
  await librarian.post('/invitations', register);

  // What goes wrong, each in its way.
  await librarian.post('/auth/redeem', { invitation, memberName: 'Żaneta Łąka' });
  await librarian.redeem(`${invitation}x`);
  await fetch(`http://127.0.0.1:${port}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"name":"Żaneta Łąka","token":"${librarian.token}`,
  });
  await librarian.get(`/nowhere/${invitation}?token=${librarian.token}`);
  await librarian.postSync(new Uint8Array(30_000));
  await librarian.postSync(new TextEncoder().encode('Żaneta Łąka'), { 'content-encoding': 'gzip' });
  librarian.write(plan, 'minutes', 'Boisko za remizą '.repeat(300));
  await librarian.sync();
  await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  line.sendRaw(new Uint8Array(30_000));
  await line.closed();
  const forged = new Line(port);
  await forged.opened();
  forged.sendRaw(`Żaneta Łąka ${librarian.token}`);
  await forged.closed();
  await relay.kill('SIGTERM');

  const entries = relay.log.trim().split('\n');
  // Structured: each line is an object, and the session left its traces.
  const parsed = entries.map((entry): unknown => JSON.parse(entry));
  expect(parsed.length).toBeGreaterThan(15);
  expect(relay.log).toContain('"route":"/auth/redeem"');
  const names = ['Bronisława', 'Grzęda', 'Żaneta', 'Łąka', 'Anna', 'Tablet'];
  const content = ['Boisko', 'remizą', scope];
  const invitations = [
    first,
    first.slice('first.'.length),
    invitation,
    invitation.slice(0, 20),
    register.invitation,
  ];
  const tokens = [coordinator.token, librarian.token, librarian.token.slice(-20), METRICS_TOKEN, 'Bearer'];
  const devices = [coordinator.publicKey, librarian.publicKey, coordinator.id, librarian.id, '127.0.0.1'];
  const secrets = [names, content, invitations, tokens, devices].flat();
  expect(secrets.filter((secret) => relay.log.includes(secret))).toEqual([]);
}, 60_000);
