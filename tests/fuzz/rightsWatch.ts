// [G7] Holds every answer and live change of the relay against the role table: by the grants that its store has before and
// after, so that a change of roles in between counts for neither side.

import { type Right, rightOf } from '../../src/domain/access.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import { type DocumentName, parseDocumentName } from '../../src/schema/documentName.ts';
import { decodeServerFrame } from '../../src/schema/socketFrame.ts';
import type { SyncRequest } from '../../src/schema/wire.ts';
import type { Exchanged } from '../../sync-server/exchange.ts';
import type { HeldGrant, MemberStore } from '../../sync-server/stores/memberStore.ts';

export class RightsWatch {
  readonly #violate: (violation: string) => void;
  readonly #running = new Set<{ readonly member: MemberId; readonly grants: readonly HeldGrant[] }>();
  /** The relay's store, while it is up. */
  members: MemberStore | undefined;

  constructor(violate: (violation: string) => void) {
    this.#violate = violate;
  }

  rightIn(grants: readonly HeldGrant[], name: DocumentName): Right {
    const kind = parseDocumentName(name)?.kind;
    if (kind === undefined) return 'none';
    const held = grants.filter(({ revoked }) => !revoked);
    // Every member reads the programme; nobody of a simulated world has a role in the programme itself.
    if (kind === 'programme') return held.length > 0 ? 'read' : 'none';
    const rights = held.map(({ role }) => rightOf(role, kind));
    if (rights.includes('write')) return 'write';
    return rights.includes('read') ? 'read' : 'none';
  }

  /** An exchange begins; to be ended by the returned function. */
  begin(member: MemberId, grants: readonly HeldGrant[]): () => void {
    const running = { member, grants };
    this.#running.add(running);
    return () => this.#running.delete(running);
  }

  /** Something is about to be written; a right that was taken away during the exchange counts still. */
  async judgeAppend(member: MemberId, name: DocumentName): Promise<void> {
    const before = [...this.#running].filter((each) => each.member === member).map(({ grants }) => grants);
    const now = (await this.members?.grants(member)) ?? [];
    if (![...before, now].some((grants) => this.rightIn(grants, name) === 'write'))
      this.#violate(`[G7] ${member} wrote ${name} without the right`);
  }

  judgeExchange(
    member: MemberId,
    grants: readonly (readonly HeldGrant[])[],
    request: SyncRequest,
    { response, held }: Exchanged,
  ): void {
    for (const { name } of held) {
      if (grants.every((each) => this.rightIn(each, name) === 'none'))
        this.#violate(`[G7] ${member} follows ${name} without the right`);
    }
    for (const { name, result, update } of response.documents) {
      const rights = grants.map((each) => this.rightIn(each, name));
      const asked = request.documents.find((document) => document.name === name);
      const sent = (asked?.update.length ?? 0) > 0;
      if (update.length > 0 && rights.every((right) => right === 'none'))
        this.#violate(`[G7] ${member} read ${name} without the right`);
      const isDenied =
        result.kind === 'refused' && ['readOnly', 'notMember', 'revoked'].includes(result.reason);
      if (sent && isDenied && rights.every((right) => right === 'write'))
        this.#violate(`[G7] ${member} was refused ${name} in spite of the right`);
      if (sent && result.kind === 'none') this.#violate(`[G6] an update of ${name} was answered by nothing`);
    }
  }

  judgeFrame(member: MemberId, bytes: Uint8Array): void {
    const frame = decodeServerFrame(bytes);
    if (frame === undefined) this.#violate('the server sent what is no frame');
    if (frame?.kind !== 'changed' || this.members === undefined) return;
    const { name } = frame;
    void this.members.grants(member).then(
      (grants) => {
        if (this.rightIn(grants, name) === 'none')
          this.#violate(`[G7] ${member} was sent a change of ${name} without the right`);
      },
      // The server is being killed.
      () => undefined,
    );
  }
}
