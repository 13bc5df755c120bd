/** By single years of age from 0; the last stands for this age and all above. */
export interface Population {
  female: readonly number[];
  male: readonly number[];
}

export interface ForecastYear {
  /** Chance to die within the year, by age and sex at its beginning. */
  mortality: Population;
  /** Balance of migration in persons, by age at the end of the year; those of age 0 are the newborn. */
  migration: Population;
  /** Births in the year per woman, by age at its beginning. */
  fertility: readonly number[];
}

/** Of a hundred newborn so many are boys; the long-standing proportion in Germany. */
export const shareOfBoys = 0.513;

export interface Forecast {
  population: Population;
  births: number;
  /** Wherever it is shown: our own calculation, not an official result. */
  note: 'Modellrechnung';
}

/**
 * One year of the cohort-component method: P(a+1, t+1) = P(a, t)·(1 − q(a)) + M, births B = Σ f(a)·P(a, women).
 * The open last age takes in those who reach it and those who stay in it. No age falls below zero.
 * Where the Statistisches Landesamt has published a forecast, that one is used.
 * @throws RangeError where the ages of the parts do not match
 */
export function forecastStep(now: Population, year: ForecastYear): Forecast {
  const ages = now.female.length;
  const rows = [
    now.male,
    year.mortality.female,
    year.mortality.male,
    year.migration.female,
    year.migration.male,
    year.fertility,
  ];
  if (ages < 2 || rows.some((it) => it.length !== ages)) throw new RangeError('Ages do not match');
  const births = now.female.reduce((sum, women, age) => sum + women * (year.fertility[age] ?? 0), 0);
  const aged = (sex: 'female' | 'male', newborn: number): number[] => {
    const survivors = now[sex].map((persons, age) => persons * (1 - (year.mortality[sex][age] ?? 0)));
    return survivors.map((staying, age) => {
      const arriving = age === 0 ? newborn : (survivors[age - 1] ?? 0);
      const stays = age === ages - 1 ? staying : 0;
      return Math.max(0, arriving + stays + (year.migration[sex][age] ?? 0));
    });
  };
  return {
    population: {
      female: aged('female', births * (1 - shareOfBoys)),
      male: aged('male', births * shareOfBoys),
    },
    births,
    note: 'Modellrechnung',
  };
}
