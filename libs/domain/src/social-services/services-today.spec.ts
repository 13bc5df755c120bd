import { todayLine } from '../tasks';
import { servicesToday } from '.';

describe('What is due with offers', () => {
  it('counts new and changed ones in one line for the office', () => {
    const say = (fresh: number, changed: number): string =>
      todayLine({ kind: 'services-to-confirm', id: '0', due: null, facts: { fresh, changed } }, servicesToday)
        .text;
    expect(say(1, 0)).toBe('1 neues Angebot bitte bestätigen');
    expect(say(0, 3)).toBe('3 geänderte Angebote bitte bestätigen');
    expect(say(2, 1)).toBe('2 neue Angebote und 1 geändertes Angebot bitte bestätigen');
  });
});
