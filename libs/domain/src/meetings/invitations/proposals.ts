import type { ProposedTime } from '../../calendar';
import { formatDateTime, formatLongDate, formatPeriod, weekdayName } from '../../time';

/** `Donnerstag, 21. Januar 2027, 10:00–12:00 Uhr` or `Mittwoch, 27. Januar 2027, ganztägig`, as the house writes times. */
export function formatProposal(proposed: ProposedTime | null): string {
  if (!proposed) return 'ohne Uhrzeit';
  if ('firstDay' in proposed) {
    const { firstDay, lastDay } = proposed;
    const days = [firstDay, ...(lastDay === firstDay ? [] : [lastDay])].map(formatLongDate);
    return `${days.join(' bis ')}, ganztägig`;
  }
  const { startsAt, endsAt, unknownZone } = proposed;
  const when = endsAt
    ? formatPeriod(startsAt, endsAt)
    : `${weekdayName(startsAt)}, ${formatDateTime(startsAt)}`;
  return unknownZone ? `${when} (in der Zeitzone „${unknownZone}“, die wir nicht kennen)` : when;
}
