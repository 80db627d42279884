// A `partnership` document as release 0.1.0 wrote it under schema version 1: frozen, never made anew. A long-term partnership
// in its phase of vision, with one organisation and one planned meeting. A Yjs v2 update.

const BASE64 = [
  'AAACRw0GGAEACAEIAAsoCycAKAInACgIJ74CkwJtZXRhc2NoZW1hbWV0YWxlYXN0V3JpdGVycHJvZmlsZW5hbWVwcm9maWxlcm91',
  'bmRJZHByb2ZpbGV0cmFja3Byb2ZpbGVwaGFzZXByb2ZpbGVsaWJyYXJ5TmFtZXByb2ZpbGVnbWluYXByb2ZpbGVmYWNpbGl0YXRv',
  'ck5hbWVwcm9maWxlY29vcmRpbmF0b3JOYW1lcHJvZmlsZWlzRXhhbXBsZXByb2ZpbGVjcmVhdGVkQXRvcmdhbmlzYXRpb25zb3Nw',
  'bmFtZXR5cGVzdGF0dXNtZWV0aW5nc20xbnVtYmVydGhlbWV0aXRsZWRhdGVmcm9tdG9wbGFjZXN0YXRlaXNIaWRkZW5hZ2VuZGFu',
  'b3RlcwQGBAsHBEcBBQcFBwsHBQcPBw8HCQcJDQNEAAYIAgZFAEQAAkUACAYFBwEMAAIBAAAEQQBCAAJBFgEcAH0BfQF3EFN0YXJl',
  'IFBvbGUgcmF6ZW13BXByYi0zdwhsb25nVGVybXcGdmlzaW9udylHbWlubmEgQmlibGlvdGVrYSBQdWJsaWN6bmEgdyBTdGFyeW0g',
  'UG9sdXcKU3RhcmUgUG9sZXcNTGlkaWEgU2thbHNrYXcQQWduaWVzemthIEJvcm93YXl7QnoMRQbAAAB3Dk9TUCBTdGFyZSBQb2xl',
  'dwhzZXJ2aWNlc3cGam9pbmVkfQF3EGJ1aWxkUGFydG5lcnNoaXB3AHcKMjAyNi0xMC0wMXcFMTY6MDB3BTE4OjMwdwrFmndpZXRs',
  'aWNhdwdwbGFubmVkeQA=',
].join('');

export const PARTNERSHIP_VERSION_1: Uint8Array = new Uint8Array(Buffer.from(BASE64, 'base64'));
