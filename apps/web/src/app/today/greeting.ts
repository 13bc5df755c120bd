import { berlinWall } from '@runder-tisch/domain/time';

/** "Guten Morgen, Anna Berg": by the clock of Berlin, whatever the device says. */
export function greeting(name: string, now: Date): string {
  const hour = Number(berlinWall(now).time.slice(0, 2));
  const words =
    hour < 11 && hour >= 4 ? 'Guten Morgen' : hour >= 18 || hour < 4 ? 'Guten Abend' : 'Guten Tag';
  return name ? `${words}, ${name}` : words;
}
