import { calendarUid, type CalendarDay } from '@runder-tisch/domain/calendar';
import {
  type CalendarDelivery,
  deliveryStateLabels,
  type InterfaceDirection,
} from '@runder-tisch/domain/data-requests';
import { type Day, formatDate } from '@runder-tisch/domain/time';

interface Agreement {
  id: string;
  partner: string;
  name: string;
  direction: InterfaceDirection;
  version: number;
}

interface Written {
  today: Day;
  instanceHost: string;
  publicUrl: string;
}

/**
 * One expected delivery for other calendars. No day of an agreement belongs to two of its periods, so the last one
 * tells them apart whatever the rhythm becomes; the version of the agreement rises with each change of its days.
 */
export function deliveryDay(it: Agreement, date: CalendarDelivery, written: Written): CalendarDay {
  const gives = it.direction === 'FROM_PLANNING';
  const url = new URL(`/planung/schnittstellen/${it.id}`, written.publicUrl).href;
  const numbers = date.requests.map(({ number }) => number).join(', ');
  return {
    uid: calendarUid(`${it.id}-${date.endsOn}`, written.instanceHost),
    sequence: it.version,
    day: date.dueOn,
    title: gives ? `Zu geben an ${it.partner}: ${it.name}` : `Lieferung von ${it.partner}: ${it.name}`,
    description: [
      `Zeitraum: ${date.label}`,
      `Stand ${formatDate(written.today)}: ${deliveryStateLabels[date.state]}`,
      numbers && `Anforderung: ${numbers}`,
      url,
    ]
      .filter(Boolean)
      .join('\n'),
    url,
  };
}
