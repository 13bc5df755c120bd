import { faultsOf } from './faults';
import { Moves } from './moves';

const problems = {
  'lamp-move-refused': { status: 409, says: 'Das geht jetzt nicht.' },
  'lamp-without-bulb': { status: 409, says: 'Es fehlt eine Birne.' },
  'lamp-without-owner': { status: 409, says: 'Bitte nennen Sie, wem sie gehört.' },
} as const;
const hasBulb = (facts: { bulbs: number }): boolean => facts.bulbs > 0;
const hasOwner = (facts: { owner: string }): boolean => facts.owner !== '';

const lamp = new Moves({
  states: ['OFF', 'ON', 'BROKEN', 'GONE'],
  starts: ['OFF'],
  ends: ['GONE'],
  problems,
  otherwise: 'lamp-move-refused',
  table: {
    light: { from: ['OFF'], to: 'ON', needs: [['lamp-without-bulb', hasBulb]] },
    dust: { from: ['OFF', 'BROKEN'] },
    fall: [
      { from: ['OFF'], to: 'BROKEN' },
      { from: ['ON'], to: 'GONE' },
    ],
    discard: {
      from: ['BROKEN'],
      to: 'GONE',
      needs: [
        ['lamp-without-bulb', hasBulb],
        ['lamp-without-owner', hasOwner, 'owner'],
      ],
    },
  },
});
const samples = [
  { bulbs: 0, owner: '' },
  { bulbs: 1, owner: '' },
  { bulbs: 1, owner: 'Anna' },
];

describe('A table of moves', () => {
  it('says where a move leads, from each state its own way', () => {
    expect(lamp.next('OFF', 'light', { bulbs: 1 })).toEqual({ to: 'ON', refusal: null });
    expect(lamp.next('OFF', 'fall').to).toBe('BROKEN');
    expect(lamp.next('ON', 'fall').to).toBe('GONE');
  });

  it('leaves the state where a move only does something', () => {
    expect(lamp.next('BROKEN', 'dust')).toEqual({ to: 'BROKEN', refusal: null });
  });

  it('refuses with code, field and sentence: first for the state, then for the first need that is not met', () => {
    expect(lamp.next('ON', 'light', { bulbs: 0 })).toEqual({
      to: null,
      refusal: { code: 'lamp-move-refused', path: '', sentence: 'Das geht jetzt nicht.' },
    });
    expect(lamp.next('BROKEN', 'discard', { bulbs: 0, owner: '' }).refusal?.code).toBe('lamp-without-bulb');
    expect(lamp.next('BROKEN', 'discard', { bulbs: 1, owner: '' }).refusal).toEqual({
      code: 'lamp-without-owner',
      path: 'owner',
      sentence: 'Bitte nennen Sie, wem sie gehört.',
    });
  });

  it('lists what begins at a state, and of that what can be done now', () => {
    expect(lamp.from('OFF')).toEqual(['light', 'dust', 'fall']);
    expect(lamp.open('OFF', { bulbs: 0, owner: '' })).toEqual(['dust', 'fall']);
    expect(lamp.open('GONE', { bulbs: 1, owner: 'Anna' })).toEqual([]);
  });

  it('does not compile with a state, a move, a code or a fact that does not exist', () => {
    // @ts-expect-error no such state
    lamp.from('DIMMED');
    // @ts-expect-error no such move
    lamp.next('OFF', 'dance');
    // @ts-expect-error who does not know the bulbs cannot ask
    expect(() => lamp.next('OFF', 'light')).toThrow(TypeError);
    // @ts-expect-error and who knows them only in part neither
    lamp.open('GONE', { bulbs: 1 });
    // @ts-expect-error the facts of another move do not help
    lamp.next('OFF', 'light', { owner: 'Anna' });
    const table = { of: { from: ['ON' as const], to: 'ON' as const } };
    // @ts-expect-error no such state to begin with, no such code
    new Moves({ states: ['ON'], starts: ['OFF'], ends: [], problems, otherwise: 'lamp-lost', table });
    expect(lamp.names).toEqual(['light', 'dust', 'fall', 'discard']);
  });
});

describe('The search for faults', () => {
  const base = { problems, otherwise: 'lamp-move-refused', starts: ['A'], ends: ['C'] } as const;

  it('finds none in a sound table', () => {
    expect(faultsOf(lamp, samples)).toEqual([]);
  });

  it('finds what is not reached, where one cannot go on, and an end that leads on', () => {
    const moves = new Moves({
      ...base,
      states: ['A', 'B', 'C', 'D'],
      table: { go: { from: ['A'], to: 'B' }, loop: { from: ['B'] }, rise: { from: ['C'], to: 'A' } },
    });
    expect(faultsOf(moves, [])).toEqual([
      'C is never reached',
      'D is never reached',
      'B is a dead end',
      'D is a dead end',
      'C is called an end and leads on',
      'from A no end is reached',
    ]);
  });

  it('finds a round without a way out', () => {
    const moves = new Moves({
      ...base,
      states: ['A', 'B', 'C', 'D'],
      table: {
        end: { from: ['A'], to: 'C' },
        go: { from: ['A', 'D'], to: 'B' },
        on: { from: ['B'], to: 'D' },
      },
    });
    expect(faultsOf(moves, [])).toEqual(['from B no end is reached', 'from D no end is reached']);
  });

  it('finds a move that begins nowhere or twice at one state', () => {
    const moves = new Moves({
      ...base,
      states: ['A', 'C', 'A'],
      table: {
        go: [
          { from: ['A'], to: 'C' },
          { from: ['A'], to: 'A' },
        ],
        rest: { from: [] },
      },
    });
    expect(faultsOf(moves, [])).toEqual(['A is listed twice', 'rest begins nowhere', 'go begins twice at A']);
  });

  it('finds a refusal without a sentence', () => {
    const silent = {
      'lamp-move-refused': { status: 409, says: ' ' },
      mute: { status: 409, says: '' },
    } as const;
    const table = { go: { from: ['A'], to: 'C', needs: [['mute', hasBulb]] } } as const;
    const moves = new Moves({ ...base, problems: silent, states: ['A', 'C'], table });
    expect(faultsOf(moves, samples)).toEqual(['mute has no sentence', 'lamp-move-refused has no sentence']);
  });

  it('finds a need that nothing misses, that nothing meets, or that an earlier one hides', () => {
    const needs = [
      ['lamp-without-bulb', hasBulb],
      ['lamp-without-owner', ({ bulbs }: { bulbs: number }) => bulbs > 0],
    ] as const;
    const moves = new Moves({ ...base, states: ['A', 'C'], table: { go: { from: ['A'], to: 'C', needs } } });
    expect(faultsOf(moves, samples)).toEqual(['go from A: lamp-without-owner is never said']);
    expect(faultsOf(moves, [])).toHaveLength(4);
    expect(faultsOf(moves, [{ bulbs: 0 }])).toContain('go from A: lamp-without-bulb is always said');
  });
});
