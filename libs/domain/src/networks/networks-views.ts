import type { NamedReference } from '../lists';
import type { BouncedMail } from '../outbox';
import type { MemberLine } from './member-lines';
import type { MembershipRole, NetworkKind } from './network-kinds';
import type { NetworkTarget } from './network-gaps';
import type { NetworkLight } from './network-light';
import type { NetworkMove, NetworkState } from './network-state';

export interface NetworkListItem {
  id: string;
  name: string;
  shortName: string;
  kind: NetworkKind;
  state: NetworkState;
  /** Light and numbers are null where the viewer does not see who sits in it. */
  light: NetworkLight | null;
  members: number | null;
  vacancies: number | null;
  /** Names of those who coordinate it today. */
  coordination: string[];
  fields: string[];
  /** The viewer sits in it or coordinates it. */
  mine: boolean;
}

export interface NetworkView {
  id: string;
  version: number;
  name: string;
  shortName: string;
  kind: NetworkKind;
  state: NetworkState;
  purpose: string;
  legalBasis: string;
  reportsTo: NamedReference | null;
  meetingIntervalMonths: number | null;
  meetingHabit: string;
  cooperationAgreementOn: string | null;
  targetSize: number | null;
  /** How many of which kind of organisation shall be there. */
  targetTypes: NetworkTarget[];
  fields: NamedReference[];
  planningAreas: NamedReference[];
  coordination: NetworkCoordinator[];
  light: NetworkLight | null;
  /** What is missing, in words; empty where nothing is, null where the viewer does not see who sits in it. */
  gaps: string[] | null;
  /** Today's and former seats; null where the viewer sees only that the network exists. */
  members: NetworkMember[] | null;
  mayChange: boolean;
  /** Verbs that are possible now, for those who may change it. */
  moves: NetworkMove[];
}

export interface NetworkCoordinator {
  name: string;
  organisation: string;
  deputy: string | null;
}

export interface NetworkMember {
  id: string;
  version: number;
  organisation: NamedReference | null;
  /** Null is a vacancy. */
  person: NamedReference | null;
  deputy: NamedReference | null;
  role: MembershipRole;
  fromDay: string;
  /** The last day. */
  toDay: string | null;
  /** Empty where the viewer does not see addresses. */
  mail: string;
  bounced: BouncedMail | null;
}

/** A line of a pasted list beside what is known already. */
export interface MatchedMember extends MemberLine {
  /** The organisation of this name, mailbox or mail domain. */
  knownOrganisation: NamedReference | null;
  /** The person with this address, or the only one of this name where no address stands there. */
  knownPerson: NamedReference | null;
  /** That person, or without one that organisation, has a seat here today or later. */
  seated: boolean;
}

export interface MatchedMembersView {
  lines: MatchedMember[];
  unreadable: string[];
}

/** What was made by giving many seats at once. */
export interface MembersAddedView {
  members: number;
  organisations: number;
  people: number;
}

/** A seat as the page of its organisation or person lists it. */
export interface SeatView {
  id: string;
  network: NamedReference;
  organisation: NamedReference | null;
  person: NamedReference | null;
  deputy: NamedReference | null;
  role: MembershipRole;
  fromDay: string;
  toDay: string | null;
}
