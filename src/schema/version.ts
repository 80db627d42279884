// The versions of what is stored and of what is exchanged.

/** Of the documents' shape. Raised with every change to it, together with a migration, a frozen fixture of the old shape and a line in docs/SPEC.md. */
export const SCHEMA_VERSION = 3;
/** The oldest app that may still write documents of this version. */
export const LEAST_WRITER_VERSION = 1;
/** Of the bytes of the exchange. A peer of another version is told so, and which of the two is the older. */
export const WIRE_VERSION = 2;
