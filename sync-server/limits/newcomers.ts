// Those who have come and have not shown who they are: so many at most. Beyond them whoever has been there longest is turned away:
// an honest one is done in a round trip or two, and turning away new ones would let a crowd that only stands there shut out everybody.

export class Newcomers<Each> {
  readonly #waiting = new Set<Each>();
  readonly #most: number;
  readonly #turnAway: (each: Each) => void;

  constructor(most: number, turnAway: (each: Each) => void) {
    this.#most = most;
    this.#turnAway = turnAway;
  }

  get size(): number {
    return this.#waiting.size;
  }

  add(each: Each): void {
    this.#waiting.add(each);
    const [longest] = this.#waiting;
    if (this.#waiting.size <= this.#most || longest === undefined) return;
    this.#waiting.delete(longest);
    this.#turnAway(longest);
  }

  /** It has shown who it is, or has gone. */
  delete(each: Each): void {
    this.#waiting.delete(each);
  }
}
