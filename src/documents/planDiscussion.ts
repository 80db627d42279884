// Commands for comments and suggestions on the plan, and for what was noticed in merging.

import * as Y from 'yjs';
import type { CommentId, SuggestionId } from '../domain/ids.ts';
import type { Comment, Suggestion } from '../domain/plan/discussion.ts';
import type { Settlement } from '../domain/plan/mergeStory.ts';
import type { PlanTarget } from '../domain/plan/planTarget.ts';
import { diffText } from '../domain/textDelta.ts';
import { decodePlanRecord } from '../schema/planRecords.ts';
import { type PlanHand, writePlan } from './planCommands.ts';
import { readPlanRaw } from './planReading.ts';
import { sectionText } from './planTexts.ts';
import { replaceInText, rootMap, writeValue } from './roots.ts';
import { readPassage, replacePassage } from './richTextPassage.ts';
import { plainValue, writeTimed } from './timedFields.ts';

export type NewComment = Pick<Comment, 'id' | 'on' | 'text' | 'mentions' | 'replyTo'>;

export function addComment(
  doc: Y.Doc,
  { id, on, text, mentions, replyTo }: NewComment,
  hand: PlanHand,
): void {
  writePlan(doc, hand, () => {
    rootMap(doc, 'comments').set(id, {
      on: { ...on },
      text,
      mentions: [...mentions],
      replyTo: replyTo ?? null,
      authorOrganisationId: hand.by.organisationId ?? null,
      byName: hand.by.name,
      at: hand.at,
    });
  });
}

/** Marks the thread that this comment opened as dealt with, or opens it again. */
export function resolveComment(doc: Y.Doc, id: CommentId, isResolved: boolean, hand: PlanHand): void {
  if (!rootMap(doc, 'comments').has(id)) return;
  writePlan(doc, hand, () =>
    writeValue(rootMap(doc, 'comments'), id, {
      resolvedAt: isResolved ? hand.at : null,
      resolvedBy: isResolved ? hand.by.name : '',
    }),
  );
}

export type NewSuggestion = Pick<Suggestion, 'id' | 'on' | 'proposed'>;

/** What it would replace is read from the plan as it stands. False when that is not there to be replaced. */
export function addSuggestion(doc: Y.Doc, { id, on, proposed }: NewSuggestion, hand: PlanHand): boolean {
  const base = readTarget(doc, on);
  if (base === undefined) return false;
  writePlan(doc, hand, () => {
    rootMap(doc, 'suggestions').set(id, {
      on: { ...on },
      proposed,
      base,
      authorOrganisationId: hand.by.organisationId ?? null,
      byName: hand.by.name,
      at: hand.at,
      state: 'open',
    });
  });
  return true;
}

/** `gone`: what it is about is no longer there; `decided`: somebody has decided already. */
export type Decided = 'done' | 'gone' | 'decided';

/** Puts the proposed text in the place of what stands there now. Whether that has changed since is the screen's to show. */
export function acceptSuggestion(doc: Y.Doc, id: SuggestionId, hand: PlanHand): Decided {
  const suggestion = readSuggestion(doc, id);
  if (suggestion === undefined) return 'gone';
  if (suggestion.state !== 'open') return 'decided';
  let result: Decided = 'gone';
  writePlan(doc, hand, () => {
    if (!writeTarget(doc, suggestion.on, suggestion.proposed, hand)) return;
    writeDecision(doc, id, 'accepted', hand);
    result = 'done';
  });
  return result;
}

export function closeSuggestion(
  doc: Y.Doc,
  id: SuggestionId,
  state: 'refused' | 'withdrawn',
  hand: PlanHand,
): Decided {
  const suggestion = readSuggestion(doc, id);
  if (suggestion === undefined) return 'gone';
  if (suggestion.state !== 'open') return 'decided';
  writePlan(doc, hand, () => writeDecision(doc, id, state, hand));
  return 'done';
}

/** What stands now where the target points; `undefined` when it is not there, or is no text. */
export function readTarget(doc: Y.Doc, on: PlanTarget): string | undefined {
  if (on.kind === 'section') return undefined;
  if (on.kind === 'passage') return readPassage(sectionText(doc, on.section), on);
  const row = rootMap(doc, on.root).get(on.id);
  const value: unknown = row instanceof Y.Map ? row.get(on.field) : undefined;
  if (value instanceof Y.Text) return value.toJSON();
  const plain = plainValue(value);
  return typeof plain === 'string' ? plain : undefined;
}

/** Decides a merge story: what was lost is set anew, or what stands is kept. False when the story or its row is not here. */
export function settleStory(doc: Y.Doc, id: string, outcome: Settlement['outcome'], hand: PlanHand): boolean {
  const raw = readPlanRaw(doc, 'overruled', id);
  const story = raw && decodePlanRecord('overruled', id, raw);
  const row: unknown = story && rootMap(doc, story.rowRoot).get(story.rowId);
  if (story === undefined || !(row instanceof Y.Map)) return false;
  writePlan(doc, hand, () => {
    if (outcome === 'takenBack') writeTimed(row, story.field, story.lost.value, hand.at);
    rootMap(doc, 'settled').set(id, { outcome, at: hand.at, byName: hand.by.name });
  });
  return true;
}

function writeTarget(doc: Y.Doc, on: PlanTarget, proposed: string, hand: PlanHand): boolean {
  if (on.kind === 'section') return false;
  if (on.kind === 'passage') return replacePassage(doc, sectionText(doc, on.section), on, proposed);
  const row = rootMap(doc, on.root).get(on.id);
  if (!(row instanceof Y.Map) || readTarget(doc, on) === undefined) return false;
  const value: unknown = row.get(on.field);
  if (!(value instanceof Y.Text)) writeTimed(row, on.field, proposed, hand.at);
  else {
    const change = diffText(value.toJSON(), proposed);
    if (change !== undefined) replaceInText(value, change);
    row.set('editedAt', hand.at);
  }
  return true;
}

function writeDecision(doc: Y.Doc, id: SuggestionId, state: Suggestion['state'], hand: PlanHand): void {
  writeValue(rootMap(doc, 'suggestions'), id, { state, decidedAt: hand.at, decidedBy: hand.by.name });
}

function readSuggestion(doc: Y.Doc, id: SuggestionId): Suggestion | undefined {
  const raw = readPlanRaw(doc, 'suggestions', id);
  return raw && decodePlanRecord('suggestions', id, raw);
}
