import { counted } from '@runder-tisch/domain/text';

/** What the button says that sends. */
export function sendLabel(invitees: number): string {
  return invitees === 0 ? 'Einladungen senden' : `${counted(invitees, 'Einladung', 'Einladungen')} senden`;
}

/** What the button says that makes the dates of a series. */
export function seriesLabel(dates: number): string {
  return dates === 0 ? 'Termine anlegen' : `${counted(dates, 'Termin', 'Termine')} anlegen`;
}
