import { counted } from '../../text';

/** From how many hours a year on a load is marked, where nobody chose another number. */
export const LOAD_HOURS = 40;
export const LOAD_HOURS_MOST = 2000;

/** The most rows a file of seats or of the load has. */
export const STRUCTURE_EXPORTED = 5000;

/** Hours to half an hour, as they are shown: 750 minutes are 12.5. */
export function halfHours(minutes: number): number {
  return Math.round(minutes / 30) / 2;
}

/** Hours a year in words, to half an hour: "12,5 Stunden". */
export function hoursWords(minutes: number): string {
  const hours = halfHours(minutes);
  if (hours === 1) return '1 Stunde';
  return `${String(hours).replace('.', ',')} Stunden`;
}

/** Whether the hours of a year reach the mark. */
export function isHeavy({ minutes }: { minutes: number }, hours: number): boolean {
  return minutes >= hours * 60;
}

/** "3 Gremien, 8 Sitzungen, 16 Stunden im Jahr" */
export function loadSentence(load: { bodies: number; sessions: number; minutes: number }): string {
  return `${counted(load.bodies, 'Platz', 'Plätze')}, ${counted(load.sessions, 'Sitzung', 'Sitzungen')}, ${hoursWords(load.minutes)} im Jahr`;
}
