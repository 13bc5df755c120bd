import { isMailAddress, normaliseMail } from '../addresses';
import type { RecipientOutcome } from './messages-words';

/** Made once: a list of thousands is sorted while somebody types. */
const german = new Intl.Collator('de');

/** Somebody one of the chosen groups leads to, before anybody is left out. */
export interface RecipientCandidate {
  personId: string | null;
  /** Set where the function mailbox of an organisation is meant, not a person. */
  organisationId: string | null;
  /** The organisation somebody speaks for, or empty. */
  speaksFor: string;
  name: string;
  mail: string;
  /** How the letter begins: "Guten Tag, Frau Berg". */
  greeting: string;
  /** Which choice led here: "Netzwerk Frühe Hilfen". */
  origin: string;
  /** A seat nobody fills. */
  vacant: boolean;
}

export interface RecipientRules {
  /** Normalised addresses that refused mails of this kind. */
  optedOut: ReadonlySet<string>;
  /** Normalised addresses whose last mail did not arrive, with the reason. */
  bounced: ReadonlyMap<string, string>;
  /** Addresses whoever writes leaves out. */
  leftOut: readonly string[];
  /** Addresses whoever writes wants to try again although the last mail came back. */
  anyway: readonly string[];
}

export interface SortedRecipient extends RecipientCandidate {
  outcome: RecipientOutcome;
  /** Why in more words: what the mail server said, or who is meant already. */
  detail: string;
}

/**
 * Everybody who was chosen, each with whether they get it. One mail to an address and to a person: people stand before
 * mailboxes, those whose organisation is known before others. Answers sorted by name; the same candidates in any order
 * give the same answer.
 */
export function sortRecipients(
  candidates: readonly RecipientCandidate[],
  rules: RecipientRules,
): SortedRecipient[] {
  const leftOut = new Set(rules.leftOut.map(normaliseMail));
  const anyway = new Set(rules.anyway.map(normaliseMail));
  const byAddress = new Map<string, string>();
  const people = new Map<string, string>();
  const unreachable = new Set<string>();
  const sorted: SortedRecipient[] = [];
  for (const candidate of candidates.toSorted(byRank)) {
    const mail = normaliseMail(candidate.mail);
    const told = { ...candidate, mail: mail || candidate.mail.trim() };
    const without = withoutAddress(candidate, mail);
    if (without) {
      // Somebody without an address in three networks is one person to be asked for one.
      const key = `${candidate.personId ?? candidate.organisationId ?? candidate.speaksFor}|${candidate.name}|${without}`;
      if (!unreachable.has(key)) sorted.push({ ...told, outcome: without, detail: '' });
      unreachable.add(key);
      continue;
    }
    const already = byAddress.get(mail) ?? (candidate.personId ? people.get(candidate.personId) : undefined);
    if (already !== undefined) {
      const detail = already === candidate.name ? '' : `schon als ${already}`;
      sorted.push({ ...told, outcome: 'DOUBLE', detail });
      continue;
    }
    byAddress.set(mail, candidate.name);
    if (candidate.personId) people.set(candidate.personId, candidate.name);
    sorted.push({ ...told, ...reachedOrNot(mail, { ...rules, leftOut, anyway }) });
  }
  return sorted.toSorted(byName);
}

/** How many stand under each outcome, those with nobody left out. */
export function countOutcomes(
  recipients: readonly Pick<SortedRecipient, 'outcome'>[],
): Partial<Record<RecipientOutcome, number>> {
  const counts: Partial<Record<RecipientOutcome, number>> = {};
  for (const { outcome } of recipients) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function reachedOrNot(
  mail: string,
  rules: Pick<RecipientRules, 'optedOut' | 'bounced'> & Record<'leftOut' | 'anyway', ReadonlySet<string>>,
): Pick<SortedRecipient, 'outcome' | 'detail'> {
  // Nobody overrules what somebody said of their own address.
  if (rules.optedOut.has(mail)) return { outcome: 'OPTED_OUT', detail: '' };
  if (rules.leftOut.has(mail)) return { outcome: 'LEFT_OUT', detail: '' };
  const bounced = rules.bounced.get(mail);
  if (bounced !== undefined && !rules.anyway.has(mail)) return { outcome: 'BOUNCED', detail: bounced };
  return { outcome: 'GETS', detail: '' };
}

function withoutAddress(candidate: RecipientCandidate, mail: string): RecipientOutcome | null {
  if (candidate.mail.trim() === '') return candidate.vacant ? 'VACANT' : 'NO_ADDRESS';
  return isMailAddress(mail) ? null : 'BAD_ADDRESS';
}

function byRank(one: RecipientCandidate, other: RecipientCandidate): number {
  return (
    rank(one) - rank(other) ||
    byName(one, other) ||
    german.compare(one.origin, other.origin) ||
    compare(one.mail, other.mail) ||
    compare(one.personId ?? '', other.personId ?? '') ||
    compare(one.organisationId ?? '', other.organisationId ?? '')
  );
}

function rank(candidate: RecipientCandidate): number {
  if (candidate.personId) return candidate.speaksFor ? 0 : 1;
  return 2;
}

function byName(one: RecipientCandidate, other: RecipientCandidate): number {
  return (
    german.compare(one.name, other.name) ||
    compare(one.mail, other.mail) ||
    compare(one.speaksFor, other.speaksFor)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
