// Changes of a text as lists of steps, and moving one change past another. Yjs merges what is in its documents; this is for
// what stands on a screen while it may not be touched (a word being composed), and for the caret.

/** Steps from the beginning of the text: keep, take away, put in. What is behind the last step is kept. */
export type TextStep =
  | { readonly kind: 'keep'; readonly length: number }
  | { readonly kind: 'remove'; readonly length: number }
  | { readonly kind: 'insert'; readonly text: string };
export type TextDelta = readonly TextStep[];

/** One change at one place: `remove` UTF-16 units at `index`, then `insert` there. */
export interface TextReplacement {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The smallest change from one text to another. `caret` is where the caret stands afterwards: it tells which of several
 * equal letters was typed. Surrogate pairs are never cut in two: half a pair cannot be stored. `undefined`: no change.
 */
export function diffText(before: string, after: string, caret = after.length): TextReplacement | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  const behindCaret = Math.min(Math.max(0, after.length - caret), shorter);
  let tail = 0;
  while (tail < behindCaret && unitFromEnd(before, tail) === unitFromEnd(after, tail)) tail += 1;
  let head = 0;
  while (head < shorter - tail && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  while (tail < shorter - head && unitFromEnd(before, tail) === unitFromEnd(after, tail)) tail += 1;
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head -= 1;
  if (tail > 0 && isLowSurrogate(unitFromEnd(before, tail - 1))) tail -= 1;
  return {
    index: head,
    remove: before.length - tail - head,
    insert: after.slice(head, after.length - tail),
  };
}

export function deltaOf({ index, remove, insert }: TextReplacement): TextDelta {
  return compact([
    { kind: 'keep', length: index },
    { kind: 'insert', text: insert },
    { kind: 'remove', length: remove },
  ]);
}

/** The change as single replacements, to be made one after the other. */
export function replacementsOf(delta: TextDelta): readonly TextReplacement[] {
  const made: TextReplacement[] = [];
  let index = 0;
  for (const step of delta) {
    switch (step.kind) {
      case 'keep':
        index += step.length;
        break;
      case 'remove':
        made.push({ index, remove: step.length, insert: '' });
        break;
      case 'insert':
        made.push({ index, remove: 0, insert: step.text });
        index += step.text.length;
        break;
    }
  }
  return made;
}

export function applyDelta(text: string, delta: TextDelta): string {
  let result = '';
  let at = 0;
  for (const step of delta) {
    if (step.kind === 'insert') result += step.text;
    else {
      if (step.kind === 'keep') result += text.slice(at, at + step.length);
      at += step.length;
    }
  }
  return result + text.slice(at);
}

/**
 * `delta` as it reads once `other`, made on the same text, has been made. Where both insert at one place the one that
 * `isFirst` stands first; applying `other` and this gives the text of `delta` and the counterpart.
 */
export function movePast(delta: TextDelta, other: TextDelta, isFirst: boolean): TextDelta {
  const [mine, theirs] = [stepReader(delta), stepReader(other)];
  const moved: TextStep[] = [];
  while (mine.hasMore()) {
    if (mine.isInsert() && (isFirst || !theirs.isInsert())) moved.push(mine.take(Infinity));
    else if (theirs.isInsert()) moved.push({ kind: 'keep', length: textLength(theirs.take(Infinity)) });
    else {
      const length = Math.min(mine.left(), theirs.left());
      const [step, fate] = [mine.take(length), theirs.take(length)];
      // What the other has taken away is there neither to be kept nor to be taken away.
      if (fate.kind !== 'remove') moved.push(step);
    }
  }
  return compact(moved);
}

/** Where a caret goes when others change the text: text put in exactly at the caret appears behind it. */
export function moveCaret(caret: number, delta: TextDelta): number {
  let [moved, index] = [caret, 0];
  for (const step of delta) {
    if (index >= moved) break;
    if (step.kind === 'insert') moved += step.text.length;
    if (step.kind === 'remove') moved -= Math.min(step.length, moved - index);
    else index += step.kind === 'insert' ? step.text.length : step.length;
  }
  return moved;
}

/** Where a change ends in the changed text: the caret's place after an undo. */
export function endOfChange(delta: TextDelta): number {
  let [index, end] = [0, 0];
  for (const step of delta) {
    if (step.kind === 'keep') index += step.length;
    else {
      if (step.kind === 'insert') index += step.text.length;
      end = index;
    }
  }
  return end;
}

function stepReader(delta: TextDelta) {
  let [at, used] = [0, 0];
  const isInsert = (): boolean => delta[at]?.kind === 'insert';
  // Behind the last step everything is kept, without end.
  const left = (): number => {
    const step = delta[at];
    return step === undefined ? Infinity : step.kind === 'insert' ? step.text.length : step.length - used;
  };
  return {
    hasMore: () => at < delta.length,
    isInsert,
    left,
    take: (length: number): TextStep => {
      const step = delta[at];
      if (step === undefined) return { kind: 'keep', length };
      const taken = Math.min(length, left());
      used += taken;
      if (step.kind === 'insert' || used >= step.length) [at, used] = [at + 1, 0];
      return step.kind === 'insert' ? step : { kind: step.kind, length: taken };
    },
  };
}

function textLength(step: TextStep): number {
  return step.kind === 'insert' ? step.text.length : step.length;
}

function compact(steps: readonly TextStep[]): TextDelta {
  return steps.filter((step) => textLength(step) > 0);
}

function unitFromEnd(text: string, fromEnd: number): number {
  return text.charCodeAt(text.length - 1 - fromEnd);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
