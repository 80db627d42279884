import { describe, expect, it } from 'vitest';
import { type ActivityId, asId, type NeedId, type OrganisationId } from '../../../src/domain/ids.ts';
import { comparePlans, labelOf, sectionOfChange } from '../../../src/domain/plan/comparePlans.ts';
import { emptyPlan } from './emptyPlan.ts';
import { activity, goal, indicator, measurement, need } from './planRows.ts';

describe('what differs between two plans', () => {
  it('is nothing when they read the same', () => {
    const one = emptyPlan({ needs: [need('n')], goals: [goal('g')] });
    expect(comparePlans(one, emptyPlan({ needs: [need('n')], goals: [goal('g')] }))).toEqual([]);
  });

  it('is told row by row in the order of the sections, with what was and what is', () => {
    const before = emptyPlan({
      needs: [need('n', { text: 'Dojazd' })],
      goals: [goal('g', { title: 'Klub' })],
      activities: [activity('a'), activity('b')],
    });
    const after = emptyPlan({
      needs: [need('n', { text: 'Dojazd z sołectw' })],
      goals: [],
      indicators: [indicator('i', 'g', { target: 30 })],
      activities: [activity('b', { order: 'Z', organisationId: asId('osp') }), activity('c')],
    });
    expect(comparePlans(before, after)).toEqual([
      {
        kind: 'rowChanged',
        root: 'needs',
        id: 'n',
        label: 'Dojazd z sołectw',
        fields: [{ field: 'text', before: 'Dojazd', after: 'Dojazd z sołectw' }],
      },
      { kind: 'rowRemoved', root: 'goals', id: 'g', label: 'Klub' },
      { kind: 'rowAdded', root: 'indicators', id: 'i', label: 'i' },
      {
        kind: 'rowChanged',
        root: 'activities',
        id: 'b',
        label: 'b',
        fields: [{ field: 'organisationId', before: undefined, after: 'osp' }],
      },
      { kind: 'rowMoved', root: 'activities', id: 'b', label: 'b' },
      { kind: 'rowAdded', root: 'activities', id: 'c', label: 'c' },
      { kind: 'rowRemoved', root: 'activities', id: 'a', label: 'a' },
    ]);
  });

  it('is told of texts word by word, of votes, facts and organisations too', () => {
    const vision = (text: string) => ({
      texts: { vision: [{ kind: 'paragraph' as const, inlines: [{ text }] }] },
    });
    const organisation = (status: 'joined' | 'left', isHidden = false) => ({
      id: asId<OrganisationId>('osp'),
      name: 'OSP',
      type: 'services' as const,
      status,
      isHidden,
    });
    const vote = {
      needId: asId<NeedId>('n'),
      organisationId: asId<OrganisationId>('osp'),
      at: emptyPlan({}).partnership.createdAt,
      byName: '',
      isWithdrawn: false,
    };
    const before = emptyPlan({}, { ...vision('Razem w gminie'), organisations: [organisation('joined')] });
    const after = emptyPlan(
      {},
      {
        ...vision('Razem we wsi'),
        organisations: [organisation('left')],
        votes: [vote],
        partnership: { ...before.partnership, gmina: 'Stare Pole' },
      },
    );
    const changes = comparePlans(before, after);
    expect(changes).toEqual([
      { kind: 'factChanged', field: 'gmina', before: '', after: 'Stare Pole' },
      { kind: 'voted', needId: 'n', organisationId: 'osp' },
      { kind: 'organisationChanged', organisationId: 'osp', before: 'joined', after: 'left' },
      {
        kind: 'textChanged',
        section: 'vision',
        parts: [
          { kind: 'same', text: 'Razem ' },
          { kind: 'removed', text: 'w' },
          { kind: 'added', text: 'we' },
          { kind: 'same', text: ' ' },
          { kind: 'removed', text: 'gminie' },
          { kind: 'added', text: 'wsi' },
        ],
      },
    ]);
    expect(changes.map(sectionOfChange)).toEqual(['profile', 'needs', 'partners', 'vision']);
    expect(comparePlans(after, before).map(({ kind }) => kind)).toContain('voteWithdrawn');
    const hidden = emptyPlan({}, { ...after, organisations: [organisation('left', true)] });
    expect(comparePlans(after, hidden)).toMatchObject([{ kind: 'organisationChanged', after: undefined }]);
  });

  it('calls a row by its title or name, else by its text or note', () => {
    expect(labelOf(activity('a', { id: asId<ActivityId>('a'), title: '', text: 'notatka' }))).toBe('notatka');
    expect(labelOf(measurement('m', 'i', { note: 'ankieta' }))).toBe('ankieta');
  });
});
