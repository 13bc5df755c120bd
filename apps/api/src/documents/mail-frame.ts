/** What stands around the text of a mail: who writes, and why one gets it. */
export interface MailFrame {
  /** The county as the settings name it. */
  readonly countyName: string;
  /** Six hex digits with `#`; the accent of the house when absent or unreadable. */
  readonly accent?: string;
  /** Absolute address of the logo; width and height as shown. */
  readonly logo?: { readonly url: string; readonly width: number; readonly height: number };
  /** "Anna Beispiel, Netzwerkkoordination" */
  readonly sender?: string;
  /** "Sie erhalten diese Mail, weil Sie im Netzwerk Frühe Hilfen mitarbeiten." */
  readonly why: string;
  readonly publicUrl: string;
  /** First words shown beside the subject in a list of mails. */
  readonly preview?: string;
}

/** The lines that close the plain-text part, see `asText(content, { footer })`. */
export function mailFooterLines(frame: MailFrame): readonly string[] {
  return [
    ...(frame.sender ? [frame.sender] : []),
    frame.countyName,
    '',
    frame.why,
    `Impressum: ${new URL('/impressum', frame.publicUrl).href}`,
    `Datenschutz: ${new URL('/datenschutz', frame.publicUrl).href}`,
  ];
}
