import fc from 'fast-check';
import { faultsOf } from '../../moves/faults';
import { type TemplateFacts, templateMoves, type TemplateState } from './template-state';

const whole: TemplateFacts = {
  phases: 8,
  emptyPhases: 0,
  incompleteSteps: 0,
  number: 2,
  changeNote: 'Mehr Zeit',
};
const samples: TemplateFacts[] = [
  whole,
  { ...whole, phases: 0 },
  { ...whole, emptyPhases: 1 },
  { ...whole, incompleteSteps: 1 },
  { ...whole, changeNote: ' ' },
];

describe('States of a Bauplan', () => {
  it('have a sound table of moves', () => {
    expect(faultsOf(templateMoves, samples)).toEqual([]);
  });

  it('say what is missing before it is released', () => {
    const refusal = (facts: TemplateFacts) => {
      const said = templateMoves.next('DRAFT', 'release', facts).refusal;
      return said && [said.code, said.path];
    };
    expect(refusal(whole)).toBeNull();
    expect(refusal({ ...whole, phases: 0 })).toEqual(['template-without-steps', '']);
    expect(refusal({ ...whole, emptyPhases: 1 })).toEqual(['template-without-steps', '']);
    expect(refusal({ ...whole, incompleteSteps: 1 })).toEqual(['template-step-incomplete', '']);
    expect(refusal({ ...whole, changeNote: ' ' })).toEqual(['template-change-unsaid', 'changeNote']);
    expect(refusal({ ...whole, number: 1, changeNote: '' })).toBeNull();
  });

  it('never lead on from released, whatever is asked', () => {
    const facts = fc.record<TemplateFacts>({
      phases: fc.nat(3),
      emptyPhases: fc.nat(1),
      incompleteSteps: fc.nat(1),
      number: fc.integer({ min: 1, max: 3 }),
      changeNote: fc.constantFrom('', 'Neu'),
    });
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 20 }), (asked) => {
        let state: TemplateState = 'DRAFT';
        for (const given of asked) {
          const to: TemplateState | null = templateMoves.next(state, 'release', given).to;
          if (to === null) continue;
          expect(state).toBe('DRAFT');
          expect(given.incompleteSteps + given.emptyPhases).toBe(0);
          state = to;
        }
      }),
      { seed: 20241216 },
    );
  });
});
