import { agendaParts } from './agenda-parts';

const items = [
  { id: '1', visibility: 'INTERNAL' },
  { id: '2', visibility: 'PUBLIC' },
  { id: '3', visibility: 'HIDDEN' },
] as const;

describe('The agenda of a committee', () => {
  it('has a public part and one that is not, in this order', () => {
    expect(
      agendaParts('COMMITTEE', items).map(({ label, items: of }) => [label, of.map(({ id }) => id)]),
    ).toEqual([
      ['Öffentlicher Teil', ['2']],
      ['Nichtöffentlicher Teil', ['1', '3']],
    ]);
  });

  it('names no part that has nothing', () => {
    expect(agendaParts('COMMITTEE', items.slice(1, 2)).map(({ label }) => label)).toEqual([
      'Öffentlicher Teil',
    ]);
    expect(agendaParts('COMMITTEE', [])).toEqual([]);
  });

  it('is one in other meetings', () => {
    expect(agendaParts('NETWORK', items)).toEqual([{ label: null, items: [...items] }]);
  });
});
