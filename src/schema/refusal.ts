// The closed list of reasons for which the server refuses, shared by both ends. Added to at the end, never reordered:
// the position is the number on the wire.

export const REFUSAL_REASONS = [
  'malformed', // not decodable: a broken frame or an update that is no update
  'readOnly', // the role may read this document but not write it
  'notMember', // the role may not even read it, or the document is not known and may not be begun
  'revoked', // the device or its member was taken off
  'tooLarge', // over the limit of an update or a document
  'epochOver', // the document was rebuilt under a new epoch
  'appTooOld', // the document or the protocol asks for a newer app
  'storageFailed', // the server could not write to its disk; the same request may succeed later
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** `true` when sending the same again later can succeed without anybody doing anything on this device. */
export function isPassing(reason: RefusalReason): boolean {
  return reason === 'storageFailed';
}
