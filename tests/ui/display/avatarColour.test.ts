import fc from 'fast-check';
import { expect, test } from 'vitest';
import { avatarColour, avatarColours } from '../../../src/ui/display/avatarColour.ts';

test('an id always has the same colour, one of the set', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (id) => {
      expect(avatarColours).toContain(avatarColour(id));
      expect(avatarColour(id)).toBe(avatarColour(id));
    }),
  );
});

test('ids that differ little spread over all colours', () => {
  const used = new Set(Array.from({ length: 200 }, (_, index) => avatarColour(`person-${index}`)));
  expect(used.size).toBe(avatarColours.length);
});

test('white initials keep 4.5:1 on every colour', () => {
  for (const colour of avatarColours) {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    expect(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)).toBeGreaterThanOrEqual(4.5);
  }
});
