import { type Block, heading, list, paragraph } from '../documents';

/** One thing that came of a Hinweis, as everybody may know it. */
export interface OutcomeStep {
  kind: string;
  number: string;
  /** "Befund", "Maßnahme" */
  label: string;
  /** What it says. */
  text: string;
  /** What else is known of it, as sentences: who decided what, how it stands, what it changed. */
  said: string[];
  /** Numbers of the steps before it; none where it rests on the Hinweis itself. */
  from: string[];
}

export type OutcomeWords = Pick<OutcomeStep, 'label' | 'text' | 'said'>;

/** One kind of step: its place on the way from a voice to an effect, and its words made of what the database found. */
export interface OutcomeKind<Facts> {
  place: number;
  /** @param today day in Berlin, YYYY-MM-DD */
  says(facts: Facts, today: string): OutcomeWords;
}

/** The kinds of one area by name. `never` takes kinds of any facts: the statement and its kind know each other. */
export type OutcomeKinds = Readonly<Record<string, OutcomeKind<never>>>;

/** Where each kind stands on the way. */
export const outcomePlaces = { finding: 1, priority: 2, recommendation: 3, measure: 4 } as const;

/** What the database hands out: one line for each step and what it comes from. */
export interface OutcomeFound {
  kind: string;
  number: string;
  from: string | null;
  facts: unknown;
}

/**
 * The steps in the order of the way, each once, with all that it comes from.
 * @param found lines of any order
 * @param kinds those of all areas
 * @param today day in Berlin, YYYY-MM-DD
 * @throws where no area words a kind
 */
export function outcomeSteps(
  found: readonly OutcomeFound[],
  kinds: OutcomeKinds,
  today: string,
): OutcomeStep[] {
  const steps = new Map<string, OutcomeStep & { place: number }>();
  for (const { kind, number, from, facts } of found) {
    const worded = kinds[kind];
    if (!worded) throw new Error(`No area words the outcome ${kind}.`);
    const step = steps.get(number) ?? {
      ...{ place: worded.place, kind, number, from: [] },
      ...worded.says(facts as never, today),
    };
    if (from !== null && !step.from.includes(from)) step.from.push(from);
    steps.set(number, step);
  }
  return [...steps.values()]
    .sort((one, other) => one.place - other.place || (one.number < other.number ? -1 : 1))
    .map(({ place: _, ...step }) => ({ ...step, from: step.from.sort() }));
}

/** "Maßnahme M-2026-001", and what it comes from where that is not plain from the order. */
export function outcomeHeading(step: OutcomeStep, steps: readonly OutcomeStep[]): string {
  const name = `${step.label} ${step.number}`;
  const sources = steps.filter(({ number }) => step.from.includes(number));
  const [source] = sources;
  const alike = steps.filter(({ kind }) => kind === source?.kind);
  return source && alike.length > 1
    ? `${name} (aus ${sources.map(({ number }) => number).join(', ')})`
    : name;
}

/** "Was daraus wurde" on the page of a Hinweis; nothing while nothing came of it. */
export function outcomeBlocks(steps: readonly OutcomeStep[]): Block[] {
  if (steps.length === 0) return [];
  return [
    heading('Was daraus wurde'),
    ...steps.flatMap((step) => [
      heading(outcomeHeading(step, steps), 3),
      paragraph(step.text),
      ...(step.said.length > 0 ? [list(step.said)] : []),
    ]),
  ];
}
