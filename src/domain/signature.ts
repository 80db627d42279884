// A signature: vector strokes, immutable, voidable; or a confirmation without drawing, with its reason.

import type { DeviceId, MeetingId, PersonId, SignatureId } from './ids.ts';
import type { Instant } from './time.ts';

/** The box that strokes are drawn in, whatever the screen: whole units from its top left corner. */
export const SIGNATURE_BOX = { width: 3_000, height: 1_000 } as const;

export interface StrokePoint {
  readonly x: number;
  readonly y: number;
}
export type Stroke = readonly StrokePoint[];

export const CONFIRMATION_REASONS = ['cannotDraw', 'prefersNot', 'deviceTrouble', 'signedOnPaper'] as const;
export type ConfirmationReason = (typeof CONFIRMATION_REASONS)[number];
/** Chosen by nobody: it takes the place of a drawing that was erased. */
export const ERASED = 'erased';
export type GivenReason = ConfirmationReason | typeof ERASED;

export type SignatureContent =
  | { readonly kind: 'drawn'; readonly strokes: readonly Stroke[] }
  | { readonly kind: 'confirmed'; readonly reason: GivenReason };

export interface Signature {
  readonly id: SignatureId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly content: SignatureContent;
  readonly at: Instant;
  readonly deviceId: DeviceId;
  /** Set when taken back; the strokes stay until erased. */
  readonly voidedAt: Instant | undefined;
}

/** Shortest ink that counts, in units of the box: a slip of the finger is no signature. */
const MIN_INK = 300;
/** Strokes and points beyond this are no signature but a stuck pen. */
export const MAX_POINTS = 20_000;

/** Length of all strokes in units of the box. */
export function inkLength(strokes: readonly Stroke[]): number {
  let length = 0;
  for (const stroke of strokes) {
    for (let index = 1; index < stroke.length; index += 1) {
      const [from, to] = [stroke[index - 1], stroke[index]];
      if (from && to) length += Math.hypot(to.x - from.x, to.y - from.y);
    }
  }
  return length;
}

export type StrokesCheck =
  | { readonly kind: 'ok' }
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'tooShort' | 'tooLong' };

/** An empty or accidental signature is refused; so is one too long to be drawn by a hand. */
export function checkStrokes(strokes: readonly Stroke[]): StrokesCheck {
  const points = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  if (points === 0) return { kind: 'refused', reason: 'empty' };
  if (points > MAX_POINTS) return { kind: 'refused', reason: 'tooLong' };
  return inkLength(strokes) < MIN_INK ? { kind: 'refused', reason: 'tooShort' } : { kind: 'ok' };
}
