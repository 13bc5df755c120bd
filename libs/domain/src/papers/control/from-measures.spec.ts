import type { MeasureStatus } from '../../measures';
import { fromMeasures } from './from-measures';

const measure = (status: MeasureStatus, title = 'Lotsen') => ({
  title,
  status,
  reason: `${title} ist ${status}.`,
});

describe('What the measures of a resolution say on it', () => {
  it('is nothing without any', () => {
    expect(fromMeasures([])).toBeNull();
  });

  it.each([
    ['OPEN', ['UNDECIDED', 'NOT_STARTED']],
    ['IN_PROGRESS', ['NOT_STARTED', 'ON_TRACK']],
    ['IN_PROGRESS', ['AT_RISK']],
    ['IN_PROGRESS', ['DONE', 'NOT_STARTED']],
    ['DELAYED', ['DONE', 'LATE']],
    ['DELAYED', ['ON_HOLD']],
    ['DELAYED', ['ENDED', 'ON_TRACK']],
    ['DONE', ['DONE', 'DONE']],
  ] as const)('is %s of %s', (state, statuses) => {
    expect(fromMeasures(statuses.map((status) => measure(status)))?.state).toBe(state);
  });

  it('gives the reason of a delay, with the name of the measure where there are several', () => {
    expect(fromMeasures([measure('LATE')])?.words).toBe('Lotsen ist LATE.');
    expect(fromMeasures([measure('LATE'), measure('DONE', 'Portal')])?.words).toBe(
      'Lotsen: Lotsen ist LATE.',
    );
  });
});
