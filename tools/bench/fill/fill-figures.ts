import { key, lot } from './keys';

/** What the tables of ten years leave behind: a million values of ninety indicators, for every Kreis and our municipalities. */
const KREISE = 434;
const YEARS = 25;
const LAST_YEAR = 2024;
const GROUPS = [0, 3, 6, 10, 15, 18, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 75];

/** Never more than a million: at ten times the size there are more Hinweise, not more Kreise. */
export function figures(scale: number): string[] {
  const part = Math.min(1, scale);
  const kreise = Math.round(KREISE * part);
  const years = Math.max(3, Math.round(YEARS * part));
  const areas = `(
    select 'DG' as code, 'GERMANY' as kind union all select '15', 'LAND' union all select '15082', 'KREIS'
    union all select ags, 'AGS' from municipality
    union all select (30000 + n)::text, 'KREIS' from generate_series(1, ${kreise}) as n) area`;
  const year = `generate_series(${LAST_YEAR - years + 1}, ${LAST_YEAR}) as year`;
  const day = `make_date(year, 12, 31)`;
  const columns = `id, indicator_id, version_id, recorded_at, superseded_at, period_start, period_end, territory_status, period_kind, key_kind,
    area_code, dimensions, value_flag, population_base, value, numerator, denominator`;
  const value = (dimensions: string, recorded: string, superseded: string): string => {
    const name = `(indicator.code || area.code || year || ${dimensions} || ${recorded}::date)`;
    const above = `(5 + ${lot('observation', name, 900)})`;
    const rate = `known.kind = 'RATE'`;
    return `${key('observation', name)}, indicator.id, known.id, ${recorded}, ${superseded},
      case when known.period_kind in ('DAY', 'CENSUS') then ${day} else make_date(year, 1, 1) end, ${day}, ${day}, known.period_kind, area.kind,
      area.code, ${dimensions}, 'OK', case when year >= 2011 then 'ZENSUS_2011' end,
      case when ${rate} then round(${above} * known.factor / 1000, 6) else ${above} end, case when ${rate} then ${above} end, case when ${rate} then 1000 end`;
  };
  const of = `indicator join indicator_version known on known.id = indicator.current_version_id`;
  const written = `(make_date(year + 1, 9, 1))::timestamptz`;
  return [
    `insert into observation (${columns}) select ${value(`''`, written, 'null::timestamptz')} from ${of} cross join ${areas} cross join ${year}`,
    // One in twenty was corrected, and what stood there before is still there.
    `insert into observation (${columns}) select ${value(`''`, `(${written} - interval '60 days')`, written)}
     from ${of} cross join ${areas} cross join ${year} where ${lot('corrected', '(indicator.code || area.code || year)', 20)} = 0`,
    // The population by age and sex, of which everything is computed.
    `insert into observation (${columns}) select ${value('cell.dimensions', written, 'null::timestamptz')}
     from ${of} cross join ${areas} cross join ${year} cross join (
       select 'ALT=' || span || sex as dimensions from unnest(array[${spans().join(',')}]) as span cross join unnest(array['', ';GES=M', ';GES=W']) as sex) cell
     where indicator.code = 'DEM-01' and left(area.code, 5) = '15082'`,
    `select count_indicator_periods(array(select id from indicator))`,
  ];
}

function spans(): string[] {
  return GROUPS.map((from, at) => (GROUPS[at + 1] ? `'${from}-${GROUPS[at + 1]}'` : `'${from}+'`));
}
