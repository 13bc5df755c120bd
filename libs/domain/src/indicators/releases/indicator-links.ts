import { folded } from '../../text';
import type { DisclosureRule } from '../catalogue/indicator-words';
import type { FigureKind } from './figures';

/** What is counted, or what it is compared with: numerator and denominator of a rate. */
export const countedMeasures = ['COUNTED', 'COMPARED'] as const;
export type CountedMeasure = (typeof countedMeasures)[number];

/** A version of an indicator, as far as it says what its numbers count. */
export interface Definition extends FigureKind {
  versionId: string;
  indicatorId: string;
  /** `SL-02 Arbeitslosenanteil` */
  title: string;
  rule: DisclosureRule;
  sourceId: string | null;
  name: string;
  numerator: string;
  denominator: string;
}

/** Stated by a planner: what an indicator counts, or divides by, is what others count together. */
export interface StatedSum {
  indicatorId: string;
  measure: CountedMeasure;
  partIds: readonly string[];
}

/** Under which words something is counted; two with one in common count the same. */
export function countedAs(definition: Definition, measure: CountedMeasure): string[] {
  const { kind, sourceId, name, numerator, denominator } = definition;
  const words = measure === 'COMPARED' ? [denominator] : kind === 'COUNT' ? [numerator, name] : [numerator];
  return sourceId === null
    ? []
    : words
        .map(folded)
        .filter(Boolean)
        .map((it) => `${sourceId} ${it}`);
}

/** Other indicators whose numbers say something of the numbers of this one, in however many steps. */
export function linkedIndicators(
  indicatorId: string,
  definitions: readonly Definition[],
  sums: readonly StatedSum[],
): string[] {
  const neighbours = new Map<string, Set<string>>();
  const tie = (one: string, other: string): void => {
    if (one === other) return;
    neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
    neighbours.set(other, (neighbours.get(other) ?? new Set()).add(one));
  };
  for (const group of sameWords(definitions).values())
    for (const one of group)
      for (const other of group)
        if (tells(one, other)) tie(one.definition.indicatorId, other.definition.indicatorId);
  for (const sum of sums) for (const part of sum.partIds) tie(sum.indicatorId, part);
  const found = new Set([indicatorId]);
  for (const id of found) for (const next of neighbours.get(id) ?? []) found.add(next);
  found.delete(indicatorId);
  return [...found].sort();
}

/** Whether what it divides by is counted, and kept from giving people away, by another indicator. */
export function isDenominatorCounted(
  definition: Definition,
  definitions: readonly Definition[],
  sums: readonly StatedSum[],
): boolean {
  const words = new Set(countedAs(definition, 'COMPARED'));
  return (
    sums.some(
      ({ indicatorId, measure }) => indicatorId === definition.indicatorId && measure === 'COMPARED',
    ) ||
    definitions.some(
      (it) =>
        it.indicatorId !== definition.indicatorId &&
        isProtected(it) &&
        countedAs(it, 'COUNTED').some((word) => words.has(word)),
    )
  );
}

interface Quantity {
  definition: Definition;
  measure: CountedMeasure;
}

function sameWords(definitions: readonly Definition[]): Map<string, Quantity[]> {
  const groups = new Map<string, Quantity[]>();
  for (const definition of definitions)
    for (const measure of countedMeasures)
      for (const word of countedAs(definition, measure)) {
        const group = groups.get(word);
        if (group) group.push({ definition, measure });
        else groups.set(word, [{ definition, measure }]);
      }
  return groups;
}

/** A denominator everybody knows, such as the population, ties nothing together. */
function tells(one: Quantity, other: Quantity): boolean {
  if (one.measure === 'COMPARED' && other.measure === 'COMPARED')
    return one.definition.rule === 'R3' && other.definition.rule === 'R3';
  if (one.measure === other.measure) return true;
  const [counted, compared] = one.measure === 'COUNTED' ? [one, other] : [other, one];
  return isProtected(counted.definition) || compared.definition.rule === 'R3';
}

function isProtected({ rule }: Pick<Definition, 'rule'>): boolean {
  return rule !== 'R0' && rule !== 'R5';
}
