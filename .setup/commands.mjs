// Running other programs from the set-up: quietly (shown only when they fail) or in the foreground; installing them on Debian.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, delimiter, join } from 'node:path';

/** Something the person at the keyboard can put right; its message says how. */
export class SetupError extends Error {}

const parentAtStart = process.ppid;

/** npm starts us through a shell, and a signal to npm ends that shell without a word to us. */
function isAbandoned() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== parentAtStart;
}

/** The environment in which `node`, and every `node` that its children look for, is the given binary. */
export function environmentFor(node) {
  const path = process.env.PATH ?? '';
  const folder = dirname(node);
  return { ...process.env, PATH: path.split(delimiter)[0] === folder ? path : folder + delimiter + path };
}

/** Runs to the end without output. Throws a SetupError with the program's own words when it fails. */
export function runQuietly(program, args, { cwd, env = process.env, failure }) {
  const result = spawnSync(program, args, { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (result.status === 0) return result.stdout;
  const words = result.error ? String(result.error.message) : `${result.stdout}\n${result.stderr}`.trim();
  throw new SetupError(`${failure}\n\n${words}`);
}

export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin');
  return folders.some((folder) => existsSync(join(folder, name)));
}

/** Whether Debian's packages can be installed from here. */
export function canInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

/** Installs Debian's packages. Throws a SetupError with apt's own words when that fails. */
export function install(packages) {
  const names = packages.join(' and ');
  console.log(`Installing ${names} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const failure = `${names} could not be installed with apt-get.`;
  runQuietly('apt-get', ['update'], { env, failure });
  runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env, failure });
}

/**
 * Runs Node programs side by side with the terminal handed to them; resolves with the exit code.
 * When one ends, the others are ended too; a request to stop is passed on, and so is the end of the npm above us.
 * What Node compiles is kept, which halves the next start of the relay. Not in the system's folder for temporary files: others
 * may write there, and this is code. Where the folder cannot be written programs start as they would without it.
 */
export function runForeground(cwd, node, commands, extraEnv = {}) {
  const env = { NODE_COMPILE_CACHE: join(cwd, '.stamps', 'compiled'), ...environmentFor(node), ...extraEnv };
  const children = commands.map((args) => spawn(node, args, { cwd, env, stdio: 'inherit' }));
  const stopAll = (signal) => {
    for (const child of children)
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  };
  // A terminal sends Ctrl+C to the children itself; a second one from here would count as impatience.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) stopAll('SIGINT');
  });
  process.on('SIGTERM', () => stopAll('SIGTERM'));
  process.on('SIGHUP', () => stopAll('SIGHUP'));

  const watch = setInterval(() => {
    if (!isAbandoned()) return;
    clearInterval(watch);
    stopAll('SIGTERM');
  }, 300);
  watch.unref();

  return new Promise((resolve, reject) => {
    let running = children.length;
    let code = 0;
    for (const child of children) {
      child.on('error', reject);
      child.on('exit', (status, signal) => {
        running -= 1;
        if (code === 0) code = status ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
        if (running === 0) resolve(code);
        else stopAll('SIGTERM');
      });
    }
  });
}
