import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InvitationRow, makeInvitationRow } from '../../src/domain/invitationList.ts';
import { type ImportStep, type Known, type KnownPerson, planImport } from '../../src/domain/planImport.ts';

const NOTHING: Known<string, string> = { persons: [], organisations: [] };

function row(
  line: number,
  name: string,
  organisation = '',
  more: Partial<InvitationRow> = {},
): InvitationRow {
  return makeInvitationRow(line, { name, organisation, role: '', phone: '', email: '', ...more });
}

/** What the device holds after the plan; `withChanges` false: the person declined the changes of known people. */
function carriedOut(
  known: Known<string, string>,
  steps: readonly ImportStep[],
  withChanges: boolean,
): Known<string, string> {
  const organisations = [...known.organisations];
  const persons = new Map(known.persons.map((person) => [person.id, person]));
  const idOf = ({ organisation }: ImportStep): string | undefined => {
    if (organisation.kind === 'none') return undefined;
    if (organisation.kind === 'known') return organisation.id;
    const id = `new:${organisation.shareKey}`;
    if (!organisations.some((one) => one.id === id)) organisations.push({ id, name: organisation.name });
    return id;
  };
  for (const step of steps) {
    const { row: source, person } = step;
    if (person.kind === 'new') {
      const organisationId = idOf(step);
      const { name, role, phone, email } = source;
      const id = `line:${source.line}:${persons.size}`;
      persons.set(id, {
        id,
        name,
        role,
        phone,
        email,
        ...(organisationId !== undefined && { organisationId }),
      });
    }
    if (person.kind === 'known' && withChanges) {
      const before = persons.get(person.id);
      if (before === undefined) throw new Error('a known person is not there');
      let after: KnownPerson<string, string> = before;
      for (const { field, to } of person.changes) {
        if (field !== 'organisation') after = { ...after, [field]: to };
        const organisationId = idOf(step);
        if (field === 'organisation' && organisationId !== undefined) after = { ...after, organisationId };
      }
      persons.set(person.id, after);
    }
  }
  return { persons: [...persons.values()], organisations };
}

describe('planning an import', () => {
  it('lets the rows of one list share a new organisation, however they write it', () => {
    const steps = planImport([row(1, 'Jan Lis', 'OSP „Zawada”'), row(2, 'Ewa Maj', 'osp Zawada')], NOTHING);
    const organisation = {
      kind: 'new',
      name: 'OSP „Zawada”',
      type: 'services',
      shareKey: 'ochotnicza straz pozarna zawada',
    };
    expect(steps.map((step) => step.organisation)).toEqual([organisation, organisation]);
    expect(steps.map((step) => step.person.kind)).toEqual(['new', 'new']);
  });

  it('finds the person and the organisation that are there, whatever the titles and abbreviations', () => {
    const known: Known<string, string> = {
      persons: [
        {
          id: 'p1',
          name: 'ks. Grzegorz Nowak',
          organisationId: 'o1',
          role: '',
          phone: '501222310',
          email: '',
        },
      ],
      organisations: [{ id: 'o1', name: 'Koło Gospodyń Wiejskich' }],
    };
    const [step] = planImport(
      [row(3, 'NOWAK Grzegorz', 'KGW', { phone: '+48 501 222 310', role: 'opiekun' })],
      known,
    );
    expect(step?.organisation).toEqual({ kind: 'known', id: 'o1' });
    expect(step?.person).toEqual({
      kind: 'known',
      id: 'p1',
      match: 'same',
      changes: [{ field: 'role', from: '', to: 'opiekun' }],
    });
  });

  it('proposes no change of what it was not told', () => {
    const [step] = planImport([row(1, 'Jan Lis', '', { phone: '501222310' })], {
      persons: [{ id: 'p1', name: 'Jan Lis' }],
      organisations: [],
    });
    expect(step?.person).toEqual({ kind: 'known', id: 'p1', match: 'same', changes: [] });
  });

  it('marks a match by the name alone, and offers the organisation', () => {
    const known: Known<string, string> = { persons: [{ id: 'p1', name: 'Jan Lis' }], organisations: [] };
    const [step] = planImport([row(1, 'Jan Lis', 'OSP')], known);
    expect(step?.person).toEqual({
      kind: 'known',
      id: 'p1',
      match: 'nameOnly',
      changes: [{ field: 'organisation', from: '', to: 'OSP' }],
    });
  });

  it('takes a namesake from another organisation for another person', () => {
    const known: Known<string, string> = {
      persons: [{ id: 'p1', name: 'Jan Lis', organisationId: 'o1' }],
      organisations: [{ id: 'o1', name: 'OSP' }],
    };
    expect(planImport([row(1, 'Jan Lis', 'KGW')], known)[0]?.person).toEqual({ kind: 'new' });
  });

  it('says of which line a row is a double', () => {
    const steps = planImport([row(2, 'Jan Lis', 'OSP'), row(9, 'Lis Jan', 'OSP')], NOTHING);
    expect(steps[1]?.person).toEqual({ kind: 'duplicateInFile', ofLine: 2 });
  });

  it('leaves out a row that must be corrected, with the reasons, and makes no organisation for it', () => {
    const [step] = planImport([row(1, '', 'OSP', { email: 'x' })], NOTHING);
    expect(step?.person).toEqual({ kind: 'unusable', problems: ['nameMissing'] });
    expect(step?.organisation).toEqual({ kind: 'none' });
  });

  it('adds nothing when the same list is brought in again, with its changes accepted or not', () => {
    const name = fc.constantFrom('Jan Lis', 'Lis Jan', 'ks. Jan Lis', 'Ewa Maj', 'Maj Ewa', '😀a', '', '12');
    const organisation = fc.constantFrom('', '', 'OSP', 'Ochotnicza Straż Pożarna', 'KGW „A”', 'KGW A', '🙂');
    const phone = fc.constantFrom('', '501222310', '+48 501 222 310');
    const rows = fc
      .array(fc.tuple(name, organisation, phone), { maxLength: 12 })
      .map((all) => all.map(([person, group, number], at) => row(at + 1, person, group, { phone: number })));
    fc.assert(
      fc.property(rows, rows, fc.boolean(), (before, list, withChanges) => {
        const start = carriedOut(NOTHING, planImport(before, NOTHING), true);
        const first = planImport(list, start);
        const then = carriedOut(start, first, withChanges);
        const second = planImport(list, then);
        expect(second.filter((step) => step.person.kind === 'new')).toEqual([]);
        expect(carriedOut(then, second, false)).toEqual(then);
      }),
      { numRuns: 500 },
    );
  });

  it('adds each person of a list once', () => {
    const steps = planImport([row(1, 'Jan Lis'), row(2, 'Jan Lis'), row(3, 'JAN LIS')], NOTHING);
    expect(carriedOut(NOTHING, steps, true).persons).toHaveLength(1);
  });
});
