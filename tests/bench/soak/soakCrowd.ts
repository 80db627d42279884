// The crowd of the soak: partnerships with their devices, joined by invitations; now and then somebody is taken off and
// somebody else comes in their place.

import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { asId, type PartnershipId } from '../../../src/domain/ids.ts';
import { type DocumentName, documentName } from '../../../src/schema/documentName.ts';
import { decodeMemberList } from '../../../src/schema/session.ts';
import type { Random } from '../../sync/random.ts';
import { TestDevice } from '../../sync-server/testDevice.ts';
import type { Relay } from '../relay/servers.ts';
import { type SoakCount, SoakDevice } from './soakDevice.ts';

const DEVICES_OF_PARTNERSHIP = 5;
/** Milliseconds between two people who are taken off. */
const BETWEEN_REVOCATIONS = 5_000;

interface Partnership {
  readonly id: PartnershipId;
  readonly document: DocumentName;
  readonly librarian: TestDevice;
}

export interface Crowd {
  /** Comes and goes until it is over; resolves when everybody has left. */
  readonly live: (isOver: () => boolean) => Promise<void>;
  readonly devices: () => number;
  readonly revoked: () => number;
  /** Keys that were acknowledged and that a client which starts from nothing is not given, or is given older. */
  readonly lost: () => Promise<number>;
  readonly acknowledged: () => number;
}

export async function gather(
  relay: Relay,
  devices: number,
  random: Random,
  count: SoakCount,
): Promise<Crowd> {
  const partnerships: Partnership[] = [];
  const crowd: SoakDevice[] = [];
  let revoked = 0;

  const join = (name: string, device: TestDevice, { document }: Partnership): SoakDevice => {
    const joined = new SoakDevice(name, device, document, random, count);
    crowd.push(joined);
    return joined;
  };
  const invitePartner = async (partnership: Partnership): Promise<SoakDevice> => {
    const invitation = await partnership.librarian.invite(partnership.id, 'partner');
    const device = await (await TestDevice.create(relay.port)).join(invitation);
    return join(`d${crowd.length}`, device, partnership);
  };

  while (crowd.length < devices) {
    const id = asId<PartnershipId>(`soak-${partnerships.length}`);
    const partnership = {
      id,
      document: documentName('partnership', id),
      librarian: await relay.librarian(),
    };
    partnerships.push(partnership);
    // Whoever first writes a document of a partnership begins it.
    partnership.librarian.write(partnership.document, 'begun', 'yes');
    await partnership.librarian.sync();
    join(`d${crowd.length}`, partnership.librarian, partnership);
    for (let each = 1; each < DEVICES_OF_PARTNERSHIP && crowd.length < devices; each += 1)
      await invitePartner(partnership);
  }

  async function revokeSomebody(): Promise<Partnership> {
    const partnership = random.pick(partnerships);
    const { librarian, id } = partnership;
    const answer = await librarian.get(`/members?scope=${id}`);
    const list = decodeMemberList(await answer.json());
    const partners =
      list !== undefined && 'members' in list
        ? list.members.filter(({ roles }) => roles.every((role) => role === 'partner'))
        : [];
    if (partners.length > 0) {
      await librarian.post('/members/revoke', { scope: id, member: random.pick(partners).id });
      revoked += 1;
    }
    return partnership;
  }

  return {
    live: async (isOver) => {
      const lives = crowd.map((device) => device.live(isOver));
      while (!isOver()) {
        await wait(BETWEEN_REVOCATIONS);
        if (isOver()) break;
        lives.push((await invitePartner(await revokeSomebody())).live(isOver));
      }
      await Promise.all(lives);
    },
    devices: () => crowd.length,
    revoked: () => revoked,
    acknowledged: () => crowd.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0),
    lost: async () => {
      let lost = 0;
      for (const { document, librarian } of partnerships) {
        const there = await readWhole(librarian, document);
        for (const device of crowd.filter((each) => each.document === document))
          for (const [key, value] of device.acknowledged) if (Number(there.get(key) ?? -1) < value) lost += 1;
      }
      return lost;
    },
  };
}

async function readWhole(member: TestDevice, name: DocumentName): Promise<Y.Map<unknown>> {
  const nothing = new Uint8Array();
  await member.signIn();
  const { documents } = await member.exchange([{ name, cursor: 0, stateVector: nothing, update: nothing }]);
  const [answer] = documents;
  if (answer?.completeness !== 'whole') throw new Error(`${name} was not given whole`);
  const doc = new Y.Doc();
  if (answer.update.length > 0) Y.applyUpdateV2(doc, answer.update);
  return doc.getMap('test');
}
