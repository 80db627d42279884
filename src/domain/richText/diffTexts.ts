// What changed between two texts, line by line and, within lines that took each other's place, word by word.

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond so many comparisons texts are taken to have nothing in common in between: told coarsely, but at once. */
const MOST_COMPARISONS = 4_000_000;

/** The parts of both texts in reading order: without the added ones the former, without the removed ones the latter. */
export function diffTexts(before: string, after: string): readonly DiffPart[] {
  const lines = diffSequences(linesOf(before), linesOf(after));
  const parts = lines.flatMap((part, index): readonly DiffPart[] => {
    const [previous, next] = [lines[index - 1], lines[index + 1]];
    if (part.kind === 'removed' && next?.kind === 'added')
      return diffSequences(wordsOf(part.text), wordsOf(next.text));
    return part.kind === 'added' && previous?.kind === 'removed' ? [] : [part];
  });
  return joined(parts);
}

/** Lines with their ends, so that joining them gives the text. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Words and what stands between them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? [];
}

function diffSequences(before: readonly string[], after: readonly string[]): readonly DiffPart[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const [removed, added] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const same = (parts: readonly string[]): readonly DiffPart[] =>
    parts.map((text) => ({ kind: 'same', text }));
  return joined([
    ...same(before.slice(0, start)),
    ...between(removed, added),
    ...same(before.slice(before.length - end)),
  ]);
}

/** By the longest sequence that both have in common. */
function between(before: readonly string[], after: readonly string[]): readonly DiffPart[] {
  const all = (kind: DiffPart['kind'], texts: readonly string[]): readonly DiffPart[] =>
    texts.map((text) => ({ kind, text }));
  if (before.length * after.length > MOST_COMPARISONS)
    return [...all('removed', before), ...all('added', after)];
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const [old, fresh] = [before[i] ?? '', after[j] ?? ''];
    if (old === fresh) {
      parts.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      parts.push({ kind: 'removed', text: old });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: fresh });
      j += 1;
    }
  }
  return [...parts, ...all('removed', before.slice(i)), ...all('added', after.slice(j))];
}

/** Parts of one kind that follow each other as one; between two that stay the same, what was removed stands first. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const result: DiffPart[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const { kind, text } of parts) {
    const last = result.at(-1);
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      const isRun = removed === '' && added === '';
      flush();
      if (isRun && last?.kind === 'same') result[result.length - 1] = { kind, text: last.text + text };
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
