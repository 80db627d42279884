// Writes a .br and a .gz beside every text file of the finished build: compressed once and at the highest quality,
// so that the server only has to send them.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(js|css|html|svg|json|webmanifest|txt)$/;
/** Below this a compressed answer saves nothing on the wire. */
const leastBytes = 512;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function compressFile(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < leastBytes) return;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(`${file}.br`, await brotli(content, quality));
  await writeFile(`${file}.gz`, await zip(content, { level: constants.Z_BEST_COMPRESSION }));
}

async function isCompressed(file: string): Promise<boolean> {
  const [original, compressed] = await Promise.all([stat(file), stat(`${file}.br`).catch(() => undefined)]);
  return compressed !== undefined && compressed.mtimeMs >= original.mtimeMs;
}

/** Runs after everything else has written, the service worker included. */
export function compressAssets(): Plugin {
  let folder = '';
  return {
    name: 'wspolnie:compress-assets',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        const files = entries
          .filter((entry) => entry.isFile() && compressible.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name));
        for (const file of files) if (!(await isCompressed(file))) await compressFile(file);
      },
    },
  };
}
