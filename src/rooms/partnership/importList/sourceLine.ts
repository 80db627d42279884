// A line of the source text, for items of a list and for lines that are left out and told.

export interface SourceLine {
  /** In the source, from 1. */
  readonly line: number;
  readonly text: string;
}
