import {
  type AgendaLevel,
  agendaNumbers,
  plannedMinutes,
  plannedTimeWords,
  settledAgenda,
  withLevel,
  withPointAt,
  withPointMoved,
} from './agenda-tree';

/** "A a b B" reads: point A with subpoints a and b, then point B. */
function agenda(words: string) {
  return words.split(' ').map((title): { title: string; level: AgendaLevel } => ({
    title,
    level: title === title.toLowerCase() ? 2 : 1,
  }));
}

function titles(items: readonly { title: string }[]): string {
  return items.map(({ title }) => title).join(' ');
}

describe('the numbers of an agenda', () => {
  it('counts points and, within each, its subpoints', () => {
    expect(agendaNumbers(agenda('A a b B C c'))).toEqual(['1', '1.1', '1.2', '2', '3', '3.1']);
  });

  it('counts a subpoint whose point is not shown as a point, and what has no level', () => {
    expect(agendaNumbers(agenda('a B b'))).toEqual(['1', '2', '2.1']);
    expect(agendaNumbers([{}, {}])).toEqual(['1', '2']);
  });
});

describe('the time an agenda asks for', () => {
  it('takes the time of a point for the whole of it, and of its subpoints where they need more', () => {
    expect(
      plannedMinutes([
        { level: 1, minutes: 30 },
        { level: 2, minutes: 10 },
        { level: 2, minutes: 15 },
        { level: 1, minutes: null },
        { level: 2, minutes: 20 },
      ]),
    ).toBe(50);
  });

  it('is held against the length of the meeting', () => {
    expect(plannedTimeWords(0, 60)).toBe('');
    expect(plannedTimeWords(50, null)).toBe('zusammen 50 Minuten');
    expect(plannedTimeWords(50, 60)).toBe('zusammen 50 Minuten, 10 bleiben');
    expect(plannedTimeWords(60, 60)).toBe('zusammen 60 Minuten, genau so lang wie der Termin');
    expect(plannedTimeWords(70, 60)).toBe('zusammen 70 Minuten, 10 mehr als der Termin hat');
  });
});

describe('an agenda as it can stand', () => {
  it('begins with a point and shows a subpoint to whoever sees its point', () => {
    const settled = settledAgenda([
      { title: 'a', level: 2, visibility: 'PUBLIC' },
      { title: 'B', level: 1, visibility: 'HIDDEN' },
      { title: 'b', level: 2, visibility: 'PUBLIC' },
    ]);
    expect(settled.map(({ level, visibility }) => [level, visibility])).toEqual([
      [1, 'PUBLIC'],
      [1, 'HIDDEN'],
      [2, 'HIDDEN'],
    ]);
  });
});

describe('moving in an agenda', () => {
  it('takes a point with its subpoints past the next point with its own', () => {
    expect(titles(withPointMoved(agenda('A a B b C'), 0, 1).items)).toBe('B b A a C');
    expect(titles(withPointMoved(agenda('A a B b C'), 4, -1).items)).toBe('A a C B b');
    expect(withPointMoved(agenda('A a B b C'), 4, -1).index).toBe(2);
  });

  it('leaves the first and the last where they are', () => {
    expect(titles(withPointMoved(agenda('A a B b'), 0, -1).items)).toBe('A a B b');
    expect(titles(withPointMoved(agenda('A a B b'), 2, 1).items)).toBe('A a B b');
  });

  it('takes a subpoint past its neighbour and into the point beside, and never before the first point', () => {
    expect(titles(withPointMoved(agenda('A a b B'), 1, 1).items)).toBe('A b a B');
    expect(titles(withPointMoved(agenda('A a B b'), 1, 1).items)).toBe('A B a b');
    expect(titles(withPointMoved(agenda('A a B'), 1, -1).items)).toBe('A a B');
  });

  it('drops a point behind the subpoints it was dropped among, and a subpoint below a point', () => {
    expect(titles(withPointAt(agenda('A a b B'), 3, 1))).toBe('A a b B');
    expect(titles(withPointAt(agenda('A a b B C'), 0, 3))).toBe('B A a b C');
    expect(titles(withPointAt(agenda('A B b'), 2, 0))).toBe('A b B');
  });

  it('nests all but the first', () => {
    expect(withLevel(agenda('A B'), 1, 2).map(({ level }) => level)).toEqual([1, 2]);
    expect(withLevel(agenda('A B'), 0, 2).map(({ level }) => level)).toEqual([1, 1]);
  });
});
