// Weighs the built app in brotli bytes: the JavaScript until Dziś, until the attendance list works, and everything the
// service worker precaches. Read from the build's manifest, so it measures what is really served.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly isEntry: boolean;
}

const root = join(import.meta.dirname, '../..');
const dist = process.env['WSPOLNIE_DIST'] ?? join(root, 'dist');

/** In KB of 1,000 bytes. The goal is what we want, the budget what the tests hold: where a goal is missed it is the figure reached. */
const budgets = {
  today: { goal: 60, budget: 60 },
  // Dexie, Yjs and y-indexeddb alone are 53, Preact with shell and Dziś 31, the ledger's engine 9 (3 of them
  // put a rebuilt document in the place of one, 1 settles merges of the plan, whose own engine comes later); the room and its
  // writing have the rest. The plan's texts use 1 more of the one copy of Yjs.
  attendance: { goal: 95, budget: 128 },
  // ProseMirror with its binding is 58 of it; counted is what comes when the first text is opened.
  editor: { goal: 75, budget: 75 },
  // The plan is written as DOCX, XLSX and PDF without internet: these writers alone are 75.
  precache: { goal: 700, budget: 800 },
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

function readManifest(): ReadonlyMap<string, Chunk> {
  const raw: unknown = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  if (!isRecord(raw)) throw new Error('dist/.vite/manifest.json is no manifest');
  return new Map(
    Object.entries(raw).map(([key, value]) => {
      if (!isRecord(value) || typeof value['file'] !== 'string') throw new Error(`no file for "${key}"`);
      const { file, imports, dynamicImports } = value;
      const isEntry = value['isEntry'] === true;
      return [key, { file, isEntry, imports: names(imports), dynamicImports: names(dynamicImports) }];
    }),
  );
}

let read: ReadonlyMap<string, Chunk> | undefined;

function manifest(): ReadonlyMap<string, Chunk> {
  read ??= readManifest();
  return read;
}

function chunkOf(key: string): Chunk {
  const chunk = manifest().get(key);
  if (chunk === undefined) throw new Error(`the manifest has no chunk "${key}"`);
  return chunk;
}

/** The chunks and all that they import statically. */
function closure(keys: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (key: string): void => {
    if (found.has(key)) return;
    found.add(key);
    chunkOf(key).imports.forEach(visit);
  };
  for (const key of keys) visit(key);
  return found;
}

/** The lazily loaded chunks made of the named modules or folders. Throws when the source has no such thing. */
function lazyChunks(prefixes: readonly string[]): readonly string[] {
  const missing = prefixes.find((prefix) => !existsSync(join(root, prefix)));
  if (missing !== undefined)
    throw new Error(`There is no ${missing} any more: correct the routes in weights.ts.`);
  const lazy = new Set([...manifest().values()].flatMap((chunk) => chunk.dynamicImports));
  return [...lazy].filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
}

function brotliBytes(files: Iterable<string>): number {
  let sum = 0;
  for (const file of files) sum += brotliCompressSync(readFileSync(join(dist, file))).length;
  return sum;
}

/** What a page loads to get there: the entry, the lazily loaded modules of the route, and their static imports. */
function scripts(lazy: readonly string[]): ReadonlySet<string> {
  const entries = [...manifest()].filter(([, chunk]) => chunk.isEntry).map(([key]) => key);
  const files = [...closure([...entries, ...lazyChunks(lazy)])].map((key) => chunkOf(key).file);
  return new Set(files.filter((file) => file.endsWith('.js')));
}

/** What comes with a step beyond a page that is there already. */
function scriptsBeyond(before: readonly string[], lazy: readonly string[]): ReadonlySet<string> {
  const here = scripts(before);
  return new Set([...scripts([...before, ...lazy])].filter((file) => !here.has(file)));
}

function precachedFiles(): ReadonlySet<string> {
  const worker = readFileSync(join(dist, 'serviceWorker.js'), 'utf8');
  const files = [...worker.matchAll(/"?revision"?:[^,]+,"?url"?:"([^"]+)"/g)].map((match) => match[1] ?? '');
  if (!files.includes('index.html')) throw new Error('no precache list found in dist/serviceWorker.js');
  return new Set(files);
}

/** What each screen needs besides the entry; what of it is in the entry already counts once. */
const routes = {
  // Dziś is in the entry; what it loads on a tap is not needed to paint it.
  today: [],
  attendance: [
    'src/rooms/attendance/AttendanceRoom.tsx',
    'src/rooms/attendance/changes/listWrites.ts',
    'src/app/device/openEngine.ts',
  ],
  /** A section of the plan before its text stands. */
  section: ['src/app/plan/PlanScreen.tsx', 'src/app/device/openEngine.ts'],
  editor: ['src/rooms/plan/text/PlanTextEditor.tsx'],
};

export interface Weight {
  readonly what: string;
  readonly bytes: number;
  /** In KB. */
  readonly goal: number;
  readonly budget: number;
}

/** Throws when there is no build, or when a route's module is gone. */
export function weighBuild(): { readonly [Part in keyof typeof budgets]: Weight } {
  return {
    today: { what: 'JavaScript until Dziś', bytes: brotliBytes(scripts(routes.today)), ...budgets.today },
    attendance: {
      what: 'JavaScript until attendance',
      bytes: brotliBytes(scripts(routes.attendance)),
      ...budgets.attendance,
    },
    editor: {
      what: "JavaScript of the plan's editor",
      bytes: brotliBytes(scriptsBeyond(routes.section, routes.editor)),
      ...budgets.editor,
    },
    precache: { what: 'Whole precache', bytes: brotliBytes(precachedFiles()), ...budgets.precache },
  };
}
