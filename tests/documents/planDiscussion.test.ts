import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addPlanRows, editPlanRow, editPlanText } from '../../src/documents/planCommands.ts';
import {
  acceptSuggestion,
  addComment,
  addSuggestion,
  closeSuggestion,
  readTarget,
  resolveComment,
  settleStory,
} from '../../src/documents/planDiscussion.ts';
import { watchOverruling } from '../../src/documents/overruling.ts';
import { sectionText } from '../../src/documents/planTexts.ts';
import { writeRichText } from '../../src/documents/writeRichText.ts';
import { asId, type CommentId, type SuggestionId } from '../../src/domain/ids.ts';
import type { PlanTarget } from '../../src/domain/plan/planTarget.ts';
import { goal } from '../domain/plan/planRows.ts';
import { begunPlan, hand, recordsOf, sync } from './planReplicas.ts';

const [ANNA, BOGDAN] = [hand('Anna', 10), hand('Bogdan', 20)];
const [C, S] = [asId<CommentId>('c'), asId<SuggestionId>('s')];
const TITLE: PlanTarget = { kind: 'row', root: 'goals', id: 'g', field: 'title' };
const TEXT: PlanTarget = { ...TITLE, field: 'text' };

function planWithGoal(): Y.Doc {
  const doc = begunPlan();
  addPlanRows(doc, 'goals', [goal('g', { title: 'Klub gier', text: 'Do czerwca' })], ANNA);
  writeRichText(doc, sectionText(doc, 'vision'), [
    { kind: 'paragraph', inlines: [{ text: 'Biblioteka jest sercem wsi' }] },
  ]);
  return doc;
}

function passage(doc: Y.Doc, from: number, to: number): PlanTarget {
  const paragraph = sectionText(doc, 'vision').get(0);
  const text: unknown = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('no text');
  const at = (index: number) => Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index));
  return { kind: 'passage', section: 'vision', from: at(from), to: at(to), quote: 'sercem' };
}

describe('comments', () => {
  it('say what they are about, who is asked to look, and are resolved and opened again', () => {
    const doc = planWithGoal();
    const on = passage(doc, 16, 22);
    addComment(doc, { id: C, on, text: 'Czy na pewno?', mentions: [asId('osp')], replyTo: undefined }, ANNA);
    resolveComment(doc, C, true, BOGDAN);
    const [comment] = recordsOf(doc, 'comments');
    expect(comment).toEqual({
      id: 'c',
      on,
      text: 'Czy na pewno?',
      authorOrganisationId: 'anna',
      byName: 'Anna',
      at: 10,
      mentions: ['osp'],
      replyTo: undefined,
      resolvedAt: 20,
      resolvedBy: 'Bogdan',
    });
    resolveComment(doc, C, false, BOGDAN);
    expect(recordsOf(doc, 'comments')).toMatchObject([{ resolvedAt: undefined, text: 'Czy na pewno?' }]);
    resolveComment(doc, asId('lost'), true, BOGDAN);
    expect(recordsOf(doc, 'comments')).toHaveLength(1);
  });
});

describe('a suggestion', () => {
  it.each([
    ['a field', (): PlanTarget => TITLE, 'Klub gier'],
    ['a text', (): PlanTarget => TEXT, 'Do czerwca'],
    ['a passage', (doc: Y.Doc): PlanTarget => passage(doc, 16, 22), 'sercem'],
  ])('for %s knows what it would replace, and replaces it when accepted, once', (_what, targetIn, base) => {
    const doc = planWithGoal();
    const on = targetIn(doc);
    expect(addSuggestion(doc, { id: S, on, proposed: 'duszą' }, ANNA)).toBe(true);
    expect(recordsOf(doc, 'suggestions')).toMatchObject([{ base, proposed: 'duszą', state: 'open' }]);
    expect(acceptSuggestion(doc, S, BOGDAN)).toBe('done');
    expect(readTarget(doc, on.kind === 'passage' ? passage(doc, 16, 21) : on)).toBe('duszą');
    expect(recordsOf(doc, 'suggestions')).toMatchObject([
      { state: 'accepted', decidedAt: 20, decidedBy: 'Bogdan' },
    ]);
    expect(acceptSuggestion(doc, S, BOGDAN)).toBe('decided');
    expect(closeSuggestion(doc, S, 'refused', BOGDAN)).toBe('decided');
  });

  it('is refused or withdrawn without a change, and says when what it is about is gone', () => {
    const doc = planWithGoal();
    addSuggestion(doc, { id: S, on: TITLE, proposed: 'Klub filmu' }, ANNA);
    expect(closeSuggestion(doc, S, 'refused', BOGDAN)).toBe('done');
    expect(readTarget(doc, TITLE)).toBe('Klub gier');
    expect(addSuggestion(doc, { id: S, on: { ...TITLE, id: 'lost' }, proposed: 'x' }, ANNA)).toBe(false);
    const on = passage(doc, 16, 22);
    addSuggestion(doc, { id: asId('t'), on, proposed: 'duszą' }, ANNA);
    sectionText(doc, 'vision').delete(0, 1);
    expect(acceptSuggestion(doc, asId('t'), BOGDAN)).toBe('gone');
    expect(recordsOf(doc, 'suggestions')).toMatchObject([{ state: 'refused' }, { state: 'open' }]);
  });

  it('[G4] for a text goes in beside what another wrote in it meanwhile', () => {
    const [left, right] = [planWithGoal(), new Y.Doc()];
    addSuggestion(left, { id: S, on: TEXT, proposed: 'Do lipca' }, ANNA);
    sync(left, right);
    acceptSuggestion(left, S, BOGDAN);
    editPlanText(right, 'goals', 'g', { index: 10, remove: 0, insert: ' włącznie' }, ANNA);
    sync(left, right);
    for (const doc of [left, right]) expect(readTarget(doc, TEXT)).toBe('Do lipca włącznie');
  });
});

describe('a merge story', () => {
  it('is settled by taking the lost value back or by keeping what stands; who notices late does not undo it', () => {
    const [left, right] = [planWithGoal(), new Y.Doc()];
    sync(left, right);
    const watches = [left, right].map(watchOverruling);
    editPlanRow(left, 'goals', asId('g'), { title: 'Klub filmu' }, hand('Anna', 100));
    editPlanRow(right, 'goals', asId('g'), { title: 'Klub książki' }, hand('Bogdan', 200));
    Y.applyUpdateV2(left, Y.encodeStateAsUpdateV2(right), 'remote');
    watches[0]?.settle();
    const id = recordsOf(left, 'overruled')[0]?.id ?? '';
    expect(settleStory(left, id, 'takenBack', hand('Anna', 50))).toBe(true);
    expect(readTarget(left, TITLE)).toBe('Klub filmu');
    sync(left, right);
    watches[1]?.settle();
    sync(left, right);
    for (const doc of [left, right]) {
      expect(readTarget(doc, TITLE)).toBe('Klub filmu');
      expect(recordsOf(doc, 'settled')).toEqual([{ id, outcome: 'takenBack', at: 50, byName: 'Anna' }]);
      expect(recordsOf(doc, 'overruled')).toHaveLength(1);
    }
    expect(settleStory(left, 'lost', 'kept', ANNA)).toBe(false);
  });
});
