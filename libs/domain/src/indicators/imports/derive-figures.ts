import { times } from '../reading/notices';
import type { ReadingNotice, ReadValue } from '../read-value';
import type { IndicatorUnit, PeriodKind } from '../catalogue/indicator-words';
import type { ValueFlag } from '../value-flags';
import { Denominators } from './denominators';
import {
  type CellChoice,
  type Derivation,
  derivationsFor,
  isPopulationTable,
  populationTable,
} from './derivations';
import { type Counted, type Figure, periodAs, rateOf, sumOf, waitingRate } from './figure';
import { refuseOtherUnit } from './kept-checks';
import { dayOfDenominator, outsideDenominator, refuseOtherTerritory } from './outside-denominators';
import { type AgeSpan, coverOf, dimensionsOf, type TableCell, tableCell } from './table-cell';

/** What an indicator's present definition says about its values. */
export interface IndicatorFacts {
  periodKind: PeriodKind;
  factor: number | null;
  unit: IndicatorUnit;
}

interface Use {
  derivation: Derivation;
  part: 'value' | 'numerator' | 'denominator';
  choice: CellChoice;
}

/** What one series of the table is used for; looked up once, asked a million times. */
interface Plan {
  /** Dimensions of DEM-01; null where the series is no population. */
  kept: string | null;
  uses: readonly Use[];
  ages: AgeSpan | null;
}

interface Group {
  about: ReadValue;
  cells: (Counted & { plan: Plan; line: number; quality: string | null })[];
}

/** Which days of the population a table needs, so that they are loaded before it is worked out. */
export function populationDays(
  table: string | null,
  periods: readonly Pick<ReadValue, 'period' | 'periodKind'>[],
  indicators: ReadonlyMap<string, IndicatorFacts>,
): string[] {
  const days = new Set<string>();
  for (const derivation of derivationsFor(table)) {
    const facts = indicators.get(derivation.indicator);
    if (!facts || !derivation.denominator || Array.isArray(derivation.denominator)) continue;
    for (const read of periods) {
      const period = periodAs(facts.periodKind, read, derivation.schoolYear);
      if (period) days.add(dayOfDenominator(derivation, period));
    }
  }
  return [...days].sort();
}

/**
 * Turns the cells of one official table into values of indicators. Cells of the population are kept by age, sex and
 * nationality; everything else only as far as a derivation knows it.
 */
export class FigureDerivation {
  readonly notices: ReadingNotice[] = [];
  /** Cells of the table that belong to no indicator. */
  unused = 0;
  private readonly chosen: readonly Derivation[];
  private readonly plans = new WeakMap<object, Plan>();
  private readonly groups = new Map<string, Group>();
  private readonly missing = new Map<string, Set<string>>();
  private readonly population: boolean;

  constructor(
    table: string | null,
    private readonly indicators: ReadonlyMap<string, IndicatorFacts>,
    private readonly denominators: Denominators,
  ) {
    this.chosen = derivationsFor(table).filter((it) => indicators.has(it.indicator));
    this.population = isPopulationTable(table) && indicators.has(populationTable.indicator);
  }

  /** Whether anything of the table is known at all. */
  get knows(): boolean {
    return this.chosen.length > 0 || this.population;
  }

  /** @throws RefusedTable where territory status or base of numerator and denominator differ (I8) */
  *figures(values: Iterable<ReadValue>): Generator<Figure> {
    for (const read of values) {
      const plan = this.planOf(read);
      if (plan.kept === null && plan.uses.length === 0) {
        this.unused += 1;
        continue;
      }
      if (plan.kept !== null) {
        const kept = this.figureOf(read, populationTable.indicator, read, plan.kept);
        if (kept) yield kept;
      }
      if (plan.uses.length > 0) this.keep(read, plan);
    }
    for (const group of this.groups.values()) yield* this.computed(group);
    this.tell();
  }

  private planOf(read: ReadValue): Plan {
    let plan = this.plans.get(read.dimensions);
    if (!plan) {
      const cell = tableCell(read.dimensions);
      const counts =
        populationTable.measures.includes(read.measure) || read.measureCode === populationTable.code;
      plan = {
        kept: this.population && counts ? dimensionsOf(cell) : null,
        uses: this.chosen.flatMap((derivation) => usesOf(derivation, read, cell)),
        ages: cell.ages,
      };
      for (const { part, derivation } of plan.uses) {
        const unit = this.indicators.get(derivation.indicator)?.unit;
        if (part === 'value' && unit) refuseOtherUnit(read, derivation.indicator, unit);
      }
      this.plans.set(read.dimensions, plan);
    }
    return plan;
  }

  private keep(read: ReadValue, plan: Plan): void {
    const at = `${read.area}|${read.period}`;
    let group = this.groups.get(at);
    if (!group) this.groups.set(at, (group = { about: read, cells: [] }));
    const value = read.value === null ? null : read.value * read.factor;
    group.cells.push({ plan, value, flag: read.flag, line: read.line, quality: read.quality });
  }

  private *computed({ about, cells }: Group): Generator<Figure> {
    const done = new Set<string>();
    for (const derivation of this.chosen) {
      // What is computed comes before what is only published.
      if (done.has(derivation.indicator)) continue;
      const of = (part: Use['part'], choices: readonly CellChoice[]) =>
        chosenSum(cells, derivation, part, choices);
      if (derivation.value) {
        const value = of('value', [derivation.value]);
        const figure = value && this.figureOf(about, derivation.indicator, value, '', derivation);
        if (!figure) continue;
        done.add(derivation.indicator);
        yield { ...figure, line: value.line };
        continue;
      }
      const { numerator, denominator } = derivation;
      const above = numerator ? of('numerator', numerator) : null;
      if (!above || !denominator) continue;
      const facts = this.indicators.get(derivation.indicator);
      const period = facts && periodAs(facts.periodKind, about, derivation.schoolYear);
      if (!facts || !period) continue;
      const inTable = isList(denominator) ? of('denominator', denominator) : null;
      const below = isList(denominator)
        ? inTable && {
            ...inTable,
            territoryStatus: about.territoryStatus,
            populationBase: about.populationBase,
          }
        : this.outside(derivation, about, period);
      if (!below && isList(denominator)) continue;
      if (below && !isList(denominator))
        refuseOtherTerritory(about, below.territoryStatus, derivation.indicator);
      const { value, flag } = below ? rateOf(above, below, facts.factor ?? 1) : waitingRate(above);
      const figure = this.figureOf(about, derivation.indicator, { value, flag }, '', derivation);
      if (!figure) continue;
      done.add(derivation.indicator);
      yield {
        ...figure,
        numerator: value === null ? null : above.value,
        keptNumerator: isList(denominator) ? null : { value: above.value, flag: above.flag },
        denominator: value === null ? null : (below?.value ?? null),
        populationBase: below?.populationBase ?? null,
        line: above.line,
      };
    }
  }

  private outside(
    derivation: Derivation,
    { area }: ReadValue,
    period: Pick<Figure, 'periodStart' | 'periodEnd'>,
  ) {
    const day = dayOfDenominator(derivation, period);
    const found = outsideDenominator(derivation, this.denominators, area, day);
    const { indicator } = derivation;
    if (!found && /^15\d{3}$|^15\d{6}$/.test(area))
      this.missing.set(indicator, (this.missing.get(indicator) ?? new Set()).add(day));
    return found;
  }

  private figureOf(
    read: ReadValue,
    indicator: string,
    counted: { value: number | null; flag: ValueFlag },
    dimensions: string,
    derivation?: Derivation,
  ): Figure | null {
    const facts = this.indicators.get(indicator);
    const period = facts && periodAs(facts.periodKind, read, derivation?.schoolYear);
    if (!period) return null;
    return {
      indicator,
      areaCode: read.area,
      keyKind: read.keyKind === 'ARS' ? 'AGS' : read.keyKind,
      ...period,
      dimensions,
      value: counted.value,
      flag: counted.flag,
      quality: derivation?.quality ?? read.quality ?? '',
      numerator: null,
      keptNumerator: null,
      denominator: null,
      territoryStatus: read.territoryStatus,
      populationBase: read.populationBase,
      line: read.line,
    };
  }

  private tell(): void {
    for (const [indicator, days] of this.missing)
      this.notices.push({
        kind: 'warning',
        code: 'denominator-missing',
        says: `${indicator} lässt sich nicht überall berechnen: Für ${times([...days])} fehlt, wodurch geteilt wird. Der Zähler bleibt da, und sobald die Bevölkerung nach Altersgruppen eingelesen ist (Tabelle 12411), wird die Quote von selbst gebildet.`,
        line: null,
      });
    if (this.unused > 0)
      this.notices.push({
        kind: 'note',
        code: 'not-used',
        says: `${this.unused === 1 ? 'Ein Wert der Datei gehört' : `${this.unused.toLocaleString('de-DE')} Werte der Datei gehören`} zu keinem Indikator des Katalogs und ${this.unused === 1 ? 'bleibt' : 'bleiben'} in der Datei.`,
        line: null,
      });
  }
}

function isList(denominator: Derivation['denominator']): denominator is readonly CellChoice[] {
  return Array.isArray(denominator);
}

function usesOf(derivation: Derivation, { measure }: ReadValue, cell: TableCell): Use[] {
  const of = (part: Use['part'], choices: readonly CellChoice[]): Use[] =>
    choices.filter((choice) => fits(choice, measure, cell)).map((choice) => ({ derivation, part, choice }));
  const { value, numerator, denominator } = derivation;
  return [
    ...of('value', value ? [value] : []),
    ...of('numerator', numerator ?? []),
    ...of('denominator', isList(denominator) ? denominator : []),
  ];
}

/** A choice without ages wants the cell of all ages; one with ages every cell that lies within them. */
function fits(choice: CellChoice, measure: string, cell: TableCell): boolean {
  if (choice.measure !== measure || cell.sex !== null) return false;
  if ((choice.nationality ?? null) !== cell.nationality) return false;
  if ([...(choice.labels ?? [])].sort().join('|') !== cell.labels.join('|')) return false;
  if (!choice.ages) return cell.ages === null;
  if (!cell.ages) return false;
  const [from, to] = choice.ages;
  return cell.ages.from >= from && (cell.ages.to ?? Infinity) <= (to ?? Infinity);
}

/** The sum of the chosen cells; null where one of the choices is not in this row of the table. */
function chosenSum(
  cells: Group['cells'],
  derivation: Derivation,
  part: Use['part'],
  choices: readonly CellChoice[],
): (Counted & { line: number }) | null {
  const parts: (Counted & { minus: boolean; line: number })[] = [];
  for (const choice of choices) {
    const found = cells.filter(({ plan }) =>
      plan.uses.some((use) => use.derivation === derivation && use.part === part && use.choice === choice),
    );
    const taken = choice.ages
      ? coverOf(
          found.flatMap((cell) => (cell.plan.ages ? [{ ...cell, ages: cell.plan.ages }] : [])),
          { from: choice.ages[0], to: choice.ages[1] },
        )
      : found.slice(0, 1);
    if (!taken || taken.length === 0) return null;
    parts.push(
      ...taken.map(({ value, flag, line }) => ({ value, flag, line, minus: choice.minus ?? false })),
    );
  }
  return { ...sumOf(parts), line: parts[0]?.line ?? 1 };
}
