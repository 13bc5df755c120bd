const hourFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** "Guten Morgen, Anna Berg": by the clock of Berlin, whatever the device says. */
export function greeting(name: string, now: Date): string {
  const hour = Number(hourFormat.format(now));
  const words =
    hour < 11 && hour >= 4 ? 'Guten Morgen' : hour >= 18 || hour < 4 ? 'Guten Abend' : 'Guten Tag';
  return name ? `${words}, ${name}` : words;
}
