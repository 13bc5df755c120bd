import type { Problems } from '../problem';
import type { FactsOf, Moves, MoveTable, Way } from './moves';

/**
 * What is wrong with a table of moves, in sentences; none for a sound one.
 * @param samples facts of which some meet and some miss each need; without them the needs are not looked at
 */
export function faultsOf<
  State extends string,
  P extends Problems,
  T extends MoveTable<State, keyof P & string>,
>(machine: Moves<State, P, T>, samples?: readonly FactsOf<Moves<State, P, T>>[]): string[] {
  const { states, starts, ends, problems, otherwise } = machine.definition;
  const rows = machine.names.flatMap((move) => machine.ways(move).map((way) => ({ move, ...way })));
  const steps = rows.flatMap(({ from, to }) =>
    to === undefined ? [] : from.filter((it) => it !== to).map((it) => [it, to] as const),
  );
  const reached = spread(starts, steps);
  const ending = spread(
    ends,
    steps.map(([from, to]) => [to, from] as const),
  );
  const leads = (state: State): boolean => steps.some(([from]) => from === state);
  const missing = (code: keyof P & string): boolean =>
    ((problems as Problems)[code]?.says ?? '').trim() === '';
  const refusals = [
    ...rows.flatMap(({ needs }) => needs?.map(([code]) => code) ?? []),
    ...states.map((state) => (typeof otherwise === 'string' ? otherwise : otherwise(state))),
  ];
  return [
    ...twice(states).map((state) => `${state} is listed twice`),
    ...states.filter((it) => !reached.has(it)).map((it) => `${it} is never reached`),
    ...states.filter((it) => !leads(it) && !ends.includes(it)).map((it) => `${it} is a dead end`),
    ...ends.filter(leads).map((it) => `${it} is called an end and leads on`),
    ...states
      .filter((it) => ends.length > 0 && leads(it) && !ending.has(it))
      .map((it) => `from ${it} no end is reached`),
    ...rows.filter(({ from }) => from.length === 0).map(({ move }) => `${move} begins nowhere`),
    ...machine.names.flatMap((move) =>
      twice(machine.ways(move).flatMap(({ from }) => from)).map((it) => `${move} begins twice at ${it}`),
    ),
    ...[...new Set(refusals.filter(missing))].map((code) => `${code} has no sentence`),
    ...(samples === undefined
      ? []
      : rows.flatMap(({ move, from, needs = [] }) =>
          uselessNeeds(needs, samples, `${move} from ${from.join(', ')}`),
        )),
  ];
}

/** Each need has to stop some of the samples that the needs before it let pass, and to let some pass. */
function uselessNeeds(
  needs: NonNullable<Way['needs']>,
  samples: readonly unknown[],
  where: string,
): string[] {
  let left = samples;
  return needs.flatMap(([code, isMet]) => {
    const passing = left.filter((facts) => isMet(facts as never));
    const faults = [
      ...(passing.length === left.length ? [`${where}: ${code} is never said`] : []),
      ...(passing.length === 0 ? [`${where}: ${code} is always said`] : []),
    ];
    left = passing;
    return faults;
  });
}

/** All that one comes to from these along the steps, themselves included. */
function spread<State>(begin: readonly State[], steps: readonly (readonly [State, State])[]): Set<State> {
  const seen = new Set(begin);
  // A set that grows while one walks over it is walked to its end.
  for (const state of seen) for (const [from, to] of steps) if (from === state) seen.add(to);
  return seen;
}

function twice<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
