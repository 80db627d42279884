import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBreaches, layerRules } from './layers.ts';
import { readModule, readModules } from './modules.ts';

/** A module of each layer, in a place where it could really stand. */
const moduleOf: Readonly<Record<string, string>> = {
  domain: 'src/domain/meeting.ts',
  schema: 'src/schema/wire.ts',
  documents: 'src/documents/register/commands.ts',
  storage: 'src/storage/ledger.ts',
  sync: 'src/sync/exchange.ts',
  outputs: 'src/outputs/list/print.ts',
  ui: 'src/ui/Button.tsx',
  rooms: 'src/rooms/attendance/Row.tsx',
  app: 'src/app/main.tsx',
  sw: 'src/sw/serviceWorker.ts',
  'sync-server': 'sync-server/auth/tokens.ts',
};

/** The architecture, written a second time on purpose: importer, then what it may import besides itself. */
const allowed = new Map<string, ReadonlySet<string>>([
  ['domain', new Set()],
  ['schema', new Set(['domain'])],
  ['documents', new Set(['schema', 'domain'])],
  ['storage', new Set(['documents', 'schema', 'domain'])],
  ['sync', new Set(['storage', 'documents', 'schema', 'domain'])],
  ['outputs', new Set(['domain'])],
  ['ui', new Set()],
  ['rooms', new Set(['ui', 'documents', 'storage', 'outputs', 'domain'])],
  ['app', new Set(['domain', 'schema', 'documents', 'storage', 'sync', 'outputs', 'ui', 'rooms'])],
  ['sw', new Set(['sync', 'storage', 'schema'])],
  ['sync-server', new Set(['schema', 'domain'])],
]);

function pathTo(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length - 1)}${to}`;
}

function breachesOf(path: string, source: string) {
  return findBreaches([readModule(path, source)]);
}

const layers = Object.keys(moduleOf);
const pairs = layers.flatMap((from) => layers.filter((to) => to !== from).map((to) => ({ from, to })));

describe('the layer check', () => {
  test('knows every layer of the architecture and no other', () => {
    expect(Object.keys(layerRules).toSorted()).toEqual(layers.toSorted());
  });

  test.each(pairs)('judges an import from $from to $to as the architecture does', ({ from, to }) => {
    const path = moduleOf[from] ?? '';
    const specifier = pathTo(path, moduleOf[to] ?? '');
    const breaches = breachesOf(path, `import { thing } from '${specifier}';\nthing();\n`);
    expect(breaches.map(({ reason }) => reason)).toEqual(
      allowed.get(from)?.has(to) === true ? [] : [`${from} may not import ${to}`],
    );
  });

  test.each([
    ['a type import', "import type { A } from '../ui/Button.tsx';"],
    ['a type inside an import', "import { type A } from '../ui/Button.tsx';"],
    ['an import for its effect', "import '../ui/base.css';"],
    ['a re-export', "export { Button } from '../ui/Button.tsx';"],
    ['a star re-export', "export * from '../ui/Button.tsx';"],
    ['a dynamic import', "await import('../ui/Button.tsx');"],
    ['a worker', "new Worker(new URL('../ui/worker.ts', import.meta.url));"],
  ])('sees %s', (_kind, source) => {
    expect(breachesOf('src/domain/meeting.ts', source)).toHaveLength(1);
  });

  test('is not taken in by comments and strings', () => {
    const source = "// import '../ui/Button.tsx';\nexport const text = \"import '../ui/Button.tsx'\";\n";
    expect(breachesOf('src/domain/meeting.ts', source)).toEqual([]);
  });

  test('reports a dynamic import whose target is computed', () => {
    const breaches = breachesOf('src/app/routes.ts', 'export const load = (name: string) => import(name);');
    expect(breaches).toEqual([
      { file: 'src/app/routes.ts', specifier: 'name', reason: 'the target is computed' },
    ]);
  });

  test('keeps a room out of another room, and lets it use its own modules', () => {
    const other = breachesOf(
      'src/rooms/attendance/Row.tsx',
      "import { a } from '../meetings/Card.tsx'; a();",
    );
    expect(other).toHaveLength(1);
    const own = breachesOf('src/rooms/attendance/list/Row.tsx', "import { a } from '../Tick.tsx'; a();");
    expect(own).toEqual([]);
  });

  test('lets a room name the document it writes to', () => {
    const source = "import { documentName } from '../../schema/documentName.ts'; documentName();";
    expect(breachesOf('src/rooms/attendance/Row.tsx', source)).toEqual([]);
  });

  test.each([
    ['src/domain/meeting.ts', 'yjs'],
    ['src/domain/meeting.ts', 'node:crypto'],
    ['src/rooms/attendance/Row.tsx', 'yjs'],
    ['src/rooms/attendance/Row.tsx', 'dexie'],
    ['src/ui/useStore.ts', 'react'],
    ['src/documents/commands.ts', 'preact'],
    ['src/sw/serviceWorker.ts', 'preact/hooks'],
  ])('keeps %s away from the package %s', (path, name) => {
    expect(breachesOf(path, `import { a } from '${name}'; a();`)).toHaveLength(1);
  });

  test('lets the editor of the plan’s texts, and no other module of a room, use what binds it to the document', () => {
    const source = "import { a } from 'prosemirror-view'; import { b } from 'yjs'; a(b);";
    expect(breachesOf('src/rooms/plan/text/Editor.tsx', source)).toEqual([]);
    expect(breachesOf('src/rooms/plan/PlanRoom.tsx', source)).toHaveLength(2);
    expect(breachesOf('src/rooms/plan/text/Editor.tsx', "import { a } from 'dexie'; a();")).toHaveLength(1);
  });

  test('reports a module that stands in no layer', () => {
    expect(breachesOf('src/helpers/text.ts', 'export const a = 1;')).toHaveLength(1);
    expect(breachesOf('src/rooms/shared.ts', 'export const a = 1;')).toHaveLength(1);
    expect(breachesOf('src/app/main.tsx', "import { a } from '../../tests/run.ts'; a();")).toHaveLength(1);
  });
});

test('every module of the app and the server keeps to its layer', () => {
  const modules = readModules(join(import.meta.dirname, '../..'), ['src', 'sync-server']);
  expect(modules.length).toBeGreaterThan(0);
  expect(findBreaches(modules)).toEqual([]);
});
