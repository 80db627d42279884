// The fan-out over a real Redis, which is killed and started again.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentName } from '../../../src/schema/documentName.ts';
import { documentName } from '../../../src/schema/documentName.ts';
import type { Change } from '../../../sync-server/fanout.ts';
import { RedisFanout } from '../../../sync-server/fanout/redisFanout.ts';
import { changeOf, describeFanout, Listener, until } from '../../contracts/fanout.ts';
import { RedisServer } from '../../services/redisServer.ts';

const plan = documentName('partnership', 'p1');

let server: RedisServer;
beforeAll(async () => {
  server = await RedisServer.start();
}, 60_000);
afterAll(() => server.stop());

interface Node {
  readonly fanout: RedisFanout;
  readonly uncertain: DocumentName[];
  readonly heard: Change[];
  readonly ended: DocumentName[];
}

async function nodeOf(installation: string): Promise<Node> {
  const uncertain: DocumentName[] = [];
  const heard: Change[] = [];
  const ended: DocumentName[] = [];
  const fanout = new RedisFanout({
    url: server.url,
    installation,
    uncertain: (names) => uncertain.push(...names),
    heard: (change) => heard.push(change),
    ended: (successor) => ended.push(successor),
  });
  await until(() => !fanout.isAway && fanout.client.status === 'ready');
  return { fanout, uncertain, heard, ended };
}

let installations = 0;

describeFanout('over Redis', async () => {
  installations += 1;
  const [one, two] = [await nodeOf(`i${installations}`), await nodeOf(`i${installations}`)];
  return {
    nodes: [one.fanout, two.fanout],
    dispose: async () => {
      await one.fanout.close();
      await two.fanout.close();
    },
  };
});

describe('the fan-out over Redis', () => {
  let one: Node;
  let two: Node;
  beforeEach(async () => {
    installations += 1;
    [one, two] = [await nodeOf(`i${installations}`), await nodeOf(`i${installations}`)];
  });
  afterEach(async () => {
    await one.fanout.close();
    await two.fanout.close();
  });

  it('says of which documents something may have been missed: once subscribed, and when Redis is back', async () => {
    const listener = new Listener();
    two.fanout.follow(plan, listener);
    await until(() => two.uncertain.length === 1);
    await server.kill();
    await until(() => two.fanout.isAway);
    // Neither throws nor waits; followers of the same node are told.
    two.fanout.publish(changeOf(1));
    one.fanout.publish(changeOf(2));
    two.fanout.follow(documentName('register', 'p1'), listener);
    expect(listener.seqs).toEqual([1]);
    await server.startAgain();
    await until(() => two.uncertain.length === 3);
    await until(() => one.fanout.client.status === 'ready');
    one.fanout.publish(changeOf(3));
    await until(() => listener.seqs.length === 2);
    expect(listener.seqs).toEqual([1, 3]);
    expect(two.heard.map(({ seq }) => seq)).toEqual([3]);
  });

  it('[G8] a node hears of a rotation also where nobody follows the document', async () => {
    const successor = documentName('register', 'p1', 1);
    // It is subscribed a moment after the line is there.
    await until(() => {
      one.fanout.endEarlier(successor);
      return two.ended.length > 0;
    });
    expect([new Set(two.ended), one.ended]).toEqual([new Set([successor]), []]);
  });

  it('hears nothing of another installation on the same Redis, and nothing that is no message of ours', async () => {
    const listener = new Listener();
    two.fanout.follow(plan, listener);
    await until(() => two.uncertain.length === 1);
    const stranger = await nodeOf('another');
    stranger.fanout.publish(changeOf(1));
    await one.fanout.client.publish(`wspolnie:i${installations}:document:${plan}`, Buffer.of(1, 2, 3));
    one.fanout.publish(changeOf(2));
    await until(() => listener.seqs.length > 0);
    expect(listener.seqs).toEqual([2]);
    await stranger.fanout.close();
  });
});
