import fc from 'fast-check';
import { passwordProblem } from './password-rules';

describe('passwords', () => {
  it.each(['kurz', 'elf zeichen'])('shorter than twelve characters are refused: %s', (password) => {
    expect(passwordProblem(password)).toBe('password-too-short');
  });

  it('may have 128 characters and no more', () => {
    const long = 'Rübe7Zaun!Möwe_'.repeat(9);
    expect(passwordProblem(long.slice(0, 128))).toBeNull();
    expect(passwordProblem(long.slice(0, 129))).toBe('password-too-long');
  });

  it.each([
    'Passwort1234',
    'P4ssw0rt!!!!',
    'passwortpasswort',
    '123456789012',
    '987654321098',
    'qwertzuiopasdf',
    '1qay2wsx3edc',
    'aaaaaaaaaaaa',
    'abababababab',
    'abcabcabcabcabc',
    'Landkreis2026!',
    'AnhaltBitterfeld1',
    'Köthen-Köthen-24',
    'Sommer2026Sommer',
    'RunderTisch2026',
    'Willkommen123!',
    'Administrator1',
    'ichliebedich!!',
    'Unbelievable12',
    '!!!!!!!!!!!!1',
    '19851985198519',
  ])('that guessers try first are refused: %s', (password) => {
    expect(passwordProblem(password)).toBe('password-too-guessable');
  });

  it('that are made of one’s own name or address are refused', () => {
    const own = ['Dr. Beate Exempel', 'beate.exempel@ahornhaus.test'];
    expect(passwordProblem('BeateExempel2026', own)).toBe('password-too-guessable');
    expect(passwordProblem('exempel@ahornhaus', own)).toBe('password-too-guessable');
  });

  it.each([
    'Rübe Zaun Möwe Kiesel',
    'korrektpferdbatterieheftklammer',
    'x7#Lq!9vTz2m',
    'Der Bus fährt um 6:42 nicht',
    '            x9 Küste Leuchte',
  ])('that are long and unusual are welcome: %s', (password) => expect(passwordProblem(password)).toBeNull());

  it('made at random are nearly never refused, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 0, maxLength: 140, unit: 'binary' }), (password) => {
        passwordProblem(password, [password]);
      }),
      { seed: 20_261_123, numRuns: 300 },
    );
  });
});
