// Keeps node_modules equal to the lock file. npm leaves there a list of what it has installed; comparing that list
// with the lock file takes a few milliseconds and is right after an `npm install` by hand as well.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFor, runQuietly } from './commands.mjs';
import { npmClient } from './node.mjs';

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** Optional packages are those of other platforms too, so their absence says nothing; another version does. */
function isInstalled(root) {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

/** Installs the locked packages when something is missing or different. Throws a SetupError when that fails. */
export function ensureModules(root, node) {
  if (isInstalled(root)) return;
  console.log('Installing packages …');
  const npm = npmClient(node);
  // Not `npm ci`: it refuses a lock file that lacks the optional packages of platforms the registry at hand does not
  // carry. This takes the same locked versions, checks the same hashes, and leaves the lock file as it is.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  runQuietly(npm.program, [...npm.args, ...args], {
    cwd: root,
    env: environmentFor(node),
    failure: 'The packages could not be installed. Is there a connection to the npm registry?',
  });
}
