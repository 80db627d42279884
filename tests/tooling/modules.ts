// Reads what a module imports and exports, with a real parser, and finds the project's modules on the disk.
// What is allowed is decided elsewhere: layers.ts, cycles.ts, houseRules.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { type Program, parseSync } from 'oxc-parser';

export interface ModuleFacts {
  /** From the repository's top, with slashes: "src/domain/ids.ts". */
  readonly path: string;
  readonly lines: number;
  /** Specifiers as written, of static and dynamic imports, re-exports and `new URL('…', import.meta.url)`. */
  readonly imports: readonly string[];
  /** Dynamic imports whose target is computed, as written. */
  readonly computedImports: readonly string[];
  readonly hasDefaultExport: boolean;
  readonly hasStarExport: boolean;
  readonly program: Program;
}

const literal = /^(['"`])((?:(?!\1)[^$\\])*)\1$/;
const assetUrl = /new URL\(\s*(['"`])([^'"`$]+)\1\s*,\s*import\.meta\.url\s*\)/g;

/** Throws when the source does not parse. */
export function readModule(path: string, source: string): ModuleFacts {
  const { module, program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message ?? ''}`);

  const exported = module.staticExports.flatMap((statement) => statement.entries);
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start, end));
  const imports = [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...exported.flatMap((entry) => (entry.moduleRequest === null ? [] : [entry.moduleRequest.value])),
    ...dynamic.flatMap((text) => literal.exec(text)?.[2] ?? []),
    ...[...source.matchAll(assetUrl)].flatMap((match) => match[2] ?? []),
  ];
  return {
    path,
    lines: source.split('\n').length - (source.endsWith('\n') ? 1 : 0),
    imports: [...new Set(imports)],
    computedImports: dynamic.filter((text) => !literal.test(text)),
    hasDefaultExport: exported.some(
      ({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default',
    ),
    hasStarExport: exported.some((entry) => entry.importName.kind.startsWith('All')),
    program,
  };
}

/** The repository path that a relative specifier means, or undefined for a package. */
export function resolveImport(fromPath: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(fromPath), specifier.replace(/[?#].*$/, ''));
}

/** All TypeScript modules under the given folders of the repository. */
export function readModules(root: string, folders: readonly string[]): readonly ModuleFacts[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => readModule(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8'))),
  );
}
