/** Where a mail stands on its way out of the house. */
export const mailStates = ['QUEUED', 'SENDING', 'SENT', 'REFUSED', 'RECALLED', 'HELD'] as const;
export type MailState = (typeof mailStates)[number];

export const mailStateLabels: Record<MailState, string> = {
  QUEUED: 'wartet',
  SENDING: 'wird gesendet',
  SENT: 'gesendet',
  REFUSED: 'nicht zustellbar',
  RECALLED: 'zurückgeholt',
  HELD: 'bleibt im Haus',
};

/** How long „Zurückholen“ works: mails that may be taken back wait so long before they leave. */
export const RECALL_SECONDS = 60;

/**
 * Minutes until the next try after the first, second, … temporary refusal. At most 12 tries within
 * 24 hours: the early ones catch greylisting and short outages, then the server is left in peace.
 */
export const RETRY_MINUTES = [1, 2, 4, 8, 12, 15, 15, 30, 60, 180, 360] as const;

/** After those it is tried twice a day … */
export const LATE_RETRY_MINUTES = 13 * 60;

/** … until nobody would want the mail any more: after five days, in which the server was there to be asked. */
export const MOST_TRIES = RETRY_MINUTES.length + 10;

/**
 * The next try after `attempts` temporary refusals, or null: the mail counts as undeliverable. Counted by tries,
 * so that days without a mail server take nothing away from a mail.
 */
export function nextTry(attempts: number, now: Date): Date | null {
  if (attempts >= MOST_TRIES) {
    return null;
  }
  const minutes = RETRY_MINUTES[attempts - 1] ?? LATE_RETRY_MINUTES;
  return new Date(now.getTime() + minutes * 60_000);
}

/** Addresses that belong to nobody by agreement (RFC 2606, RFC 6761): the demo is full of them. */
export function isDemoAddress(address: string): boolean {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/\.$/, '');
  return /(^|\.)(example|invalid)$/.test(domain);
}
