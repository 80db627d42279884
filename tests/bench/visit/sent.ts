// What one visit took to be sent, whoever sent it: the figures of one run, and of several.

import { describeSummary, type Summary, summarise } from '../client/statistics.ts';

/** What went over the line, both directions with all headers of HTTP and WebSocket; without those of TCP and IP. */
export interface SentVisit {
  /** HTTP requests, or messages on a socket. */
  readonly requests: number;
  readonly connections: number;
  readonly up: number;
  readonly down: number;
  readonly milliseconds: number;
}

export interface VisitFigures {
  readonly requests: number;
  readonly connections: number;
  /** Medians. */
  readonly up: number;
  readonly down: number;
  readonly bytes: number;
  readonly milliseconds: Summary;
}

export function figuresOf(runs: readonly SentVisit[]): VisitFigures {
  const median = (of: (run: SentVisit) => number): number => summarise(runs.map(of)).median;
  return {
    requests: median(({ requests }) => requests),
    connections: median(({ connections }) => connections),
    up: median(({ up }) => up),
    down: median(({ down }) => down),
    bytes: median(({ up, down }) => up + down),
    milliseconds: summarise(runs.map(({ milliseconds }) => milliseconds)),
  };
}

export function describeFigures(what: string, figures: VisitFigures): string {
  const { requests, connections, up, down, milliseconds } = figures;
  const bytes = `${requests} requests or messages, ${connections} connections, ${up} bytes up, ${down} down`;
  return `${describeSummary(what, milliseconds, 'a third of the better peer')}; ${bytes}`;
}
