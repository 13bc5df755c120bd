import fc from 'fast-check';
import { compareTemplates, dueInCycle, stepNumbers, type TemplatePhaseView, type TemplateStepView } from '.';

const step = (key: string, more: Partial<TemplateStepView> = {}): TemplateStepView => ({
  key,
  title: `Schritt ${key}`,
  summary: '',
  leadRole: 'planner',
  lead: '',
  involvedRoles: [],
  internalActors: [],
  externalActors: [],
  task: 'Tun',
  dueMonth: 3,
  input: '',
  result: 'Etwas',
  doneWhen: 'Es ist da',
  methods: [],
  ...more,
});
const phase = (key: string, ...steps: TemplateStepView[]): TemplatePhaseView => ({
  key,
  name: `Phase ${key}`,
  summary: '',
  steps,
});
const told = (before: TemplatePhaseView[], after: TemplatePhaseView[]) =>
  compareTemplates(before, after).map(({ key, differences }) => [key, ...differences].join(' '));

describe('Two versions of a Bauplan', () => {
  const before = [phase('0', step('a'), step('b'), step('c')), phase('1', step('d'))];

  it('are alike where nothing was done', () => {
    expect(told(before, before)).toEqual(['a same', 'b same', 'c same', 'd same']);
  });

  it('name what came, what went, what was moved and what is told differently', () => {
    const after = [
      phase('0', step('c'), step('a'), step('neu')),
      phase('1', step('d', { dueMonth: 9, externalActors: ['Freie Träger'] })),
    ];
    expect(told(before, after)).toEqual(['c same', 'a moved', 'neu added', 'd changed', 'b removed']);
    const changed = compareTemplates(before, after).find(({ key }) => key === 'd');
    expect(changed?.fields).toEqual([
      { label: 'Externe', before: '', after: 'Freie Träger' },
      { label: 'Bis Monat', before: '3', after: '9' },
    ]);
  });

  it('call a step moved that went to another phase, even if its neighbours stayed the same', () => {
    const after = [phase('0', step('a'), step('b')), phase('1', step('c'), step('d'))];
    expect(told(before, after)).toEqual(['a same', 'b same', 'c moved', 'd same']);
    expect(stepNumbers(after).get('c')).toBe('1.1');
  });

  it('lose no step and tell none twice, however they are mixed', () => {
    const order = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f']);
    fc.assert(
      fc.property(order, order, (one, other) => {
        const all = compareTemplates(
          [phase('0', ...one.map((key) => step(key)))],
          [phase('0', ...other.map((key) => step(key)))],
        );
        expect(all.map(({ key }) => key).sort()).toEqual([...new Set([...one, ...other])].sort());
      }),
      { seed: 20241216 },
    );
  });
});

describe('The day until when', () => {
  it('is the last of its month, and shortened with the cycle', () => {
    const five = { beginsOn: '2027-01-01', endsOn: '2031-12-31' };
    expect(dueInCycle({ dueMonth: 3, months: 60 }, five)).toBe('2027-03-31');
    expect(dueInCycle({ dueMonth: 60, months: 60 }, five)).toBe('2031-12-31');
    expect(dueInCycle({ dueMonth: 30, months: 60 }, { beginsOn: '2024-01-01', endsOn: '2026-12-31' })).toBe(
      '2025-06-30',
    );
  });

  it('never lies outside of its cycle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 120 }), (dueMonth, years) => {
        const endsOn = `${2024 + (years % 9)}-12-31`;
        const due = dueInCycle({ dueMonth, months: 60 }, { beginsOn: '2024-01-01', endsOn });
        expect(due > '2024-01-01' && due <= endsOn).toBe(true);
      }),
      { seed: 20241216 },
    );
  });
});
