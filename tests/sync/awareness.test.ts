import { describe, expect, it } from 'vitest';
import type { DocumentName } from '../../src/schema/documentName.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { type AwarenessHub, createAwarenessHub } from '../../src/sync/awareness.ts';

const PLAN = documentName('partnership', 'stare-pole');

/** Two hubs that hear each other. */
function pair(): { readonly anna: AwarenessHub; readonly bogdan: AwarenessHub; readonly frames: string[] } {
  const frames: string[] = [];
  const anna = createAwarenessHub((name, body) => {
    frames.push(`anna ${name}`);
    bogdan.receive(name, body);
  });
  const bogdan = createAwarenessHub((name: DocumentName, body) => {
    frames.push(`bogdan ${name}`);
    anna.receive(name, body);
  });
  return { anna, bogdan, frames };
}

function names(states: ReadonlyMap<number, unknown>): readonly unknown[] {
  return [...states.values()];
}

describe('awareness', () => {
  it('shows who is at the same document, and that they have gone', () => {
    const { anna, bogdan } = pair();
    const [hers, his] = [anna.open(PLAN), bogdan.open(PLAN)];
    hers.set({ name: 'Anna' });
    expect(names(his.states())).toEqual([{ name: 'Anna' }]);
    hers.release();
    expect(names(his.states())).toEqual([]);
    his.release();
  });

  it('tells somebody who comes later who is there already', () => {
    const { anna, bogdan } = pair();
    const hers = anna.open(PLAN);
    hers.set({ name: 'Anna' });
    const his = bogdan.open(PLAN);
    expect(names(his.states())).toEqual([]);
    his.set({ name: 'Bogdan' });
    expect(names(his.states())).toContainEqual({ name: 'Anna' });
    expect(names(hers.states())).toContainEqual({ name: 'Bogdan' });
    anna.dispose();
    bogdan.dispose();
  });

  it('tells its listeners, until they stop listening', () => {
    const { anna, bogdan } = pair();
    const [hers, his] = [anna.open(PLAN), bogdan.open(PLAN)];
    let calls = 0;
    const stop = his.subscribe(() => {
      calls += 1;
    });
    hers.set({ name: 'Anna' });
    expect(calls).toBe(1);
    stop();
    hers.set({ name: 'Anna Maria' });
    expect(calls).toBe(1);
    anna.dispose();
    bogdan.dispose();
  });

  it('is shared by the editors of one document, and ends with the last of them', () => {
    const { anna, bogdan } = pair();
    const [first, second] = [anna.open(PLAN), anna.open(PLAN)];
    const his = bogdan.open(PLAN);
    first.set({ name: 'Anna' });
    expect(names(second.states())).toEqual([{ name: 'Anna' }]);
    first.release();
    first.release();
    expect(names(his.states())).toEqual([{ name: 'Anna' }]);
    second.release();
    expect(names(his.states())).toEqual([]);
    his.release();
  });

  it('passes over bytes that are no awareness, and documents that nobody has open', () => {
    const { anna } = pair();
    const hers = anna.open(PLAN);
    anna.receive(PLAN, new Uint8Array([5, 200, 200, 200]));
    anna.receive(documentName('partnership', 'nowe-pole'), new Uint8Array([0]));
    expect(names(hers.states())).toEqual([]);
    hers.release();
  });
});
