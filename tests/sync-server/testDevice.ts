// A device for tests of the relay: a real key, real HTTP, documents with cursors. Does what the app's device does, without
// its storage.

import { webcrypto } from 'node:crypto';
import * as buffer from 'lib0/buffer';
import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import type { Role } from '../../src/domain/access.ts';
import { asId, type DeviceId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import type { DocumentName } from '../../src/schema/documentName.ts';
import {
  encodeInvitation,
  type Invitation,
  invitationText,
  type Scope,
  signingBytes,
} from '../../src/schema/invitation.ts';
import {
  decodeChallengeAnswer,
  decodeRedeemAnswer,
  decodeRefused,
  decodeTokenAnswer,
  type RedeemAnswer,
  type Refused,
} from '../../src/schema/session.ts';
import {
  type DocumentRequest,
  decodeSyncResponse,
  encodeSyncRequest,
  SYNC_MEDIA_TYPE,
  type SyncResponse,
  type UpdateResult,
} from '../../src/schema/wire.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export interface Replica {
  readonly name: DocumentName;
  readonly doc: Y.Doc;
  cursor: number;
  /** What the server has acknowledged, as a state vector. */
  acknowledged: Uint8Array;
  /** Updates since then: sent again as one until they are acknowledged. */
  waiting: Uint8Array[];
}

export class TestDevice {
  id: DeviceId = asId<DeviceId>(nanoid());
  readonly port: number;
  readonly server: string;
  readonly replicas = new Map<DocumentName, Replica>();
  publicKey = '';
  token = '';
  incarnation = '';
  #key: webcrypto.CryptoKeyPair | undefined;

  constructor(port: number) {
    this.port = port;
    this.server = `http://127.0.0.1:${port}`;
  }

  static async create(port: number): Promise<TestDevice> {
    const device = new TestDevice(port);
    device.#key = await webcrypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
    const raw = await webcrypto.subtle.exportKey('raw', device.#key.publicKey);
    device.publicKey = buffer.toBase64UrlEncoded(new Uint8Array(raw));
    return device;
  }

  /** The same device with the same token and no documents, at another port. */
  movedTo(port: number): TestDevice {
    const moved = new TestDevice(port);
    Object.assign(moved, { id: this.id, publicKey: this.publicKey, token: this.token });
    moved.#key = this.#key;
    return moved;
  }

  async sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    if (this.#key === undefined) throw new Error('a device without a key');
    return new Uint8Array(await webcrypto.subtle.sign(ALGORITHM, this.#key.privateKey, bytes));
  }

  async signText(text: string): Promise<string> {
    return buffer.toBase64UrlEncoded(await this.sign(new TextEncoder().encode(text)));
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.server + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#bearer(), ...headers },
      body: JSON.stringify(body),
    });
  }

  get(path: string): Promise<Response> {
    return fetch(this.server + path, { headers: this.#bearer() });
  }

  async redeem(invitation: string, changes: object = {}): Promise<RedeemAnswer | Refused> {
    const proof = await this.signText(invitation);
    const { id: device, publicKey } = this;
    const body = {
      invitation,
      device,
      publicKey,
      deviceName: 'Tablet',
      memberName: 'Anna',
      proof,
      ...changes,
    };
    const answer = decodeRedeemAnswer(await (await this.post('/auth/redeem', body)).json());
    if (answer === undefined) throw new Error('no answer to redeeming');
    return answer;
  }

  async challenge(): Promise<string> {
    const answer = decodeChallengeAnswer(
      await (await this.post('/auth/challenge', { device: this.id })).json(),
    );
    if (answer === undefined) throw new Error('no challenge');
    return answer.challenge;
  }

  /** Takes a token; the reason when it is refused. */
  async signIn(changes: object = {}): Promise<'session' | Refused['reason']> {
    const challenge = await this.challenge();
    const body = { device: this.id, challenge, signature: await this.signText(challenge), ...changes };
    const answer = decodeTokenAnswer(await (await this.post('/auth/token', body)).json());
    if (answer === undefined) throw new Error('no answer to signing in');
    if (answer.kind === 'refused') return answer.reason;
    this.token = answer.token;
    return 'session';
  }

  async join(invitation: string): Promise<this> {
    const answer = await this.redeem(invitation);
    if (answer.kind === 'refused') throw new Error(`not joined: ${answer.reason}`);
    const session = await this.signIn();
    if (session !== 'session') throw new Error(`not signed in: ${session}`);
    return this;
  }

  /** An invitation as the device makes it offline; `changes` may be anything. */
  async invitation(changes: Partial<Invitation> = {}): Promise<{ id: string; text: string }> {
    const invitation: Invitation = {
      id: nanoid(16),
      purpose: { kind: 'ownDevice' },
      inviter: this.id,
      issuedAt: asInstant(Date.now()),
      expiresAt: asInstant(Date.now() + 86_400_000),
      uses: 1,
      title: 'Partnerstwo w Zalesiu',
      ...changes,
    };
    const payload = encodeInvitation(invitation);
    const signature = await this.sign(signingBytes(payload));
    return { id: invitation.id, text: invitationText(payload, signature) };
  }

  async invite(scope: Scope, role: Role, uses = 1): Promise<string> {
    return (await this.invitation({ purpose: { kind: 'role', scope, role }, uses })).text;
  }

  replica(name: DocumentName): Replica {
    const known = this.replicas.get(name);
    if (known !== undefined) return known;
    const doc = new Y.Doc();
    const replica: Replica = { name, doc, cursor: 0, acknowledged: new Uint8Array(), waiting: [] };
    doc.on('updateV2', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') replica.waiting.push(update);
    });
    this.replicas.set(name, replica);
    return replica;
  }

  /** Writes one value, as a member with the app would. */
  write(name: DocumentName, key: string, value: string): void {
    this.replica(name).doc.getMap('test').set(key, value);
  }

  read(name: DocumentName, key: string): unknown {
    return this.replica(name).doc.getMap('test').get(key);
  }

  requestFor({ name, doc, cursor, waiting }: Replica): DocumentRequest {
    const update = waiting.length === 0 ? new Uint8Array() : Y.mergeUpdatesV2(waiting);
    return { name, cursor, stateVector: Y.encodeStateVector(doc), update };
  }

  /** One exchange of all replicas; what became of each. */
  async sync(): Promise<ReadonlyMap<DocumentName, UpdateResult>> {
    const replicas = [...this.replicas.values()];
    const sent = replicas.map(({ waiting }) => waiting.length);
    const response = await this.exchange(replicas.map((replica) => this.requestFor(replica)));
    // The receipts of another incarnation are void: everything waits again, and nothing was done.
    if (this.incarnation !== '' && this.incarnation !== response.incarnation) {
      this.incarnation = response.incarnation;
      for (const replica of replicas) {
        replica.cursor = 0;
        replica.waiting.splice(0, Infinity, Y.encodeStateAsUpdateV2(replica.doc));
      }
      return this.sync();
    }
    for (const [index, replica] of replicas.entries()) {
      const document = response.documents[index];
      if (document === undefined) throw new Error('an answer lacks a document');
      if (document.result.kind === 'receipt') replica.waiting.splice(0, sent[index] ?? 0);
      this.take(replica, document.update, document.cursor);
    }
    this.incarnation = response.incarnation;
    return new Map(response.documents.map(({ name, result }) => [name, result]));
  }

  take(replica: Replica, update: Uint8Array, cursor: number): void {
    if (update.length > 0) Y.applyUpdateV2(replica.doc, update, 'server');
    replica.cursor = cursor;
  }

  async exchange(documents: readonly DocumentRequest[]): Promise<SyncResponse> {
    const { incarnation } = this;
    const answer = await this.postSync(
      encodeSyncRequest({ schemaVersion: 1, incarnation, room: 1_000_000, documents }),
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const response = decodeSyncResponse(bytes);
    if (response !== undefined) return response;
    throw new Error(decodeRefused(JSON.parse(new TextDecoder().decode(bytes)))?.reason ?? 'no answer');
  }

  postSync(body: Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.server}/sync`, {
      method: 'POST',
      headers: { 'content-type': SYNC_MEDIA_TYPE, ...this.#bearer(), ...headers },
      body: new Uint8Array(body),
    });
  }

  #bearer(): Record<string, string> {
    return this.token === '' ? {} : { authorization: `Bearer ${this.token}` };
  }
}
