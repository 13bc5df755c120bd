import type { IndicatorKind, IndicatorUnit } from '../indicators/catalogue';
import { changeOfEvents, type Direction, type RateKind } from '../indicators/formulas';
import { nameOfArea, shownPeriod, shownValue, type ValueFlag } from '../indicators';
import { type Trend, trendOf, type TrendValue } from '../indicators/viewing';
import { counted } from '../text';
import type { BriefingFigure } from './briefing-views';
import type { Contradiction } from './contradictions';

/** Tiles of a Handlungsfeld. */
export const BRIEFING_FIGURES = 4;

/** An indicator of the field with its values for the county or, where it has none, for the Land. */
export interface FigureFacts {
  id: string;
  code: string;
  name: string;
  kind: IndicatorKind;
  unit: IndicatorUnit;
  rateKind: RateKind;
  direction: Direction;
  source: string;
  areaCode: string;
  /** Empty where the area has no row of its own. */
  areaName: string;
  values: readonly (TrendValue & { flag: ValueFlag })[];
}

const places: Record<Trend['turn'], number> = { WORSE: 0, BETTER: 1, NONE: 2 };

/**
 * The newest value of each indicator with its trend in words; what has become worse or better by more than chance
 * first, then what tells of need, then the rest, each in the order of the codes.
 */
export function figuresOf(facts: readonly FigureFacts[]): BriefingFigure[] {
  const told = facts.flatMap((it) => {
    const now = it.values
      .filter(({ value }) => value !== null)
      .toSorted((a, b) => a.periodEnd.localeCompare(b.periodEnd) || a.versionNumber - b.versionNumber)
      .at(-1);
    if (!now) return [];
    const trend = trendOf(it.values, it);
    const figure: BriefingFigure = {
      id: it.id,
      code: it.code,
      name: it.name,
      area: it.areaName || nameOfArea(it.areaCode),
      value: shownValue(now.value, now.flag, it.unit),
      period: shownPeriod(now.periodKind, now.periodStart, now.periodEnd),
      source: it.source,
      trend: trend?.says ?? null,
      turn: trend?.turn ?? 'NONE',
    };
    return [{ figure, place: places[figure.turn] * 2 + (it.direction === 'CONTEXT' ? 1 : 0) }];
  });
  return told
    .toSorted((a, b) => a.place - b.place || a.figure.code.localeCompare(b.figure.code))
    .map(({ figure }) => figure);
}

/** Critical Hinweise of a field that came in the last twelve months and in the twelve before. */
export interface CriticalVoices {
  recent: number;
  before: number;
}

/**
 * Figures that got better while clearly more people complain, or worse while clearly fewer do. Both sides have to
 * be more than chance; of the voices by the same test as for events.
 */
export function figuresAgainstVoices(
  figures: readonly BriefingFigure[],
  voices: CriticalVoices | null,
  fieldId: string,
): Contradiction[] {
  if (!voices || voices.recent === voices.before) return [];
  const { recent, before } = voices;
  if (!changeOfEvents({ count: before, exposure: 1 }, { count: recent, exposure: 1 }).significant) return [];
  const more = recent > before;
  return figures
    .filter(({ turn }) => turn === (more ? 'BETTER' : 'WORSE'))
    .map(({ id, code, name, trend }) => ({
      kind: 'FIGURES_AGAINST_VOICES',
      says:
        `„${name}“ ist ${more ? 'besser' : 'schlechter'} geworden (${trend ?? ''}). Kritische Hinweise wurden dagegen ` +
        `${more ? 'mehr' : 'weniger'}: ${counted(recent, 'Hinweis', 'Hinweise')} in den letzten 12 Monaten statt ${before} davor.`,
      sides: [
        { label: code, path: `/daten/indikatoren/${id}` },
        { label: 'Handlungsfeld', path: `/planung/handlungsfelder/${fieldId}#feld-stimmen` },
      ],
    }));
}
