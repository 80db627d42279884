// BroadcastChannel between the tabs of one simulated device: in order, later, and to nobody whose tab is gone.

import { Places } from './place.ts';
import type { Process } from './process.ts';

interface Member {
  readonly channel: string;
  readonly process: Process;
  readonly take: (data: unknown) => void;
}

/** The channels of one device. */
export class ChannelBus {
  readonly #members = new Set<Member>();

  /** Listens under a name; the returned functions post to the others and leave. */
  join(channel: string, process: Process, take: Member['take']) {
    const self: Member = { channel, process, take };
    this.#members.add(self);
    return {
      post: (data: unknown): void => {
        const copy: unknown = structuredClone(data);
        for (const member of this.#members) {
          if (member === self || member.channel !== channel || !process.isAlive) continue;
          process.loop.soon(() => {
            if (this.#members.has(member)) member.take(copy);
          }, member.process);
        }
      },
      close: (): void => {
        this.#members.delete(self);
      },
    };
  }
}

export const channelPlaces = new Places<ChannelBus>();

/** The global class as the product uses it; a name of no device is heard by nobody. */
export class DeviceChannel extends EventTarget {
  readonly name: string;
  readonly #joined: ReturnType<ChannelBus['join']> | undefined;

  constructor(name: string) {
    super();
    this.name = name;
    const found = channelPlaces.find(name);
    this.#joined = found?.place.shared.join(found.name, found.place.process, (data) => {
      this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }

  postMessage(data: unknown): void {
    this.#joined?.post(data);
  }

  close(): void {
    this.#joined?.close();
  }

  unref(): this {
    return this;
  }
}
