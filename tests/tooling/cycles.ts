// Finds import cycles, type imports included: two modules that need each other's types are one module or need a third.
import { type ModuleFacts, resolveImport } from './modules.ts';

/** Each cycle once, as the paths along it, the first repeated at the end. */
export function findCycles(modules: readonly ModuleFacts[]): readonly (readonly string[])[] {
  const targets = new Map(
    modules.map(({ path, imports }) => [path, imports.flatMap((name) => resolveImport(path, name) ?? [])]),
  );
  const cycles: (readonly string[])[] = [];
  const done = new Set<string>();
  const trail: string[] = [];

  const visit = (path: string): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      cycles.push([...trail.slice(start), path]);
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const target of targets.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of targets.keys()) visit(path);
  return cycles;
}
