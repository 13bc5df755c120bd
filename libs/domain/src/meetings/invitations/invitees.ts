import { isMailAddress, normaliseMail } from '../../addresses';

/** Somebody one of the chosen groups leads to, before doubles vanish. */
export interface InviteeCandidate {
  personId: string | null;
  /** Set where the function mailbox of an organisation is meant, not a person. */
  organisationId: string | null;
  onBehalfOfId: string | null;
  onBehalfOf: string;
  mail: string;
  name: string;
  /** Which choice led here: "Netzwerk Frühe Hilfen". */
  origin: string;
}

export interface Invitee extends InviteeCandidate {
  /** Already in the list of this meeting. */
  already: boolean;
}

export type MissingReason = 'no-address' | 'bad-address' | 'vacancy';

export const missingReasonLabels: Record<MissingReason, string> = {
  'no-address': 'keine Mailadresse hinterlegt',
  'bad-address': 'Mailadresse ist nicht lesbar',
  vacancy: 'Sitz ist unbesetzt, und die Organisation hat kein Funktionspostfach',
};

export interface MissingInvitee {
  name: string;
  onBehalfOf: string;
  origin: string;
  why: MissingReason;
}

export interface ResolvedInvitees {
  invitees: Invitee[];
  missing: MissingInvitee[];
  /** Addresses that came in more than once, each named once. */
  doubles: string[];
}

/** One invitee per address: people win over function mailboxes, those over bare addresses; what is richer is kept. */
export function distinctInvitees(
  candidates: readonly InviteeCandidate[],
  alreadyInvited: readonly string[],
): ResolvedInvitees {
  const known = new Set(alreadyInvited.map(normaliseMail));
  const kept = new Map<string, InviteeCandidate>();
  const people = new Set<string>();
  const missing = new Map<string, MissingInvitee>();
  const doubles = new Set<string>();
  for (const candidate of [...candidates].sort((a, b) => rank(a) - rank(b))) {
    const why = reasonMissing(candidate);
    if (why) {
      missing.set(
        `${candidate.personId ?? candidate.organisationId ?? ''}|${candidate.name}|${candidate.mail}`,
        {
          name: candidate.name,
          onBehalfOf: candidate.onBehalfOf,
          origin: candidate.origin,
          why,
        },
      );
      continue;
    }
    const mail = normaliseMail(candidate.mail);
    if (kept.has(mail) || (candidate.personId !== null && people.has(candidate.personId))) {
      doubles.add(mail);
      continue;
    }
    kept.set(mail, { ...candidate, mail });
    if (candidate.personId) people.add(candidate.personId);
  }
  return {
    invitees: [...kept.values()]
      .map((candidate) => ({ ...candidate, already: known.has(candidate.mail) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'de') || a.mail.localeCompare(b.mail)),
    missing: [...missing.values()].sort((a, b) => a.name.localeCompare(b.name, 'de')),
    doubles: [...doubles].sort(),
  };
}

/** Among people, the one whose organisation is known comes first: the invitation says for whom they speak. */
function rank(candidate: InviteeCandidate): number {
  if (candidate.personId) return candidate.onBehalfOfId ? 0 : 1;
  return candidate.organisationId ? 2 : 3;
}

function reasonMissing(candidate: InviteeCandidate): MissingReason | null {
  if (candidate.mail.trim() === '')
    return candidate.personId
      ? 'no-address'
      : candidate.onBehalfOfId && !candidate.organisationId
        ? 'vacancy'
        : 'no-address';
  return isMailAddress(normaliseMail(candidate.mail)) ? null : 'bad-address';
}
