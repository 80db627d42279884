import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Ordered,
  compareOrder,
  orderAfterMove,
  orderAtPlace,
  orderBetween,
} from '../../src/domain/order.ts';

/** Device ids as they are made: 16 characters of the nanoid alphabet. */
const deviceId = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/);

/** A list grown by inserting at random places from random devices. */
const grown = fc
  .array(fc.tuple(fc.double({ min: 0, max: 0.99, noNaN: true }), deviceId), { maxLength: 60 })
  .map((inserts) => {
    const list: string[] = [];
    for (const [where, device] of inserts) {
      const at = Math.floor(where * (list.length + 1));
      list.splice(at, 0, orderBetween(list[at - 1], list[at], device));
    }
    return list;
  });

describe('order of a list', () => {
  it('puts a new index between its neighbours, wherever rows are inserted', () => {
    fc.assert(
      fc.property(grown, (list) => {
        expect(list).toEqual(list.toSorted((a, b) => (a < b ? -1 : 1)));
        expect(new Set(list).size).toBe(list.length);
      }),
    );
  });

  it('gives two devices different indices for the same gap, both inside it', () => {
    fc.assert(
      fc.property(grown, fc.nat(), deviceId, deviceId, (list, seed, one, other) => {
        fc.pre(
          one.replace(/[^A-Za-z0-9]/g, '').slice(0, 6) !== other.replace(/[^A-Za-z0-9]/g, '').slice(0, 6),
        );
        const at = seed % (list.length + 1);
        const [before, after] = [list[at - 1], list[at]];
        const [a, b] = [orderBetween(before, after, one), orderBetween(before, after, other)];
        expect(a).not.toBe(b);
        const isInside = (order: string): boolean =>
          (before === undefined || order > before) && (after === undefined || order < after);
        expect([a, b].every(isInside)).toBe(true);
      }),
    );
  });

  it('keeps indices short when rows are added at the end', () => {
    let last: string | undefined;
    for (let row = 0; row < 200; row += 1) last = orderBetween(last, undefined, 'V1StGXR8_Z5jdHi6');
    expect(last?.length).toBeLessThan(20);
  });

  it('never fails on indices that something else wrote', () => {
    fc.assert(
      fc.property(
        fc.option(fc.string(), { nil: undefined }),
        fc.option(fc.string(), { nil: undefined }),
        (before, after) => {
          expect(orderBetween(before, after, 'V1StGXR8_Z5jdHi6')).not.toBe('');
        },
      ),
    );
  });

  it('moves a row one place, and nothing beyond the ends', () => {
    const orders = [orderBetween(undefined, undefined, 'deviceA')];
    orders.push(orderBetween(orders[0], undefined, 'deviceA'));
    orders.push(orderBetween(orders[1], undefined, 'deviceA'));
    const list: readonly Ordered[] = orders.map((order, at) => ({ id: `row${at}`, order }));
    const moved = (id: string, step: -1 | 1): readonly string[] => {
      const order = orderAfterMove(list, id, step, 'deviceB');
      const next = list.map((row) => (row.id === id && order !== undefined ? { id, order } : row));
      return next.toSorted(compareOrder).map((row) => row.id);
    };
    expect(moved('row2', -1)).toEqual(['row0', 'row2', 'row1']);
    expect(moved('row0', 1)).toEqual(['row1', 'row0', 'row2']);
    expect(orderAfterMove(list, 'row0', -1, 'deviceB')).toBeUndefined();
    expect(orderAfterMove(list, 'row2', 1, 'deviceB')).toBeUndefined();
    expect(orderAfterMove(list, 'gone', 1, 'deviceB')).toBeUndefined();
  });

  it('puts a row at any place of the list, and the others stay as they were', () => {
    fc.assert(
      fc.property(grown, fc.nat(), fc.nat(), deviceId, (orders, one, other, device) => {
        fc.pre(orders.length > 1);
        const list = orders.map((order, at): Ordered => ({ id: `row${at}`, order }));
        const [from, to] = [one % list.length, other % list.length];
        const moved = list[from];
        const order = orderAtPlace(list, `row${from}`, to, device);
        if (from === to || moved === undefined) {
          expect(order).toBeUndefined();
          return;
        }
        const rest = list.filter((row) => row !== moved);
        const after = [...rest, { ...moved, order: order ?? '' }].toSorted(compareOrder);
        expect(after.map(({ id }) => id)).toEqual(
          [...rest.slice(0, to), moved, ...rest.slice(to)].map(({ id }) => id),
        );
      }),
    );
  });

  it('has no place for a row that is not in the list, or beyond its end', () => {
    const list = [{ id: 'a', order: 'V' }];
    expect(orderAtPlace(list, 'b', 0, 'd')).toBeUndefined();
    expect(orderAtPlace(list, 'a', 1, 'd')).toBeUndefined();
  });
});
