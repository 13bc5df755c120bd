import { systemViewer } from '../../src/access/viewer';
import { Clock } from '../../src/clock';
import { Database } from '../../src/database/database';
import type { TestApp } from '../test-app';
import { type NewObservation, type Recorded, recordObservations } from './observations';
import { releasedAsTold } from './released-as-told';

/** One value of the county on 31.12.2015 unless told otherwise, to be published. */
export type ToldValue = Pick<NewObservation, 'indicatorId' | 'versionId'> & Partial<NewObservation>;

/** Records values as an import will, without a file. */
export function recordValues(app: TestApp, ...values: ToldValue[]): Promise<Recorded> {
  const whole = values.map((told): NewObservation => ({
    keyKind: told.areaCode?.length === 8 ? 'AGS' : 'KREIS',
    areaCode: '15082',
    periodKind: 'DAY',
    periodStart: told.periodEnd ?? '2015-12-31',
    periodEnd: '2015-12-31',
    dimensions: '',
    value: 1,
    valueFlag: 'OK',
    quality: '',
    numerator: null,
    denominator: null,
    territoryStatus: '2015-12-31',
    populationBase: 'ZENSUS_2011',
    disclosure: 'PUBLISHABLE',
    sourceId: null,
    importId: null,
    line: null,
    ...told,
  }));
  return app.get(Database).write(systemViewer, 'observations.record', async (tx) => {
    const now = app.get(Clock).now();
    const recorded = await recordObservations(tx, whole, now);
    await releasedAsTold(
      tx,
      whole.map(({ indicatorId }) => indicatorId),
      now,
    );
    return recorded;
  });
}
