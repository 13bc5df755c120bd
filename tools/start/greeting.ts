export interface SignInLink {
  role: string;
  name: string;
  url: string;
}

export interface Greeting {
  url: string;
  demo: boolean;
  links: readonly SignInLink[];
  setUp: string | null;
  mailLeaves: boolean;
}

/** What stands in the terminal once everything runs. */
export function greeting({ url, demo, links, setUp, mailLeaves }: Greeting): string {
  const lines = ['', `Runder Tisch ist bereit: ${url}`];
  if (setUp) lines.push('', 'Einrichten (dieser Link gilt einmal):', `  ${setUp}`);
  if (links.length > 0) {
    const width = Math.max(...links.map(({ role, name }) => `${role} · ${name}`.length));
    lines.push(
      '',
      'Anmelden in der Demo (jeder Link gilt einmal, 24 Stunden lang; jeder Start druckt neue):',
    );
    for (const link of links) lines.push(`  ${`${link.role} · ${link.name}`.padEnd(width)}  ${link.url}`);
  }
  if (demo) lines.push('', 'Alles hier ist erfunden. Mit eigenen Daten beginnen: npm start -- --empty');
  if (!mailLeaves)
    lines.push('Solange SMTP_URL fehlt, verlässt keine Mail das Haus; sie liegen auf der Seite Postausgang.');
  lines.push('Beenden mit Strg+C.', '');
  return lines.join('\n');
}
