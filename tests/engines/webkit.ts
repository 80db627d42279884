// WebKitGTK, the engine of iPads as Debian has it: MiniBrowser under its WebDriver, on a display of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Builder, By, Capabilities, Origin, type WebDriver } from 'selenium-webdriver';
import { freePort } from '../bench/durability/serverProcess.ts';
import { type Engine, TARGET } from './engine.ts';

export async function startWebKit(): Promise<Engine> {
  const port = await freePort();
  // WebKit needs a session bus and a display; both end with the process group.
  const host = spawn(
    'dbus-run-session',
    ['--', 'xvfb-run', '-a', '-s', '-screen 0 1280x900x24', 'WebKitWebDriver', '-p', String(port)],
    {
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, LANGUAGE: 'pl', LC_ALL: 'C.UTF-8', WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
    },
  );
  const driver = await connect(`http://127.0.0.1:${port}`, host);
  return {
    goto: (url) => driver.get(url),
    reload: () => driver.navigate().refresh(),
    evaluate: (expression) =>
      driver.executeAsyncScript(
        `const done = arguments[0]; Promise.resolve(${expression}).then(done, () => done(undefined));`,
      ),
    click: async () => {
      await driver.findElement(By.css(TARGET)).click();
    },
    type: async (text) => {
      await driver.findElement(By.css(TARGET)).sendKeys(text);
    },
    draw: async ([first, ...points]) => {
      if (first === undefined) return;
      let actions = driver
        .actions()
        .move({ origin: Origin.VIEWPORT, ...first })
        .press();
      for (const point of points) actions = actions.move({ origin: Origin.VIEWPORT, duration: 20, ...point });
      await actions.release().perform();
    },
    close: async () => {
      await driver.quit().catch(() => undefined);
      await end(host);
    },
  };
}

function findMiniBrowser(): string {
  const root = '/usr/lib';
  const found = readdirSync(root)
    .map((folder) => join(root, folder, 'webkit2gtk-4.1', 'MiniBrowser'))
    .find(existsSync);
  if (found === undefined) throw new Error('No MiniBrowser found: install webkit2gtk-driver.');
  return found;
}

async function connect(server: string, host: ChildProcess): Promise<WebDriver> {
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
  });
  for (let waited = 0; waited < 20_000; waited += 200) {
    if (host.exitCode !== null) throw new Error('WebKitWebDriver ended while starting');
    const isUp = await fetch(`${server}/status`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return new Builder().usingServer(server).withCapabilities(capabilities).build();
    await wait(200);
  }
  await end(host);
  throw new Error('WebKitWebDriver did not answer within 20 s');
}

async function end(host: ChildProcess): Promise<void> {
  if (host.pid === undefined || host.exitCode !== null || host.signalCode !== null) return;
  const ended = once(host, 'exit');
  process.kill(-host.pid, 'SIGKILL');
  await ended;
}
