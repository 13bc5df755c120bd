import { openItem, readClock, stopClock, stoppedClock, usedTime } from './item-clock';

const minute = 60_000;

describe('The clock of the agenda', () => {
  it('adds up what was spent on an item, also when the round comes back to it', () => {
    let clock = openItem(stoppedClock, 'a', 0, true);
    clock = openItem(clock, 'b', 10 * minute, true);
    clock = openItem(clock, 'a', 15 * minute, true);
    expect(usedTime(clock, 'a', 18 * minute)).toBe(13 * minute);
    expect(usedTime(clock, 'b', 18 * minute)).toBe(5 * minute);
  });

  it('stands while the session does not run', () => {
    expect(usedTime(openItem(stoppedClock, 'a', 0, false), 'a', minute)).toBe(0);
    const stopped = stopClock(openItem(stoppedClock, 'a', 0, true), 3 * minute);
    expect(usedTime(stopped, 'a', 9 * minute)).toBe(3 * minute);
  });

  it('counts what lies outside the agenda apart', () => {
    const clock = openItem(openItem(stoppedClock, null, 0, true), 'a', 2 * minute, true);
    expect([usedTime(clock, null, 3 * minute), usedTime(clock, 'a', 3 * minute)]).toEqual([
      2 * minute,
      minute,
    ]);
  });

  it('goes on after a reload and starts over where nothing readable was kept', () => {
    const clock = openItem(openItem(stoppedClock, 'a', 0, true), 'b', minute, true);
    expect(usedTime(readClock(JSON.stringify(clock)), 'b', 4 * minute)).toBe(3 * minute);
    for (const broken of [null, '', '{', '[]', '{"used":{"a":"x"}}', '7'])
      expect(readClock(broken)).toEqual(stoppedClock);
  });
});
