import { Temporal } from 'temporal-polyfill';
import { berlinInstantOrNext } from './berlin-instant';
import { BERLIN, berlinFold, berlinWall } from './berlin-wall';

/** The years around today, and those in which the clocks last changed on other days than they do now. */
const YEARS = [1995, 1996, 2025, 2026];
const HOUR = 3_600_000;

/** What an independent implementation of the zone says of an instant. */
function temporal(instant: Date): { date: string; time: string; fold: string | undefined } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(BERLIN);
  const plain = zoned.toPlainDateTime();
  const [earlier, later] = (['earlier', 'later'] as const).map(
    (disambiguation) => plain.toZonedDateTime(BERLIN, { disambiguation }).epochMilliseconds,
  );
  const fold = earlier === later ? undefined : earlier === instant.getTime() ? 'earlier' : 'later';
  return { date: plain.toPlainDate().toString(), time: plain.toString().slice(11, 16), fold };
}

describe('The clock on the wall in Berlin', () => {
  it.each(YEARS)('shows in every hour of %i what Temporal counts, the double hour told apart', (year) => {
    const folds: (string | undefined)[] = [];
    const wrong: string[] = [];
    for (let at = Date.UTC(year, 0, 1, 0, 30); at < Date.UTC(year + 1, 0, 1); at += HOUR) {
      const instant = new Date(at);
      const shown = { ...berlinWall(instant), fold: berlinFold(instant) };
      const counted = temporal(instant);
      if (JSON.stringify(shown) !== JSON.stringify(counted)) wrong.push(instant.toISOString());
      if (shown.fold) folds.push(shown.fold);
    }
    expect(wrong).toEqual([]);
    expect(folds).toEqual(['earlier', 'later']);
  });

  it.each(YEARS)('is turned into the instant that Temporal means, in every hour of %i', (year) => {
    const wrong: string[] = [];
    for (let at = Date.UTC(year, 0, 1, 0, 30); at < Date.UTC(year + 1, 0, 1); at += HOUR) {
      const [date = '', time = ''] = new Date(at).toISOString().slice(0, 16).split('T');
      const counted = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(
        BERLIN,
      ).epochMilliseconds;
      if (berlinInstantOrNext({ date, time }).getTime() !== counted) wrong.push(`${date} ${time}`);
    }
    expect(wrong).toEqual([]);
  });
});
