import { forecastStep } from '.';

const none = { female: [0, 0, 0], male: [0, 0, 0] };

describe('One year of forecast', () => {
  it('makes everybody a year older, keeps the oldest together and adds the newborn by sex', () => {
    const { population, births, note } = forecastStep(
      { female: [10, 1000, 30], male: [20, 40, 60] },
      { mortality: none, migration: none, fertility: [0, 0.1, 0] },
    );
    expect(births).toBe(100);
    expect(population.female).toEqual([expect.closeTo(48.7, 9), 10, 1030]);
    expect(population.male).toEqual([expect.closeTo(51.3, 9), 20, 100]);
    expect(note).toBe('Modellrechnung');
  });

  it('takes off the dead of the age they had and adds who moved in; no age falls below zero', () => {
    const { population } = forecastStep(
      { female: [10, 20, 30], male: [1, 0, 0] },
      {
        mortality: { female: [0.5, 0.1, 0.2], male: [0, 0, 0] },
        migration: { female: [3, 2, 1], male: [0, -5, 0] },
        fertility: [0, 0, 0],
      },
    );
    expect(population.female).toEqual([3, 7, 18 + 24 + 1]);
    expect(population.male).toEqual([0, 0, 0]);
  });

  it('refuses parts that count other ages', () => {
    const year = { mortality: none, migration: none, fertility: [0, 0] };
    expect(() => forecastStep(none, year)).toThrow(RangeError);
  });
});
