import { folded } from './folded';
import { visible } from './visible';

describe('A text as it is compared', () => {
  it.each([
    ['Żółkiewska', 'zolkiewska'],
    ['Łódź', 'lodz'],
    ['Sørensen', 'sorensen'],
    ['Đorđević', 'dordevic'],
    ['Yıldız', 'yildiz'],
    ['İnci', 'inci'],
    ['STRAẞE', 'strasse'],
    ['Æbelø', 'aebelo'],
    ['Þórður', 'thordur'],
    ['Nguyễn', 'nguyen'],
    ['Müller', 'mueller'],
    ['Mu\u0308ller', 'mueller'],
    ['O’Brien', "o'brien"],
    ['Meier‑Lange', 'meier-lange'],
  ])('%s is %s', (written, expected) => expect(folded(written)).toBe(expected));
});

describe('A text as it is kept', () => {
  it.each([
    ['zero width', 'An\u200Bna\u200D\uFEFF', 'Anna'],
    ['soft hyphens', 'Sozial\u00ADplanung', 'Sozialplanung'],
    ['marks of direction', '\u202Aanna@haus.test\u202C\u200F\u2066', 'anna@haus.test'],
    ['tags and fillers', 'A\u{E0041}\u3164nna\u180E', 'Anna'],
  ])('has no %s', (_, written, expected) => expect(visible(written)).toBe(expected));

  it('keeps what is seen, in one form', () => {
    expect(visible('Kru\u0308ger, O’Neill\n\tŁódź 😀')).toBe('Krüger, O’Neill\n\tŁódź 😀');
    expect(visible('erste\u2028zweite')).toBe('erste\nzweite');
  });
});
