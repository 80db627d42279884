// Names for incarnations of a log.

import { nanoid } from 'nanoid';

/** It goes with each request: 72 bits tell any two states of one store apart. */
export function newIncarnation(): string {
  return nanoid(12);
}
