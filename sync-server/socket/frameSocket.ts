// What a connection needs of its socket. A WebSocket of `ws` is one; the simulator has another.

export interface FrameSocket {
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): unknown;
  on(event: 'pong' | 'close' | 'error', listener: () => void): unknown;
  /** `passedOn` is called once the system has taken the frame, or it is lost with the socket. */
  send(data: Uint8Array, passedOn?: () => void): void;
  close(code: number): void;
  terminate(): void;
  ping(): void;
  pause(): void;
  resume(): void;
  readonly isPaused: boolean;
  /** Bytes that the system has not taken yet. */
  readonly bufferedAmount: number;
}
