import type { AddressProposal, ReadAddress } from '../addresses';
import type { NamedReference } from '../lists';
import type { MergeJoin, MergeMove } from '../merge';
import type { BouncedMail } from '../outbox';
import type { OrganisationType } from './organisation-types';

export interface OrganisationListItem {
  id: string;
  name: string;
  shortName: string;
  type: OrganisationType;
  municipality: string | null;
  functionMailbox: string;
  people: number;
  fields: string[];
  checkedOn: string | null;
  active: boolean;
}

export interface OrganisationView {
  id: string;
  version: number;
  name: string;
  shortName: string;
  type: OrganisationType;
  functionMailbox: string;
  phone: string;
  website: string;
  street: string;
  postalCode: string;
  city: string;
  municipality: NamedReference | null;
  fields: NamedReference[];
  note: string;
  recognisedYouthWelfare: boolean;
  checkedOn: string | null;
  active: boolean;
  people: OrganisationPerson[];
}

export interface OrganisationPerson {
  representationId: string;
  personId: string;
  name: string;
  function: string;
  mail: string;
  phone: string;
  fromDay: string;
  toDay: string | null;
}

export interface PersonListItem {
  id: string;
  name: string;
  mail: string;
  phone: string;
  organisations: string[];
  validUntil: string | null;
}

export interface PersonView {
  id: string;
  version: number;
  salutation: '' | 'Frau' | 'Herr';
  title: string;
  givenName: string;
  familyName: string;
  name: string;
  mail: string;
  bounced: BouncedMail | null;
  phone: string;
  contactPublic: boolean;
  consentGivenOn: string | null;
  consentNote: string;
  validUntil: string | null;
  note: string;
  representations: PersonRepresentation[];
}

export interface PersonRepresentation {
  id: string;
  organisation: NamedReference;
  function: string;
  fromDay: string;
  toDay: string | null;
}

/** Something that might be the same as what is being typed. */
export interface SimilarActor {
  kind: 'organisation' | 'person';
  id: string;
  name: string;
  detail: string;
}

/** A pasted address beside what is known already. */
export interface MatchedAddress extends ReadAddress {
  /** The person with exactly this address. */
  person: NamedReference | null;
  /** The organisation whose function mailbox or mail domain this is. */
  organisation: NamedReference | null;
  /** People whose name is nearly the same, with another address. */
  similar: NamedReference[];
  /** What the address itself says, where no name stood there and nothing is known. */
  proposal: AddressProposal;
}

/** A house that an address of the list belongs to and that is not there yet. */
export interface ProposedOrganisation {
  name: string;
  /** Those that are called nearly the same. */
  similar: NamedReference[];
}

export interface PasteMatchView {
  addresses: MatchedAddress[];
  organisations: ProposedOrganisation[];
  unreadable: string[];
}

export interface PasteResultView {
  created: number;
  organisations: number;
  /** Mailboxes of houses, which are no people. */
  shared: number;
  linked: number;
  known: number;
}

/** Two that may be the same: what differs, what would move, and what stands in the way. */
export interface MergePreview {
  stays: { id: string; name: string; version: number };
  goes: { id: string; name: string; version: number };
  fields: MergeField[];
  moves: MergeMove[];
  joins: MergeJoin[];
  blocked: string | null;
}

export interface MergeField {
  key: string;
  label: string;
  /** Empty where that one says nothing. */
  stays: string;
  goes: string;
  /** Only the one that goes knows it, so its value is suggested. */
  suggested: boolean;
}
