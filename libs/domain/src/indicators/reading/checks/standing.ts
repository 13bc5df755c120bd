import type { Period } from '../../read-value';
import type { PopulationBase } from '../../value-flags';
import { landKeys } from '../cells/area-keys';
import { firstDay, lastDay, periodOf } from '../cells/periods';

interface StatedTerritory {
  /** Two digits of the Land it holds for; null for all. */
  land: string | null;
  from: number;
  until: number;
  day: string;
}

const CENSUS_2011 = '2011-05-09';
const CENSUS_2022 = '2022-05-15';

/**
 * The boundaries and the population base values stand on, as the notes of the table say, and otherwise as the time
 * tells: without a note an area has the boundaries of the last day of its period.
 */
export class Standing {
  private readonly stated: StatedTerritory[];
  private readonly census2011: boolean;
  private readonly census2022: boolean;

  constructor(
    private readonly table: string | null,
    notes: string,
  ) {
    const words = notes.replace(/\s+/g, ' ').replace(/Ge- bietsstand/g, 'Gebietsstand');
    this.stated = statedTerritories(words);
    this.census2011 = /Zensus 2011/.test(words);
    this.census2022 = /Zensus 2022/.test(words);
  }

  territoryStatus(area: string, period: Period): string {
    const end = lastDay(period);
    const year = Number(end.slice(0, 4));
    const fits = this.stated.filter(
      ({ land, from, until }) => (land === null || area.startsWith(land)) && from <= year && year <= until,
    );
    return (fits.find(({ land }) => land !== null) ?? fits[0])?.day ?? end;
  }

  /** @returns null where the value counts no population, or was counted before the census of 2011 */
  populationBase(period: Period): PopulationBase | null {
    const { table } = this;
    if (table && /^[1-9]\d{3}[A-Z]/.test(table))
      return firstDay(period) >= CENSUS_2022 ? 'ZENSUS_2022' : 'ZENSUS_2011';
    if (table?.startsWith('12211')) return 'MIKROZENSUS';
    if (!table?.startsWith('12411')) return null;
    const day = lastDay(period);
    if (day >= CENSUS_2022) return this.census2022 ? 'ZENSUS_2022' : this.census2011 ? 'ZENSUS_2011' : null;
    return day >= CENSUS_2011 ? 'ZENSUS_2011' : null;
  }

  /** Population counted after the census of 2022, of which the file does not say by which census. */
  isBaseOpen(periods: readonly Period[]): boolean {
    if (!this.table?.startsWith('12411')) return false;
    return periods.some((period) => lastDay(period) >= CENSUS_2022 && this.populationBase(period) === null);
  }

  /** Zensus 2022 is published with noise: parts never quite make up their total. */
  isPerturbed(): boolean {
    return this.table !== null && /^[1-9]\d{3}[A-Z]/.test(this.table);
  }
}

/** "Sachsen-Anhalt (2013): Gebietsstand 01.01.2014", "für die Jahre 2012 bis 2014: Gebietsstand 31.12.2014". */
function statedTerritories(words: string): StatedTerritory[] {
  const found: StatedTerritory[] = [];
  let last = 0;
  for (let at = words.indexOf('Gebietsstand'); at >= 0; at = words.indexOf('Gebietsstand', at + 12)) {
    const told = /^Gebietsstand:? (?:vom |am )?(\d{1,2}\.\d{1,2}\.\d{4})/.exec(words.slice(at, at + 40))?.[1];
    const day = told ? periodOf(told)?.period : undefined;
    if (!day) continue;
    const before = words.slice(Math.max(0, at - 90), at);
    const near = before.slice(Math.max(before.lastIndexOf('Gebietsstand'), 0));
    const lands = Object.entries(landKeys)
      .map(([name, digits]) => ({ key: digits, at: lastWhole(near, name) }))
      .filter((it) => it.at >= 0)
      .sort((one, other) => other.at - one.at);
    const land = lands[0] ?? null;
    // "Baden-Württemberg: 1995-2010 Gebietsstand …; ab 2011 Gebietsstand …" names the Land once.
    const goesOn = land === null && /^[^:]{0,20};[^:]{0,50}$/.test(words.slice(last, at)) && found.length > 0;
    const key = land?.key ?? (goesOn ? (found.at(-1)?.land ?? null) : null);
    last = at + 12 + (told?.length ?? 0);
    const years = [...(land ? near.slice(land.at) : near).matchAll(/(?<![\d.])((?:19|20)\d{2})(?!\d)/g)].map(
      (it) => Number(it[1]),
    );
    const open = /\bab\b/.test(land ? near.slice(land.at) : near);
    const [from = 0, until = open || years.length === 0 ? 9999 : from] = years;
    found.push({ land: key, from, until, day });
  }
  return found;
}

/** Where a name stands last as a whole word: "Sachsen" is not in "Sachsen-Anhalt" nor in "Niedersachsen". */
function lastWhole(text: string, name: string): number {
  let last = -1;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + name.length] ?? ' '];
    if (!/[\p{L}-]/u.test(before) && !/[\p{L}-]/u.test(after)) last = at;
  }
  return last;
}
