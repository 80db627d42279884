// All open connections: ends those whose device or grants were taken off, and those that no longer answer.

import type { DeviceId, MemberId } from '../../src/domain/ids.ts';
import { SOCKET_CLOSE } from '../../src/schema/socketFrame.ts';
import type { Revocations } from '../auth/membership.ts';
import type { Caller } from '../exchange.ts';
import { Newcomers } from '../limits/newcomers.ts';

export interface OpenConnection {
  /** `undefined` until it has authenticated. */
  readonly caller: Caller | undefined;
  end(code: number): void;
  /** Ends it for want of room, before it has authenticated. */
  turnAway(): void;
  /** Asks for a sign of life; ends the connection that gave none since it was last asked. */
  probe(): void;
}

/** Phones sleep and gateways drop idle sockets after a minute. */
const PROBE_MS = 30_000;
/** "Service Restart" of the registry of RFC 6455's codes. */
const CLOSE_RESTART = 1012;

export interface ConnectionsLimits {
  readonly maxConnectionsPerMember: number;
  /** Open connections that have not authenticated. */
  readonly maxNewcomers: number;
}

const UNLIMITED: ConnectionsLimits = {
  maxConnectionsPerMember: Number.POSITIVE_INFINITY,
  maxNewcomers: Number.POSITIVE_INFINITY,
};

export class Connections implements Revocations {
  readonly #open = new Set<OpenConnection>();
  /** Those that have authenticated, by member. */
  readonly #ofMember = new Map<MemberId, Set<OpenConnection>>();
  readonly #newcomers: Newcomers<OpenConnection>;
  readonly #maxPerMember: number;
  readonly #timer: NodeJS.Timeout;

  constructor({ maxConnectionsPerMember, maxNewcomers }: ConnectionsLimits = UNLIMITED) {
    this.#maxPerMember = maxConnectionsPerMember;
    this.#newcomers = new Newcomers(maxNewcomers, (connection) => connection.turnAway());
    this.#timer = setInterval(() => {
      for (const connection of this.#open) connection.probe();
    }, PROBE_MS);
    this.#timer.unref();
  }

  add(connection: OpenConnection): void {
    this.#open.add(connection);
    this.#newcomers.add(connection);
  }

  remove(connection: OpenConnection): void {
    this.#open.delete(connection);
    this.#newcomers.delete(connection);
    const member = connection.caller?.member;
    const others = member && this.#ofMember.get(member);
    others?.delete(connection);
    if (member !== undefined && others?.size === 0) this.#ofMember.delete(member);
  }

  /** Counts the connection as the member's; false, and not counted, when they have as many as they may. */
  claim(connection: OpenConnection, member: MemberId): boolean {
    const others = this.#ofMember.get(member) ?? new Set();
    if (others.size >= this.#maxPerMember) return false;
    this.#ofMember.set(member, others.add(connection));
    this.#newcomers.delete(connection);
    return true;
  }

  get size(): number {
    return this.#open.size;
  }

  deviceRevoked(device: DeviceId): void {
    for (const connection of this.#open) {
      if (connection.caller?.device === device) connection.end(SOCKET_CLOSE.revoked);
    }
  }

  /** They may still hold other grants: they come back with a new token, and the next exchange says which documents are over. */
  memberChanged(member: MemberId): void {
    for (const connection of this.#open) {
      if (connection.caller?.member === member) connection.end(SOCKET_CLOSE.unauthorised);
    }
  }

  /** All of them: they come back, and learn anew what is so. */
  endAll(): void {
    for (const connection of this.#open) connection.end(CLOSE_RESTART);
  }

  /** Devices and members of the open connections. */
  callers(): { readonly devices: ReadonlySet<DeviceId>; readonly members: ReadonlySet<MemberId> } {
    const callers = [...this.#open].flatMap(({ caller }) => (caller === undefined ? [] : [caller]));
    return {
      devices: new Set(callers.map(({ device }) => device)),
      members: new Set(callers.map(({ member }) => member)),
    };
  }

  dispose(): void {
    clearInterval(this.#timer);
  }
}
