import ICAL from 'ical.js';

/** The zone a calendar declares under a name of its own; null where it declares none of this name. */
export type DeclaredZones = (tzid: string) => ICAL.Timezone | null;

export function declaredZones(calendar: ICAL.Component): DeclaredZones {
  const declared = calendar.getAllSubcomponents('vtimezone');
  const known = new Map<string, ICAL.Timezone | null>();
  return (tzid) => {
    if (!known.has(tzid)) {
      const zone = declared.find((it) => it.getFirstPropertyValue('tzid') === tzid);
      if (zone && !isOrdinary(zone)) throw new Error('A zone that no calendar writes.');
      known.set(tzid, zone ? new ICAL.Timezone({ component: zone, tzid }) : null);
    }
    return known.get(tzid) ?? null;
  };
}

/** A zone is worked out year by year; one whose clocks change each second would keep the server busy for days. */
function isOrdinary(zone: ICAL.Component): boolean {
  const observances = zone.getAllSubcomponents();
  const rules = observances.flatMap((it) => it.getAllProperties('rrule'));
  const dates = observances.flatMap((it) =>
    it.getAllProperties('rdate').flatMap((date) => date.getValues() as unknown[]),
  );
  return (
    observances.length <= 200 &&
    rules.length <= 8 &&
    dates.length <= 200 &&
    rules.every((it) => onceAYear(it.getFirstValue())) &&
    observances.every((it) => yearOf(it.getFirstPropertyValue('dtstart')) >= 1600)
  );
}

function yearOf(value: unknown): number {
  return value instanceof ICAL.Time ? value.year : 0;
}

/** One day of one month, as "the last Sunday of March", however it is said. */
function onceAYear(rule: unknown): boolean {
  if (!(rule instanceof ICAL.Recur) || rule.freq !== 'YEARLY') return false;
  const most: Record<string, number> = { BYMONTH: 1, BYDAY: 1, BYMONTHDAY: 7 };
  return Object.entries(rule.parts as Record<string, unknown[]>).every(
    ([name, values]) => values.length <= (most[name] ?? 0),
  );
}
