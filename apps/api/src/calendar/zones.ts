import windowsZones from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' };
import { Temporal } from 'temporal-polyfill';
import { BERLIN } from '@runder-tisch/domain/time';

/** `W. Europe Standard Time` and its like, as Outlook and Exchange call zones (CLDR, Unicode). */
const byWindowsName = new Map(
  windowsZones.supplemental.windowsZones.mapTimezones
    .filter(({ mapZone }) => mapZone._territory === '001')
    .map(({ mapZone }) => [mapZone._other.toLowerCase(), mapZone._type]),
);
const zones = Intl.supportedValuesOf('timeZone');
/** `berlin` is Europe/Berlin, as Outlook lists cities behind an offset. */
const byCity = new Map(
  zones.map((zone) => [
    zone
      .slice(zone.lastIndexOf('/') + 1)
      .replaceAll('_', ' ')
      .toLowerCase(),
    zone,
  ]),
);
const NAME_MOST = 200;

/**
 * The zone (IANA) that a `TZID` means: its own name, behind a path such as Thunderbird's, a Windows name, one of
 * the cities of a label such as `(UTC+01:00) Amsterdam, Berlin`. Null where nobody knows it.
 */
export function zoneNamed(tzid: string): string | null {
  const name = tzid.trim();
  if (name.length > NAME_MOST) return null;
  // A second zone of one name gets a number behind it.
  const plain = name.replace(/ \d{1,3}$/, '').toLowerCase();
  return (
    iana(name) ??
    byWindowsName.get(plain) ??
    iana(name.split('/').slice(-2).join('/')) ??
    iana(name.split('/').slice(-3).join('/')) ??
    (/\/utc$/i.test(name) ? 'UTC' : null) ??
    (/^(mitteleurop|mez|mesz)/i.test(name) ? BERLIN : null) ??
    cityIn(plain)
  );
}

function iana(name: string): string | null {
  try {
    Temporal.PlainDate.from('2027-01-01').toZonedDateTime(name);
    return name;
  } catch {
    return null;
  }
}

function cityIn(label: string): string | null {
  const places = label.replace(/^\([^)]{0,40}\)/, '').split(',');
  return places.map((place) => byCity.get(place.trim())).find((zone) => zone !== undefined) ?? null;
}
