// Starts Chromium as a process of its own, with a profile folder that outlives it, so that a test can kill it like a
// switched-off tablet and start it again. What a test does on the page is its own affair.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--remote-debugging-port=0',
];

export interface BrowserOptions {
  /** An existing profile to go on with; without it a new one is made, and removed when the browser is closed. */
  readonly profile?: string;
  /** The browser's language, which the app follows; Polish unless told. */
  readonly language?: string;
  readonly extraFlags?: readonly string[];
}

export interface RunningBrowser {
  readonly profile: string;
  readonly pid: number;
  /** The profile's own context: with its service worker, databases and permissions. */
  readonly context: BrowserContext;
  /** Ends it at once, as a dead battery would; the profile stays. Resolves when no process is left. */
  readonly kill: () => Promise<void>;
  /** Ends it in good order; a profile made for it is removed. */
  readonly close: () => Promise<void>;
}

/** Path of the Chromium to use. Throws when there is none. */
function findChromium(): string {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') return chosen;
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const found = programs.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (found === undefined) throw new Error('No Chromium found: install it, or set CHROMIUM_PATH.');
  return found;
}

/** The whole process group, so that renderers and the network service go with the browser. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => child.once('exit', () => resolve()));
}

/** Chromium writes its port there once it listens. Rejects after 30 s or when it ends before. */
async function debuggingAddress(profile: string, child: ChildProcess): Promise<string> {
  const file = join(profile, 'DevToolsActivePort');
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (child.exitCode !== null) throw new Error(`Chromium ended with code ${child.exitCode} while starting`);
    const [port, path] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (port !== undefined && path !== undefined && path !== '') return `ws://127.0.0.1:${port}${path}`;
    await wait(50);
  }
  throw new Error('Chromium did not open its debugging port within 30 s');
}

async function connect(profile: string, child: ChildProcess): Promise<Browser> {
  return chromium.connectOverCDP(await debuggingAddress(profile, child));
}

/** Starts a browser on a profile. A killed one's profile can be given again to find what survived. */
export async function startBrowser(options: BrowserOptions = {}): Promise<RunningBrowser> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'wspolnie-profile-')));
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  // The locks name the killed process; Chromium would take its profile for one in use elsewhere.
  await Promise.all(
    ['SingletonLock', 'SingletonSocket', 'SingletonCookie'].map((name) =>
      rm(join(profile, name), { force: true }),
    ),
  );
  const language = options.language ?? 'pl-PL';
  const args = [...flags, `--lang=${language}`, `--accept-lang=${language}`, `--user-data-dir=${profile}`];
  const env = { ...process.env, LANGUAGE: language.replace('-', '_') };
  const child = spawn(findChromium(), [...args, ...(options.extraFlags ?? []), 'about:blank'], {
    detached: true,
    stdio: 'ignore',
    env,
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error('Chromium could not be started');

  const browser = await connect(profile, child).catch((error: unknown) => {
    signalGroup(pid, 'SIGKILL');
    throw error;
  });
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('Chromium has no default context');

  const kill = async (): Promise<void> => {
    signalGroup(pid, 'SIGKILL');
    await ended(child);
    await browser.close();
  };
  const close = async (): Promise<void> => {
    signalGroup(pid, 'SIGTERM');
    const inTime = await Promise.race([ended(child).then(() => true), wait(5000, false, { ref: false })]);
    if (!inTime) signalGroup(pid, 'SIGKILL');
    await ended(child);
    await browser.close();
    if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { profile, pid, context, kill, close };
}
