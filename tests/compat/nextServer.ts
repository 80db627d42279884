// A server of the next version of the wire: this one's own code, copied with that number raised. It is told apart from the
// present one by nothing else.

import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const VERSION_FILE = 'src/schema/version.ts';

export interface NextServer {
  /** To be removed with all that is in it. */
  readonly folder: string;
  /** What Node runs. */
  readonly program: string;
}

export function makeNextServer(): NextServer {
  const folder = mkdtempSync(join(tmpdir(), 'wspolnie-next-'));
  for (const part of ['package.json', 'sync-server', 'src/domain', 'src/schema'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const text = readFileSync(join(ROOT, VERSION_FILE), 'utf8');
  const raised = text.replace(
    /(WIRE_VERSION = )(\d+)/,
    (_all, start, version) => `${start}${Number(version) + 1}`,
  );
  if (raised === text) throw new Error(`no version of the wire in ${VERSION_FILE}`);
  writeFileSync(join(folder, VERSION_FILE), raised);
  return { folder, program: join(folder, 'sync-server/main.ts') };
}
