// Which folder may import which, and which packages. One table; layers.test.ts holds the whole tree to it.
// Why the layers are these is said in docs and in each folder.
import { type ModuleFacts, resolveImport } from './modules.ts';

interface LayerRule {
  /** Layers that may be imported; the own one always may. */
  readonly layers: readonly string[];
  /** Single modules of other layers that may be imported. */
  readonly modules?: readonly string[];
  /** Packages that may be imported, by name or, for one module of a package, by its whole path. */
  readonly packages: readonly string[] | 'any';
  /** Packages that one folder of the layer may import besides. */
  readonly folderPackages?: Readonly<Record<string, readonly string[]>>;
}

const everyLayer = ['domain', 'schema', 'documents', 'storage', 'sync', 'outputs', 'ui', 'rooms'];
const view = ['preact'];

export const layerRules: Readonly<Record<string, LayerRule>> = {
  domain: { layers: [], packages: [] },
  schema: { layers: ['domain'], packages: ['lib0'] },
  documents: { layers: ['schema', 'domain'], packages: ['yjs', 'lib0'] },
  storage: {
    layers: ['documents', 'schema', 'domain'],
    packages: ['dexie', 'yjs', 'lib0', 'y-indexeddb', 'zustand'],
  },
  sync: {
    layers: ['storage', 'documents', 'schema', 'domain'],
    packages: ['yjs', 'lib0', 'y-protocols', 'zustand'],
  },
  outputs: {
    layers: ['domain'],
    packages: [
      'pdfkit',
      'fontkit',
      'docx',
      'write-excel-file',
      'papaparse',
      '@fontsource/atkinson-hyperlegible-next',
    ],
  },
  ui: {
    layers: [],
    packages: [...view, 'zustand', 'uqr', '@fontsource-variable/atkinson-hyperlegible-next'],
  },
  rooms: {
    layers: ['ui', 'documents', 'storage', 'outputs', 'domain'],
    // A room names the document it writes to.
    modules: ['src/schema/documentName.ts'],
    packages: [...view, 'zustand', 'papaparse', 'fflate'],
    // The editor of texts is bound to the document itself: its keystrokes pass no command.
    folderPackages: {
      'src/rooms/plan/text/': [
        'prosemirror-commands',
        'prosemirror-inputrules',
        'prosemirror-keymap',
        'prosemirror-model',
        'prosemirror-schema-list',
        'prosemirror-state',
        'prosemirror-view',
        'y-prosemirror',
        'yjs',
      ],
    },
  },
  app: { layers: everyLayer, packages: 'any' },
  sw: {
    layers: ['sync', 'storage', 'schema'],
    // Handed to the ledger by whoever opens one.
    modules: ['src/documents/planEngine.ts'],
    packages: ['workbox-precaching', 'workbox-routing'],
  },
  'sync-server': { layers: ['schema', 'domain'], packages: 'any' },
};

export interface Breach {
  readonly file: string;
  readonly specifier: string;
  readonly reason: string;
}

interface Place {
  readonly layer: string;
  /** Only in rooms: the room, which no other room may import. */
  readonly room?: string;
}

function placeOf(path: string): Place | undefined {
  const [top, layer, room, ...rest] = path.split('/');
  if (top === 'sync-server') return { layer: top };
  if (top !== 'src' || layer === undefined || room === undefined || layerRules[layer] === undefined)
    return undefined;
  if (layer !== 'rooms') return { layer };
  return rest.length === 0 ? undefined : { layer, room };
}

function isAllowedPackage(specifier: string, allowed: LayerRule['packages']): boolean {
  return allowed === 'any' || allowed.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

function judgeImport(file: string, from: Place, specifier: string): string | undefined {
  const rule = layerRules[from.layer];
  if (rule === undefined) return `the layer "${from.layer}" has no rule`;

  const target = resolveImport(file, specifier);
  if (target === undefined) {
    const folders = Object.entries(rule.folderPackages ?? {});
    const isAllowedHere = folders.some(
      ([folder, packages]) => file.startsWith(folder) && isAllowedPackage(specifier, packages),
    );
    if (isAllowedHere || isAllowedPackage(specifier, rule.packages)) return undefined;
    return `${from.layer} may not use the package ${specifier}`;
  }
  const to = placeOf(target);
  if (to === undefined) return `${target} belongs to no layer`;
  if (to.layer !== from.layer) {
    const isAllowed = rule.layers.includes(to.layer) || rule.modules?.includes(target) === true;
    return isAllowed ? undefined : `${from.layer} may not import ${to.layer}`;
  }
  if (to.room !== from.room) return `the room ${from.room} may not import the room ${to.room}`;
  return undefined;
}

/** Every import that the table does not allow, and every module that stands outside the layers. */
export function findBreaches(modules: readonly ModuleFacts[]): readonly Breach[] {
  return modules.flatMap(({ path: file, imports, computedImports }) => {
    const from = placeOf(file);
    if (from === undefined) return [{ file, specifier: '', reason: 'this module belongs to no layer' }];
    const computed = computedImports.map((specifier) => ({
      file,
      specifier,
      reason: 'the target is computed',
    }));
    const forbidden = imports.flatMap((specifier) => {
      const reason = judgeImport(file, from, specifier);
      return reason === undefined ? [] : [{ file, specifier, reason }];
    });
    return [...computed, ...forbidden];
  });
}
