import { outcomeBlocks, outcomeHeading, type OutcomeKinds, type OutcomeFound, outcomeSteps } from '.';

const kinds: OutcomeKinds = {
  finding: { place: 1, says: (text: string) => ({ label: 'Befund', text, said: [] }) },
  measure: { place: 2, says: (text: string) => ({ label: 'Maßnahme', text, said: ['Stand: im Plan'] }) },
};
const found = (kind: string, number: string, from: string | null = null): OutcomeFound => ({
  ...{ kind, number, from, facts: `Worte von ${number}` },
});

describe('What came of a Hinweis', () => {
  it('is told in the order of the way, each step once however many ways lead to it', () => {
    const lines = [
      found('measure', 'M-1', 'B-2'),
      found('finding', 'B-2'),
      found('measure', 'M-1', 'B-1'),
      found('finding', 'B-1'),
    ];
    const steps = outcomeSteps(lines, kinds, '2026-11-23');
    expect(steps.map(({ number, from }) => [number, from])).toEqual([
      ['B-1', []],
      ['B-2', []],
      ['M-1', ['B-1', 'B-2']],
    ]);
    expect(steps[2]).toMatchObject({ text: 'Worte von M-1', said: ['Stand: im Plan'] });
  });

  it('names what a step comes from only where that could be another', () => {
    const one = outcomeSteps([found('finding', 'B-1'), found('measure', 'M-1', 'B-1')], kinds, '2026-11-23');
    expect(one.map((step) => outcomeHeading(step, one))).toEqual(['Befund B-1', 'Maßnahme M-1']);
    const two = outcomeSteps(
      [found('finding', 'B-1'), found('finding', 'B-2'), found('measure', 'M-1', 'B-2')],
      kinds,
      '2026-11-23',
    );
    expect(two.map((step) => outcomeHeading(step, two))[2]).toBe('Maßnahme M-1 (aus B-2)');
  });

  it('says nothing while nothing came of it, and refuses what no area words', () => {
    expect(outcomeBlocks([])).toEqual([]);
    expect(() => outcomeSteps([found('unknown', 'X-1')], kinds, '2026-11-23')).toThrow('unknown');
  });
});
