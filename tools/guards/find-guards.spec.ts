import { compileFunction } from 'node:vm';
import { findGuards, withSwitches } from './find-guards';

const text = `
function seat(days, person) {
  if (days < 0) throw problem(problems, 'ends-before-start');
  else days += 1;
  if (!person) {
    throw problem(problems, 'nobody', [
      { path: 'person' },
    ]);
  }
  if (days > 900) throw tooLong();
  if (days === 500) throw new Unreadable('file-empty');
  if (days === 600) throw new RangeError('Not a day.');
  try {
    return days;
  } catch (error) {
    throw error;
  }
}
`;

it('finds each refusal with its line and its condition, and leaves out what is broken', () => {
  expect(findGuards(text).map(({ place, line, code }) => [place, line, code])).toEqual([
    [0, 3, "if (days < 0) throw problem(problems, 'ends-before-start');"],
    [1, 6, "if (!person) throw problem(problems, 'nobody', [ { path: 'person' }, ]);"],
    [2, 10, 'if (days > 900) throw tooLong();'],
    [3, 11, "if (days === 500) throw new Unreadable('file-empty');"],
  ]);
});

it('takes away the one guard it is asked to and no other', () => {
  const seat = withSwitchOff('seats.ts#0');

  expect(seat(-3, 'somebody')).toBe(-3);
  expect(() => seat(4, undefined)).toThrow('nobody');
  expect(() => withSwitchOff('seats.ts#1')(-3, 'somebody')).toThrow('ends-before-start');
});

it('keeps the branches beside a guard and every line where it was', () => {
  expect(withSwitchOff('none')(4, 'somebody')).toBe(5);
  expect(withSwitches(text, 'seats.ts').split('\n')).toHaveLength(text.split('\n').length);
});

function withSwitchOff(id: string): (days: number, person: string | undefined) => number {
  const body = `${withSwitches(text, 'seats.ts').replaceAll('globalThis.', '')}; return seat;`;
  const refusal = (_: unknown, code: string) => new Error(code);
  const names = ['rtGuardStands', 'problem', 'problems', 'tooLong', 'Unreadable'];
  const make = compileFunction(body, names) as (
    ...given: unknown[]
  ) => (days: number, person: string | undefined) => number;
  return make(
    (guard: string) => guard !== id,
    refusal,
    {},
    () => new Error('too-long'),
    Error,
  );
}
