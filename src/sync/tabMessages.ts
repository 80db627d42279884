// What the tabs of one browser say to one another about the exchange. Decoded like anything from outside: another tab may
// run an older or newer app.

import { decodeInstant, type Instant } from '../domain/time.ts';
import { decodeDocumentName, type DocumentName } from '../schema/documentName.ts';
import { isRawRecord } from '../schema/decode.ts';
import {
  type Decode,
  either,
  listOf,
  nullable,
  object,
  oneOf,
  text,
  wholeNumber,
} from '../schema/jsonShape.ts';
import { REFUSAL_REASONS } from '../schema/refusal.ts';
import type { RefusedDocument } from './exchange.ts';
import type { Connection, ExchangeState, SyncStatus } from './status.ts';
import { SYNC_FAILURE_REASONS } from './syncFailure.ts';
import type { SendResult } from './visit.ts';

const QUESTIONS = ['sendNow', 'refresh', 'wake', 'status'] as const;
/** What a tab asks of the one that leads: a visit, a look at membership and invitations, a sign of life, the status. */
export type Question = (typeof QUESTIONS)[number];

export type TabMessage =
  | { readonly kind: 'ask'; readonly id: string; readonly question: Question }
  /** The leader has heard the question. */
  | { readonly kind: 'heard'; readonly id: string }
  | { readonly kind: 'answer'; readonly id: string; readonly result: SendResult }
  /** A tab has begun to lead: questions that are open are asked again. */
  | { readonly kind: 'leads' }
  | { readonly kind: 'status'; readonly status: SyncStatus }
  /** `server`: passed on by the leader; `tab`: of this browser, for the leader to pass on. */
  | {
      readonly kind: 'awareness';
      readonly from: 'tab' | 'server';
      readonly name: DocumentName;
      readonly body: Uint8Array;
    };

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const reason = oneOf(SYNC_FAILURE_REASONS);

const connection: Decode<Connection> = either(
  either(
    object<Extract<Connection, { kind: 'offline' }>>({ kind: oneOf(['offline']), since: decodeInstant }),
    object<Extract<Connection, { kind: 'online' }>>({ kind: oneOf(['online']), since: decodeInstant }),
  ),
  either(
    object<Extract<Connection, { kind: 'noServer' }>>({ kind: oneOf(['noServer']) }),
    object<Extract<Connection, { kind: 'connecting' }>>({ kind: oneOf(['connecting']) }),
  ),
);

const exchangeState: Decode<ExchangeState> = either(
  either(
    object<Extract<ExchangeState, { kind: 'idle' }>>({ kind: oneOf(['idle']) }),
    object<Extract<ExchangeState, { kind: 'sending' }>>({ kind: oneOf(['sending']), documents: count }),
  ),
  object<Extract<ExchangeState, { kind: 'failed' }>>({
    kind: oneOf(['failed']),
    reason,
    at: decodeInstant,
  }),
);

const sendResult: Decode<SendResult> = either(
  either(
    object<Extract<SendResult, { kind: 'sent' }>>({
      kind: oneOf(['sent']),
      documents: count,
      received: count,
      refused: listOf(
        object<RefusedDocument>({ name: decodeDocumentName, reason: oneOf(REFUSAL_REASONS) }),
        100_000,
      ),
    }),
    object<Extract<SendResult, { kind: 'failed' }>>({ kind: oneOf(['failed']), reason }),
  ),
  object<Extract<SendResult, { kind: 'noServer' }>>({ kind: oneOf(['noServer']) }),
);

const question = object<Extract<TabMessage, { kind: 'ask' }>>({
  kind: oneOf(['ask']),
  id: text(100),
  question: oneOf(QUESTIONS),
});
const heard = object<Extract<TabMessage, { kind: 'heard' }>>({ kind: oneOf(['heard']), id: text(100) });
const answer = object<Extract<TabMessage, { kind: 'answer' }>>({
  kind: oneOf(['answer']),
  id: text(100),
  result: sendResult,
});
const leads = object<Extract<TabMessage, { kind: 'leads' }>>({ kind: oneOf(['leads']) });
const awareness = object<Extract<TabMessage, { kind: 'awareness' }>>({
  kind: oneOf(['awareness']),
  from: oneOf(['tab', 'server']),
  name: decodeDocumentName,
  body: (raw) => (raw instanceof Uint8Array ? raw : undefined),
});
const status = object<{ kind: 'status'; status: SyncStatus }>({
  kind: oneOf(['status']),
  status: decodeStatus,
});

/** `undefined` for what is no message that this app knows. */
export function decodeTabMessage(raw: unknown): TabMessage | undefined {
  switch (isRawRecord(raw) ? raw['kind'] : undefined) {
    case 'ask':
      return question(raw);
    case 'heard':
      return heard(raw);
    case 'answer':
      return answer(raw);
    case 'leads':
      return leads(raw);
    case 'status':
      return status(raw);
    case 'awareness':
      return awareness(raw);
    default:
      return undefined;
  }
}

function decodeStatus(raw: unknown): SyncStatus | undefined {
  const decoded = object<{
    connection: Connection;
    exchange: ExchangeState;
    lastSuccess: Instant | null;
    clockSkewMinutes: number;
  }>({
    connection,
    exchange: exchangeState,
    lastSuccess: nullable(decodeInstant),
    clockSkewMinutes: wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  })(raw);
  return decoded && { ...decoded, lastSuccess: decoded.lastSuccess ?? undefined };
}
