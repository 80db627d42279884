// House rules that no linter of ours knows: one way to export, files that can be read at one sitting, and a domain
// that gives the same answer every time.
import type { ModuleFacts } from './modules.ts';

/** A file beyond this is split, or tells in a decision record why it would read worse. */
const mostLines = 400;
const emptyNames = /^(index|utils?|helpers?|misc|shared)\.tsx?$/;

/** What a module does against the rules on its shape; empty when it keeps them. */
export function judgeShape({ path, lines, hasDefaultExport, hasStarExport }: ModuleFacts): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [
    ...(hasDefaultExport ? [`${path} has a default export`] : []),
    ...(hasStarExport ? [`${path} re-exports everything of another module`] : []),
    ...(lines > mostLines ? [`${path} has ${lines} lines, more than ${mostLines}`] : []),
    ...(emptyNames.test(name) ? [`${path} is named after nothing it does`] : []),
  ];
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const hidden: readonly RegExp[] = [
  /^Date\.now$/,
  /^Math\.random$/,
  /^(globalThis|window|self|document|navigator|process)\b/,
  /^(crypto|performance)\./,
  /^(setTimeout|setInterval|queueMicrotask|fetch)$/,
  /^localStorage\b/,
];

function dottedName(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node['type'] === 'Identifier' && typeof node['name'] === 'string') return node['name'];
  if (node['type'] !== 'MemberExpression' || node['computed'] === true) return undefined;
  const object = dottedName(node['object']);
  const property = dottedName(node['property']);
  return object === undefined || property === undefined ? undefined : `${object}.${property}`;
}

function readsClock(node: Node): boolean {
  const isCall = node['type'] === 'NewExpression' || node['type'] === 'CallExpression';
  if (!isCall || dottedName(node['callee']) !== 'Date') return false;
  const given = node['arguments'];
  return node['type'] === 'CallExpression' || (Array.isArray(given) && given.length === 0);
}

/** Uses of clock, randomness, timers and the environment, which the domain is to be given instead. */
export function hiddenInputs({ path, program }: ModuleFacts): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit);
      return;
    }
    if (!isNode(value)) return;
    if (readsClock(value)) found.push(`${path} reads the clock`);
    const name = value['type'] === 'MemberExpression' ? dottedName(value) : calledName(value);
    if (name !== undefined && hidden.some((pattern) => pattern.test(name)))
      found.push(`${path} uses ${name}`);
    Object.values(value).forEach(visit);
  };
  visit(program.body);
  return [...new Set(found)];
}

function calledName(node: Node): string | undefined {
  const isCall = node['type'] === 'CallExpression';
  return isCall && isNode(node['callee']) && node['callee']['type'] === 'Identifier'
    ? dottedName(node['callee'])
    : undefined;
}
