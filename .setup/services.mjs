// Makes sure that the programs of PostgreSQL and Redis are there for the tests and benchmarks of the scaled relay, which start
// their own. On Debian as root they are installed, without a service that runs; elsewhere the error says what to install.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { canInstall, install, onPath, SetupError } from './commands.mjs';

/** Debian keeps PostgreSQL's programs off the PATH, a folder a version. */
const postgresFolders = '/usr/lib/postgresql';
/** Asked by Debian's packages whether they may start a service. */
const servicePolicy = '/usr/sbin/policy-rc.d';

function hasPostgres() {
  const versions = existsSync(postgresFolders) ? readdirSync(postgresFolders) : [];
  const isThere = (name) =>
    onPath(name) || versions.some((version) => existsSync(join(postgresFolders, version, 'bin', name)));
  return isThere('postgres') && isThere('initdb');
}

/** Throws a SetupError that names what is missing when it cannot be installed from here. */
export function ensureServices() {
  const missing = [];
  if (!hasPostgres()) missing.push('postgresql');
  if (!onPath('redis-server')) missing.push('redis-server');
  if (missing.length === 0) return;
  const names = missing.join(' and ');
  if (!canInstall()) {
    throw new SetupError(
      `Missing for the tests of the scaled relay: ${names}. On Debian or Ubuntu: ` +
        `sudo apt-get install ${missing.join(' ')} (the services need not run). ` +
        'Elsewhere: install PostgreSQL and Redis, and put postgres, initdb and redis-server on the PATH.',
    );
  }
  const hadPolicy = existsSync(servicePolicy);
  if (!hadPolicy) writeFileSync(servicePolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install(missing);
  } finally {
    if (!hadPolicy) rmSync(servicePolicy);
  }
  // Nor at the next start of the machine. Without systemd there is nothing that would start them.
  for (const service of missing) spawnSync('systemctl', ['disable', service], { stdio: 'ignore' });
}
