// `npm run freeze`: freezes the release that is about to go out under tests/compat/releases, as it stands in this clone: its
// documents and its built app. Run once a release, before the first change to the schema that follows it.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { object, text } from '../../src/schema/jsonShape.ts';
import { SCHEMA_VERSION } from '../../src/schema/version.ts';
import { documentsToFreeze } from './documentsToFreeze.ts';
import { APP_FILE, DOCUMENTS_FILE, RELEASES_FOLDER } from './releases.ts';

const ROOT = join(import.meta.dirname, '../..');

function versionOfPackage(): string {
  const read: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const version = object<{ version: string }>({ version: text(50) })(read)?.version;
  if (version === undefined) throw new Error('package.json has no version');
  return version;
}

function pack(file: string, content: Buffer): void {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  const packed = brotliCompressSync(content, { params });
  writeFileSync(file, packed);
  console.log(`${file}: ${packed.length} bytes`);
}

/** What the server would pack by itself is left out, and what an earlier build left in the folder. */
function builtApp(version: string): Buffer {
  const folder = join(ROOT, '.stamps', 'frozen');
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  execFileSync(
    process.execPath,
    [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production', APP_VERSION: version },
      stdio: 'inherit',
    },
  );
  const options = ['--sort=name', '--owner=0', '--group=0', '--mtime=@0', '--exclude=*.br', '--exclude=*.gz'];
  return execFileSync('tar', [...options, '-cf', '-', '-C', folder, '.'], { maxBuffer: 64 * 1024 * 1024 });
}

const name = `${versionOfPackage()}-schema${SCHEMA_VERSION}`;
const folder = join(RELEASES_FOLDER, name);
if (existsSync(folder)) throw new Error(`${folder} is there: what is frozen is not made anew`);
const documents = documentsToFreeze().map(({ update, unsent, ...rest }) => ({
  ...rest,
  update: Buffer.from(update).toString('base64'),
  unsent: Buffer.from(unsent).toString('base64'),
}));
const app = builtApp(name);
mkdirSync(folder, { recursive: true });
pack(
  join(folder, DOCUMENTS_FILE),
  Buffer.from(JSON.stringify({ schema: SCHEMA_VERSION, documents }, undefined, 1)),
);
pack(join(folder, APP_FILE), app);
