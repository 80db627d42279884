import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { attendSectionText, sectionText } from '../../src/documents/planTexts.ts';
import { LOCAL_ORIGIN } from '../../src/documents/roots.ts';
import { asInstant } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { followSectionText } from '../../src/storage/sectionTextTick.ts';
import { PARTNERSHIP, freshName, openTab } from './testLedger.ts';

const SECTION = 'vision';

test('[G10] a section’s text shows no tick until the device holds what was written last, a mere deletion too', async () => {
  const tab = openTab(freshName(), { hasServer: true });
  const opened = await tab.ledger.open(documentName('partnership', PARTNERSHIP));
  const { doc } = opened;
  const fragment = sectionText(doc, SECTION);
  const by = { name: 'Ewa', organisationId: undefined };
  const stop = attendSectionText(doc, SECTION, { now: () => asInstant(2_000), by });
  const followed = followSectionText({
    db: tab.db,
    ledger: tab.ledger,
    opened,
    partnershipId: PARTNERSHIP,
    section: SECTION,
    reportFailure: (failure) => tab.failures.push(failure),
  });
  const seen: string[] = [];
  followed.state.subscribe((tick) => seen.push(tick));
  expect(followed.state.getState()).toBe('nothing');

  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText('Razem');
  doc.transact(() => {
    paragraph.insert(0, [text]);
    fragment.insert(0, [paragraph]);
  }, LOCAL_ORIGIN);
  expect(followed.state.getState()).toBe('saving');
  await expect.poll(() => followed.state.getState()).toBe('device');

  doc.transact(() => text.delete(0, 2), LOCAL_ORIGIN);
  expect(followed.state.getState()).toBe('saving');
  await expect.poll(() => followed.state.getState()).toBe('device');
  expect(seen).not.toContain('server');
  expect(tab.failures).toEqual([]);
  stop();
  followed.stop();
  opened.release();
});
