import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';

let origin = '';
let profile = '';
const site = createServer((_request, response) =>
  response.setHeader('content-type', 'text/html').end('<p>Jestem</p>'),
);

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'wspolnie-profile-'));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  origin = `http://127.0.0.1:${address.port}`;
});

afterAll(async () => {
  site.close();
  site.closeAllConnections();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Process ids whose command line names the profile. */
async function processesOn(folder: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return ids.filter((_id, index) => lines[index]?.includes(folder));
}

test('a killed browser leaves no process, and its profile starts again with what was stored', async () => {
  const before = await startBrowser({ profile });
  const page = await before.context.newPage();
  await page.goto(origin);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('kept', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
        opening.onerror = () => reject(opening.error ?? new Error('the database did not open'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
          writing.objectStore('rows').put('zapisane', 'a');
          writing.oncomplete = () => resolve();
        };
      }),
  );
  await before.kill();
  expect(await processesOn(profile)).toEqual([]);

  const after = await startBrowser({ profile });
  try {
    const again = await after.context.newPage();
    await again.goto(origin);
    const found = await again.evaluate(
      () =>
        new Promise<unknown>((resolve, reject) => {
          const opening = indexedDB.open('kept', 1);
          opening.onerror = () => reject(opening.error ?? new Error('the database did not open'));
          opening.onsuccess = () => {
            const reading = opening.result.transaction('rows').objectStore('rows').get('a');
            reading.onsuccess = () => resolve(reading.result);
          };
        }),
    );
    expect(found).toBe('zapisane');
    expect(await again.evaluate(() => navigator.language)).toBe('pl-PL');
  } finally {
    await after.close();
  }
});
