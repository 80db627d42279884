// Builds the app into dist/ when the build on the disk was made of something else than what is there now.
// The stamp is a hash of every input, so that a second `npm start` spends nothing here.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFor, runQuietly } from './commands.mjs';

const inputs = [
  'src',
  'public',
  '.setup',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function hashOfInputs(root) {
  const hash = createHash('sha256');
  const files = inputs.flatMap((name) => filesUnder(join(root, name)));
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/** Leaves a build of the present inputs in dist/. Throws a SetupError with the builder's words when it fails. */
export function buildIfStale(root, node, { always }) {
  const stampFile = join(root, '.stamps', 'build');
  const hash = hashOfInputs(root);
  const isFresh = existsSync(join(root, 'dist', 'index.html')) && existsSync(stampFile);
  if (!always && isFresh && readFileSync(stampFile, 'utf8') === hash) return;

  console.log('Building the app …');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  rmSync(stampFile, { force: true });
  runQuietly(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
    cwd: root,
    env: { ...environmentFor(node), NODE_ENV: 'production', APP_VERSION: `${version}+${hash.slice(0, 7)}` },
    failure: 'The app could not be built.',
  });
  mkdirSync(join(root, '.stamps'), { recursive: true });
  writeFileSync(stampFile, hash);
}
