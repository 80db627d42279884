// This device towards the server: joining, sessions, invitations, members. The same in a page and in a service worker.
// Every call that needs the server answers with a value, also when the server is not there.

import type { DeviceId, MemberId } from '../domain/ids.ts';
import type { Scope } from '../schema/invitation.ts';
import type { Decode } from '../schema/jsonShape.ts';
import {
  decodeDone,
  decodeInvitationList,
  decodeMemberList,
  type Done,
  type InvitationList,
  type MemberList,
  type Refused,
  type SessionRefusal,
} from '../schema/session.ts';
import { type JsonCall, requestJson } from './http.ts';
import {
  type InvitationWish,
  type MadeInvitation,
  makeInvitation,
  markRevoked,
  tellInvitations,
} from './inviting.ts';
import {
  completeJoins,
  dismissJoin,
  type JoinNames,
  type PendingJoin,
  readJoins,
  redeem,
  type RedeemResult,
} from './joining.ts';
import { type Membership, readMembership } from './membership.ts';
import { keptToken, signIn, type SignInOptions } from './signIn.ts';
import { type SyncFailureReason, syncFailure } from './syncFailure.ts';

/** What became of a question to the server. */
export type Asked<Value> =
  | { readonly kind: 'answer'; readonly value: Value }
  /** The server's decision. */
  | { readonly kind: 'refused'; readonly reason: SessionRefusal }
  /** The server could not be asked; nothing has happened there, as far as this device knows. */
  | { readonly kind: 'failed'; readonly reason: SyncFailureReason };

export type TokenResult =
  | { readonly kind: 'token'; readonly token: string }
  /** This device has never joined: there is no server to speak of. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'failed'; readonly reason: SyncFailureReason };

export interface Identity {
  /** Reads the device's settings only, so it may be watched by a live query. */
  readonly membership: () => Promise<Membership | undefined>;
  /** Invitations accepted here that wait for the server or were refused; may be watched by a live query. */
  readonly pendingJoins: () => Promise<readonly PendingJoin[]>;
  readonly dismissJoin: (invitation: string) => Promise<void>;
  /** Accepts a link, an invitation's text or a typed code. Throws StorageFailure only. */
  readonly redeem: (pasted: string, names: JoinNames) => Promise<RedeemResult>;
  /** Redeems what waits; `true` when something was joined. */
  readonly completeJoins: () => Promise<boolean>;
  /** A token for the next calls; `fresh` after the server refused the one that is kept. Throws StorageFailure only. */
  readonly token: (need?: 'fresh') => Promise<TokenResult>;
  /** Needs no connection. Throws StorageFailure, or SyncFailure `insecure` where the browser gives no keys. */
  readonly makeInvitation: (wish: InvitationWish) => Promise<MadeInvitation>;
  /** Holds on this device at once and at the server as soon as it is reached. Throws StorageFailure only. */
  readonly revokeInvitation: (id: string) => Promise<Asked<Done>>;
  /** Tells the server of invitations made and revoked here. */
  readonly tellInvitations: () => Promise<Asked<Done>>;
  readonly invitations: (scope: Scope) => Promise<Asked<InvitationList>>;
  readonly members: (scope: Scope) => Promise<Asked<MemberList>>;
  readonly revokeMember: (scope: Scope, member: MemberId) => Promise<Asked<Done>>;
  /** One of the person's own devices. */
  readonly revokeDevice: (device: DeviceId) => Promise<Asked<Done>>;
  /** Calls back in this tab after the device joined something or made an invitation: worth a visit. Returns the disposer. */
  readonly onChange: (listener: () => void) => () => void;
}

const DONE: Asked<Done> = { kind: 'answer', value: { kind: 'done' } };

export function createIdentity(options: SignInOptions): Identity {
  const { db, http } = options;
  const listeners = new Set<() => void>();
  let signingIn: Promise<string> | undefined;

  /** One sign-in at a time, whoever asks. */
  function signInOnce(): Promise<string> {
    signingIn ??= signIn(options).finally(() => {
      signingIn = undefined;
    });
    return signingIn;
  }

  async function token(need?: 'fresh'): Promise<TokenResult> {
    if ((await readMembership(db)) === undefined) return { kind: 'alone' };
    try {
      const kept = need === 'fresh' ? undefined : await keptToken(options);
      return { kind: 'token', token: kept ?? (await signInOnce()) };
    } catch (cause) {
      return { kind: 'failed', reason: syncFailure(cause).reason };
    }
  }

  /** Runs with a token, once more with a fresh one when the server calls the first one over. */
  async function withToken<Value>(run: (token: string) => Promise<Asked<Value>>): Promise<Asked<Value>> {
    const first = await attempt(run, await token());
    const isOver = first.kind !== 'answer' && first.reason === 'unauthorised';
    return isOver ? attempt(run, await token('fresh')) : first;
  }

  function ask<Value extends object>(
    call: Omit<JsonCall<Value>, 'decode' | 'token'>,
    decode: Decode<Value | Refused>,
  ): Promise<Asked<Value>> {
    return withToken(async (good) => {
      const { value } = await requestJson(http, { ...call, token: good, decode });
      return isRefused(value) ? value : { kind: 'answer', value };
    });
  }

  const post = (path: string, body: object): Promise<Asked<Done>> =>
    ask({ method: 'POST', path, body }, decodeDone);
  const list = (path: string, scope: Scope) => `${path}?scope=${encodeURIComponent(scope)}`;
  const tell = (): Promise<Asked<Done>> =>
    withToken(async (good) => {
      await tellInvitations(options, good);
      return DONE;
    });
  const announce = (): void => {
    for (const listener of listeners) listener();
  };

  return {
    membership: () => readMembership(db),
    pendingJoins: () => readJoins(options),
    dismissJoin: (invitation) => dismissJoin(options, invitation),
    redeem: async (pasted, names) => {
      const result = await redeem(options, pasted, names);
      if (result.kind !== 'unreadable') announce();
      return result;
    },
    completeJoins: () => completeJoins(options),
    token,
    makeInvitation: async (wish) => {
      const made = await makeInvitation(options, wish);
      announce();
      return made;
    },
    revokeInvitation: async (id) => {
      await markRevoked(options, id);
      return tell();
    },
    tellInvitations: tell,
    invitations: (scope) => ask({ method: 'GET', path: list('/invitations', scope) }, decodeInvitationList),
    members: (scope) => ask({ method: 'GET', path: list('/members', scope) }, decodeMemberList),
    revokeMember: (scope, member) => post('/members/revoke', { scope, member }),
    revokeDevice: (device) => post('/devices/revoke', { device }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function attempt<Value>(
  run: (token: string) => Promise<Asked<Value>>,
  result: TokenResult,
): Promise<Asked<Value>> {
  switch (result.kind) {
    case 'alone':
      return { kind: 'failed', reason: 'unknownDevice' };
    case 'failed':
      return result;
    case 'token':
      try {
        return await run(result.token);
      } catch (cause) {
        return { kind: 'failed', reason: syncFailure(cause).reason };
      }
  }
}

function isRefused(value: object): value is Refused {
  return 'kind' in value && value.kind === 'refused';
}
