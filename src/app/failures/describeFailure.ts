// A failure as text for whoever mends it: names, messages and causes, with the places in the code. Never shown as an
// explanation to a person; that is the message catalogue's.

/** Causes inside causes: deeper than this is a circle. */
const DEPTH = 6;

export function describeFailure(failure: unknown): string {
  const lines: string[] = [];
  let current: unknown = failure;
  for (let depth = 0; depth < DEPTH && current !== undefined; depth += 1) {
    lines.push(depth === 0 ? describeOne(current) : `because of ${describeOne(current)}`);
    current = current instanceof Error && current.cause !== current ? current.cause : undefined;
  }
  return lines.join('\n');
}

function describeOne(failure: unknown): string {
  if (!(failure instanceof Error || failure instanceof DOMException)) return String(failure);
  const head = `${failure.name}: ${failure.message}`;
  const stack = failure instanceof Error ? failure.stack : undefined;
  if (stack === undefined) return head;
  return stack.startsWith(failure.name) ? stack : `${head}\n${stack}`;
}
