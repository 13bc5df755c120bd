import { fullName, type OrganisationType } from '@runder-tisch/domain/actors';
import type { ReadName } from '@runder-tisch/domain/addresses/person-name';
import type { MatchedMember, MembershipRole } from '@runder-tisch/domain/networks';
import type { NewMember } from '@runder-tisch/domain/networks/members-requests';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { counted } from '@runder-tisch/domain/text';

/** Somebody who shall be added: each side known by its id, or new by its name. */
export interface Draft {
  organisation: { id: string | null; name: string } | null;
  organisationType: OrganisationType;
  person: ({ id: string | null; name: string } & Omit<ReadName, 'beside' | 'role'>) | null;
  mail: string;
  role: MembershipRole;
  /** Why the line was refused; empty while nothing stands against it. */
  refusal: string;
}

const nameless = { salutation: '', title: '', givenName: '', familyName: '' } as const;

export function knownPerson({ id, name }: NamedReference): Draft['person'] {
  return { id, name, ...nameless };
}

export function newPerson(names: Omit<ReadName, 'beside' | 'role'>): Draft['person'] {
  const { salutation, title, givenName, familyName } = names;
  const parts = { salutation, title, givenName, familyName };
  return { id: null, name: fullName(parts), ...parts };
}

export function ofLine(line: MatchedMember): Draft {
  const { knownOrganisation, knownPerson: human, organisation, mail } = line;
  return {
    organisation: knownOrganisation ?? (organisation ? { id: null, name: organisation } : null),
    organisationType: 'FREE_PROVIDER',
    person: human ? knownPerson(human) : line.familyName ? newPerson(line) : null,
    mail,
    role: 'MEMBER',
    refusal: '',
  };
}

export function sameSeat(one: Draft, other: Draft): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ organisation, person, mail }: Draft): string {
  const human = person && (person.id ?? (mail || person.name.toLowerCase()));
  return JSON.stringify([organisation && (organisation.id ?? organisation.name.toLowerCase()), human]);
}

export function asNewMember(draft: Draft): NewMember {
  const { organisation, organisationType, person, mail, role } = draft;
  const { salutation, title, givenName, familyName } = person ?? nameless;
  return {
    organisationId: organisation?.id ?? null,
    organisationName: organisation && organisation.id === null ? organisation.name : '',
    organisationType,
    personId: person?.id ?? null,
    salutation,
    title,
    givenName,
    familyName,
    mail: person?.id || (!person && organisation?.id) ? '' : mail.trim(),
    role,
  };
}

/** "Haus Weide · Agnes Ried" */
export function titleOf({ organisation, person }: Draft): string {
  return [organisation?.name, person?.name].filter(Boolean).join(' · ');
}

/** What reading a pasted list led to, in one sentence. */
export function sentence(taken: number, seated: number, doubled: number): string {
  return [
    taken === 0 ? 'Niemand Neues in der Liste.' : `${counted(taken, 'Zeile', 'Zeilen')} gelesen.`,
    ...(seated ? [`${seated} schon im Netzwerk.`] : []),
    ...(doubled ? [`${doubled} doppelt.`] : []),
  ].join(' ');
}
