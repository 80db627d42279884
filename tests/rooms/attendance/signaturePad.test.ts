import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNATURE_BOX, type Stroke } from '../../../src/domain/signature.ts';
import { createDraftKeeper } from '../../../src/rooms/attendance/signing/draftKeeper.ts';
import { padFrame, toBox } from '../../../src/rooms/attendance/signing/padFrame.ts';
import { createStrokeRecorder } from '../../../src/rooms/attendance/signing/strokeRecorder.ts';

const edge = fc.integer({ min: 60, max: 2_000 });

describe('the frame of a signature pad', () => {
  it('shows the whole box with its proportions, whatever the screen', () => {
    fc.assert(
      fc.property(edge, edge, (width, height) => {
        const frame = padFrame(width, height, []);
        expect(frame.x).toBeLessThanOrEqual(1e-6);
        expect(frame.y).toBeLessThanOrEqual(1e-6);
        expect(frame.x + frame.width).toBeGreaterThanOrEqual(SIGNATURE_BOX.width - 1e-6);
        expect(frame.y + frame.height).toBeGreaterThanOrEqual(SIGNATURE_BOX.height - 1e-6);
        expect(frame.width * frame.scale).toBeCloseTo(width, 6);
        expect(frame.height * frame.scale).toBeCloseTo(height, 6);
      }),
    );
  });

  it('still shows after a rotation what was drawn beside the box before', () => {
    fc.assert(
      fc.property(edge, edge, fc.nat(1_000), fc.nat(1_000), (width, height, across, down) => {
        const upright = padFrame(width, height, []);
        const point = toBox(upright, (width * across) / 1_000, (height * down) / 1_000);
        const turned = padFrame(height, width, [[point]]);
        const [left, top] = [(point.x - turned.x) * turned.scale, (point.y - turned.y) * turned.scale];
        expect(left).toBeGreaterThanOrEqual(-1e-6);
        expect(top).toBeGreaterThanOrEqual(-1e-6);
        expect(left).toBeLessThanOrEqual(height + 1e-6);
        expect(top).toBeLessThanOrEqual(width + 1e-6);
      }),
    );
  });

  it('has a size before the screen has one', () => {
    expect(padFrame(0, 0, [])).toMatchObject({ width: SIGNATURE_BOX.width, height: SIGNATURE_BOX.height });
  });
});

describe('the touches that draw', () => {
  const at = (x: number, y = 0) => ({ x, y });

  it('are those of the first finger; a second one draws nothing', () => {
    const recorder = createStrokeRecorder();
    expect(recorder.down(1, 'touch', at(0))).toBe(true);
    expect(recorder.down(2, 'touch', at(500))).toBe(false);
    expect(recorder.move(2, [at(600)])).toBe(false);
    recorder.move(1, [at(10), at(20)]);
    expect(recorder.up(2)).toBeUndefined();
    expect(recorder.up(1)).toEqual([at(0), at(10), at(20)]);
  });

  it('are the pen’s once there is one: a palm that lay there before is forgotten, one that comes after ignored', () => {
    const recorder = createStrokeRecorder();
    recorder.down(1, 'touch', at(0));
    recorder.move(1, [at(900)]);
    expect(recorder.down(2, 'pen', at(100))).toBe(true);
    recorder.move(1, [at(950)]);
    recorder.move(2, [at(200)]);
    expect(recorder.up(1)).toBeUndefined();
    expect(recorder.up(2)).toEqual([at(100), at(200)]);
    expect(recorder.down(3, 'touch', at(0))).toBe(false);
  });

  it('leave out points that hardly move, and keep a dot', () => {
    const recorder = createStrokeRecorder();
    recorder.down(1, 'mouse', at(0));
    expect(recorder.move(1, [at(1), at(2), at(3)])).toBe(false);
    expect(recorder.up(1)).toEqual([at(0)]);
    expect(recorder.current()).toEqual([]);
  });
});

describe('the keeper of a drawing', () => {
  const strokes = (count: number): readonly Stroke[] => Array.from({ length: count }, () => [{ x: 0, y: 0 }]);

  it('writes one at a time and always ends with the latest, skipping what came in between', async () => {
    const written: number[] = [];
    let running = 0;
    const keeper = createDraftKeeper(
      async (drawn) => {
        running += 1;
        expect(running).toBe(1);
        await Promise.resolve();
        written.push(drawn.length);
        running -= 1;
      },
      () => undefined,
    );
    for (const count of [1, 2, 3, 4]) keeper.keep(strokes(count));
    await keeper.settled();
    expect(written).toEqual([1, 4]);
    keeper.keep(strokes(0));
    await keeper.settled();
    expect(written).toEqual([1, 4, 0]);
  });

  it('tells of a failed write and goes on with the next', async () => {
    const told: unknown[] = [];
    const full = new Error('full');
    const keeper = createDraftKeeper(
      (drawn) => (drawn.length === 1 ? Promise.reject(full) : Promise.resolve()),
      (failure) => told.push(failure),
    );
    keeper.keep(strokes(1));
    await keeper.settled();
    keeper.keep(strokes(2));
    await keeper.settled();
    expect(told).toEqual([full, undefined]);
  });
});
