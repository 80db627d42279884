// A browser engine as the engine tests need it: few operations that every driver has, with real input. What is done with
// them is job.engine.ts.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Engine {
  readonly goto: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** The value of an expression in the page, awaited. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** A click of the driver's own pointer, in the middle of the element that bears `data-target`. */
  readonly click: () => Promise<void>;
  /** Types into the element that bears `data-target`, after what stands there. */
  readonly type: (text: string) => Promise<void>;
  /** Presses the pointer at the first point, moves it along the others and lifts it; in pixels of the window. */
  readonly draw: (points: readonly Point[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The element that the next click or typing is meant for bears this. */
export const TARGET = '[data-target]';

/** Runs a function without closure in the page; its argument is JSON, and so is what comes back. */
export function evaluate<Argument>(
  engine: Engine,
  run: (argument: Argument) => unknown,
  argument: Argument,
): Promise<unknown> {
  return engine.evaluate(`(${run.toString()})(${JSON.stringify(argument)})`);
}
