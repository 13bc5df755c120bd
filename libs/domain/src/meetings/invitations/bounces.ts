import { normaliseMail } from '../../addresses';
import type { ReportedRecipient } from '../../calendar';

/** A recipient of a report, and who of the list that is. */
export interface Bounced<Invitation> {
  mail: string;
  reason: string;
  invitation: Invitation | null;
}

/** Enhanced status codes (RFC 3463) that say something the office can act upon. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^[45]\.1\.(1|6|10)$/, 'Das Postfach gibt es dort nicht (mehr).'],
  [/^[45]\.(1\.2|4\.4)$/, 'Den Mailserver hinter dem @ gibt es nicht.'],
  [/^[45]\.1\.3$/, 'Die Adresse ist falsch geschrieben.'],
  [/^[45]\.2\.1$/, 'Das Postfach ist gesperrt.'],
  [/^[45]\.2\.2$/, 'Das Postfach ist voll.'],
  [/^[45]\.(2\.3|3\.4)$/, 'Die Mail war dem Empfänger zu groß.'],
  [/^[45]\.7\.\d+$/, 'Der Mailserver des Empfängers nimmt die Mail nicht an.'],
  [/^[45]\.4\.\d+$/, 'Der Mailserver des Empfängers war nicht zu erreichen.'],
];

/**
 * Whom a report speaks of. One recipient may be called by several addresses, the one that was written to and the
 * one it was forwarded to; the one on the list is meant.
 */
export function bouncedOf<Invitation extends { mail: string }>(
  recipients: readonly ReportedRecipient[],
  invitations: readonly Invitation[],
): Bounced<Invitation>[] {
  const known = new Map(invitations.map((it) => [normaliseMail(it.mail), it]));
  const found = recipients.flatMap(({ mails, status }): Bounced<Invitation>[] => {
    const invited = mails.find((it) => known.has(normaliseMail(it)));
    const mail = invited ?? mails[0];
    if (!mail) return [];
    const reason = reasons.find(([code]) => code.test(status))?.[1] ?? '';
    return [{ mail, reason, invitation: known.get(normaliseMail(mail)) ?? null }];
  });
  return [...new Map(found.map((it) => [normaliseMail(it.mail), it])).values()];
}

/** `Die Mail an Anna Berg (anna@…) war unzustellbar. Das Postfach gibt es dort nicht (mehr).` */
export function saysBounced(
  bounced: readonly Bounced<{ name: string; mail: string }>[],
  delayed: boolean,
): string {
  if (bounced.length === 0)
    return delayed
      ? 'Eine Mail ist noch nicht zugestellt; der Bericht sagt nicht, an wen.'
      : 'Eine Mail war unzustellbar; der Bericht sagt nicht, an wen.';
  return bounced
    .map(({ mail, reason, invitation }) => {
      const whom = invitation && invitation.name !== mail ? `${invitation.name} (${mail})` : mail;
      const what = delayed
        ? `Die Mail an ${whom} ist noch nicht zugestellt; der Mailserver versucht es weiter.`
        : `Die Mail an ${whom} war unzustellbar.`;
      const listed = invitation ? '' : 'Diese Adresse steht nicht auf der Liste.';
      return [what, reason, listed].filter(Boolean).join(' ');
    })
    .join('\n');
}
