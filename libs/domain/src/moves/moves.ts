import type { Problems } from '../problem';

/** What stands against a move: its code, the field of the form it belongs to ('' for none), the sentence people read. */
export interface Refusal<Code extends string = string> {
  code: Code;
  path: string;
  sentence: string;
}

/** What a move needs: the code said where it is not met, the condition, and the field of the form it belongs to. */
export type Need<Code extends string = string> = readonly [
  code: Code,
  isMet: (facts: never) => boolean,
  path?: string,
];

/** From where a move leads where; without `to` the state stays. Needs are asked in order, the first unmet one is said. */
export interface Way<State extends string = string, Code extends string = string> {
  readonly from: readonly State[];
  readonly to?: State;
  readonly needs?: readonly Need<Code>[];
}

/** Every move with its way, or with several where it leads to different states or needs different things. */
export type MoveTable<State extends string, Code extends string> = Readonly<
  Record<string, Way<State, Code> | readonly Way<State, Code>[]>
>;

interface Definition<State extends string, P extends Problems, T> {
  readonly states: readonly State[];
  /** States an object may come to without a move: at its beginning, or because a day has come. */
  readonly starts: readonly NoInfer<State>[];
  /** States that nothing leads out of. */
  readonly ends: readonly NoInfer<State>[];
  readonly problems: P;
  /** What is said of a move that does not begin at a state. */
  readonly otherwise: CodeOf<P> | ((state: NoInfer<State>) => CodeOf<P>);
  readonly table: T;
}

type CodeOf<P> = keyof P & string;
type WayOf<Ways> = Ways extends readonly (infer One)[] ? One : Ways;
type NeedOf<One> = One extends { needs: readonly (infer N)[] } ? N : never;
type ConditionOf<N> = N extends Need ? N[1] : never;
/** All that these conditions look at, together. */
type Asked<Condition> = [Condition] extends [never]
  ? unknown
  : [Condition] extends [(facts: infer Facts) => boolean]
    ? Facts
    : never;
type FactsFor<Ways> = Asked<ConditionOf<NeedOf<WayOf<Ways>>>>;
type Given<Facts> = unknown extends Facts ? [] : [facts: Facts];

type Tabled = { readonly table: object };
export type MoveOf<Machine extends Tabled> = keyof Machine['table'] & string;
/** The facts that the needs of these moves look at. */
export type FactsOf<Machine extends Tabled, Move extends MoveOf<Machine> = MoveOf<Machine>> = FactsFor<
  Machine['table'][Move & keyof Machine['table']]
>;

export type Moved<State extends string, Code extends string> =
  { to: State; refusal: null } | { to: null; refusal: Refusal<Code> };

/** A state machine as data. It has no clock and changes nothing: whoever asks brings what the needs look at. */
export class Moves<
  const State extends string,
  P extends Problems,
  const T extends MoveTable<State, CodeOf<P>>,
> {
  readonly table: T;
  /** The moves in the order of the table. */
  readonly names: readonly CodeOf<T>[];

  constructor(readonly definition: Definition<State, P, T>) {
    this.table = definition.table;
    this.names = Object.keys(definition.table);
  }

  /**
   * Where a move leads from a state.
   * @param facts what the needs of the move look at; a move without needs takes none
   * @returns the next state, or what stands against it
   */
  next<Move extends CodeOf<T>>(
    state: State,
    move: Move,
    ...[facts]: Given<FactsFor<T[Move]>>
  ): Moved<State, CodeOf<P>> {
    const { otherwise } = this.definition;
    const way = this.ways(move).find(({ from }) => from.includes(state));
    if (!way) return this.refused(typeof otherwise === 'string' ? otherwise : otherwise(state));
    const unmet = way.needs?.find(([, isMet]) => !isMet(facts as never));
    return unmet ? this.refused(unmet[0], unmet[2]) : { to: way.to ?? state, refusal: null };
  }

  /** The moves that begin at a state, whether their needs are met or not. */
  from(state: State): CodeOf<T>[] {
    return this.names.filter((move) => this.ways(move).some(({ from }) => from.includes(state)));
  }

  /** The moves that can be made now. */
  open(state: State, ...facts: Given<FactsFor<T[CodeOf<T>]>>): CodeOf<T>[] {
    return this.names.filter((move) => this.next(state, move, ...(facts as never)).refusal === null);
  }

  /** The ways of a move, one or several. */
  ways(move: CodeOf<T>): readonly Way<State, CodeOf<P>>[] {
    const ways: Way<State, CodeOf<P>> | readonly Way<State, CodeOf<P>>[] | undefined = this.table[move];
    if (ways === undefined) return [];
    return 'from' in ways ? [ways] : ways;
  }

  private refused(code: CodeOf<P>, path = ''): Moved<State, CodeOf<P>> {
    const problems: Problems = this.definition.problems;
    return { to: null, refusal: { code, path, sentence: problems[code]?.says ?? '' } };
  }
}
