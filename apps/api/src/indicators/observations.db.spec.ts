import { type TestDatabase, testDatabase } from '../../test/test-database';

interface Row {
  key_kind?: string;
  area_code?: string;
  value?: number | null;
  value_flag?: string;
  dimensions?: string;
  denominator?: number | null;
  territory_status?: string | null;
  superseded_at?: string | null;
  period_start?: string;
}

describe('A value in the database', () => {
  let database: TestDatabase;
  let day = 1;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  /** The constraint that refuses it, or 'taken'. */
  async function written(row: Row): Promise<string> {
    const told = {
      key_kind: 'KREIS',
      area_code: '15082',
      value: 1,
      value_flag: 'OK',
      dimensions: '',
      denominator: null,
      territory_status: '2015-12-31',
      superseded_at: null,
      period_start: `2001-01-01`,
      ...row,
    };
    try {
      await database.rows(
        `insert into observation (id, indicator_id, version_id, recorded_at, superseded_at, period_start, period_end, territory_status,
           period_kind, key_kind, area_code, dimensions, value_flag, value, denominator)
         select gen_random_uuid(), id, current_version_id, '2026-01-02', $1, $2, date '2001-01-01' + $3::int, $4, 'DAY', $5, $6, $7, $8, $9, $10
         from indicator where code = 'DEM-01'`,
        [
          told.superseded_at,
          told.period_start,
          day++,
          told.territory_status,
          told.key_kind,
          told.area_code,
          told.dimensions,
          told.value_flag,
          told.value,
          told.denominator,
        ],
      );
      return 'taken';
    } catch (refused) {
      return (refused as { constraint?: string }).constraint ?? String(refused);
    }
  }

  it('is a number exactly where its flag has one', async () => {
    expect(await written({ value: null })).toBe('observation_value');
    expect(await written({ value: 5, value_flag: 'SUPPRESSED_PRIMARY' })).toBe('observation_value');
    expect(await written({ value: 5, value_flag: 'NAN' })).toBe('observation_value');
    expect(await written({ value: 5, value_flag: 'ZERO' })).toBe('observation_zero');
    expect(await written({ value: null, value_flag: 'UNRELIABLE' })).toBe('taken');
    expect(await written({ value: 5, value_flag: 'UNRELIABLE' })).toBe('taken');
    expect(await written({ value: null, value_flag: 'NOT_YET_AVAILABLE' })).toBe('taken');
  });

  it('names its area by a key of its kind, leading zeros and all', async () => {
    expect(await written({ key_kind: 'AGS', area_code: '1001000' })).toBe('observation_area');
    expect(await written({ key_kind: 'AGS', area_code: '01001000' })).toBe('taken');
    expect(await written({ key_kind: 'LAND', area_code: '15082' })).toBe('observation_area');
    expect(await written({ key_kind: 'GERMANY', area_code: 'DG' })).toBe('taken');
    expect(await written({ key_kind: 'ARS', area_code: '150820005005' })).toBe('taken');
    expect(await written({ key_kind: 'STERN', area_code: '15082' })).toBe('observation_area');
  });

  it('says the territory status of a rate, has its days in order and a breakdown that can be read', async () => {
    expect(await written({ denominator: 10, territory_status: null })).toBe('observation_rate');
    expect(await written({ period_start: '2030-01-01' })).toBe('observation_period');
    expect(await written({ superseded_at: '2025-01-01' })).toBe('observation_times');
    expect(await written({ dimensions: 'GES' })).toBe('observation_dimensions_check');
    expect(await written({ dimensions: 'GES=M;ALT=U18' })).toBe('taken');
  });

  it('is the only current one of its place, time and breakdown', async () => {
    expect(await written({ area_code: '15001' })).toBe('taken');
    day -= 1;
    expect(await written({ area_code: '15001' })).toBe('observation_current');
    day -= 1;
    expect(await written({ area_code: '15001', superseded_at: '2026-02-01' })).toBe('taken');
  });

  it('tells of a definition, a source and an import there are, and keeps them from being deleted', async () => {
    const refused = async (text: string) =>
      database.rows(text).then(
        () => 'taken',
        (error: unknown) => (error as { constraint?: string }).constraint,
      );
    await database.rows(
      `select set_config('rt.actor', 'test', false), set_config('rt.use_case', 'test', false), set_config('rt.request_id', 'test', false)`,
    );
    expect(await written({ area_code: '15003' })).toBe('taken');
    await database.rows(
      `insert into data_import (id, file_name, sha256, state, by_name, created_at)
       values ('0190a1b2-0000-7000-8000-000000000001', 'a.csv', '', 'CHECKED', 'Planung (Demo)', '2026-01-02')`,
    );
    await database.rows(
      `insert into data_source (id, code, name) values ('0190a1b2-0000-7000-8000-000000000002', 'AMT_DEMO', 'Amt (Demo)')`,
    );
    const of = `from indicator where code = 'DEM-01'`;
    const point = (set: string) => refused(`update observation set ${set} where area_code = '15003'`);
    expect(await point(`version_id = (select id ${of})`)).toBe('observation_version');
    expect(await point(`source_id = (select id ${of})`)).toBe('observation_source');
    expect(await point(`import_id = (select id ${of})`)).toBe('observation_import');
    const known = `source_id = '0190a1b2-0000-7000-8000-000000000002', import_id = '0190a1b2-0000-7000-8000-000000000001'`;
    expect(await point(known)).toBe('taken');
    expect(await refused('delete from data_import')).toBe('observation_import');
    expect(
      await refused(
        `update indicator_version set id = gen_random_uuid() where id = (select current_version_id ${of})`,
      ),
    ).toBe('observation_version');
    expect(await refused(`delete from data_source where code = 'AMT_DEMO'`)).toBe('observation_source');
  });

  it('is counted by period, and no longer once it is superseded', async () => {
    const counted = async () =>
      (
        await database.rows<{ areas: number }>(
          `select areas from indicator_period where key_kind = 'REGION' and period_end = '2020-06-01'`,
        )
      ).map((it) => it.areas);
    const insert = (code: string) =>
      database.rows(
        `insert into observation (id, indicator_id, version_id, recorded_at, period_start, period_end, period_kind, key_kind, area_code, value_flag, value)
         select gen_random_uuid(), id, current_version_id, '2026-01-02', '2020-06-01', '2020-06-01', 'DAY', 'REGION', $1, 'OK', 1 from indicator where code = 'DEM-01'`,
        [code],
      );
    await insert('151');
    await insert('152');
    expect(await counted()).toEqual([2]);
    await database.rows(`update observation set superseded_at = '2026-03-01' where area_code = '151'`);
    expect(await counted()).toEqual([1]);
    await database.rows(`delete from observation where area_code = '152'`);
    expect(await counted()).toEqual([]);
  });
});
