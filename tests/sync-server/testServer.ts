// A relay for tests, in this process, on a free port, in memory unless a folder is named.

import { readConfig } from '../../sync-server/config.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../sync-server/server.ts';
import { TestDevice } from './testDevice.ts';

export async function startTestServer(
  environment: Readonly<Record<string, string>> = {},
  options: ServerOptions = {},
): Promise<RunningServer> {
  const config = readConfig({
    WSPOLNIE_PORT: '0',
    WSPOLNIE_DATA: ':memory:',
    WSPOLNIE_DIST: '/nowhere',
    WSPOLNIE_LOG_LEVEL: 'silent',
    ...environment,
  });
  return startServer(config, options);
}

/** Text of the first link: what stands behind `#join=`. */
export function firstInvitation(server: RunningServer): string {
  const text = server.firstLink?.split('#join=')[1];
  if (text === undefined) throw new Error('the server shows no first link');
  return text;
}

/** The first coordinator's device, signed in. */
export async function coordinatorOf(server: RunningServer): Promise<TestDevice> {
  return (await TestDevice.create(server.port)).join(firstInvitation(server));
}

/** A new device, joined by an invitation of another, signed in. */
export async function joinedBy(inviter: TestDevice, invitation: Promise<string>): Promise<TestDevice> {
  const port = Number(new URL(inviter.server).port);
  return (await TestDevice.create(port)).join(await invitation);
}
