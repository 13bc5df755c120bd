import type { NamedReference } from '../lists';
import type { RegistrationState } from './registration-state';

/** Somebody who wants to work here for an organisation, with what helps to decide. */
export interface RegistrationView {
  id: string;
  version: number;
  /** Null: an organisation that is not known yet, by the name beside it. */
  organisation: NamedReference | null;
  organisationName: string;
  organisationCity: string;
  givenName: string;
  familyName: string;
  function: string;
  mail: string;
  phone: string;
  message: string;
  state: RegistrationState;
  reason: string;
  confirmedAt: string;
  decidedAt: string | null;
  decidedBy: string;
  /** Organisations with nearly the same name, where a new one is asked for. */
  similar: NamedReference[];
  /** Somebody in the contacts has this mail address. */
  knownPerson: NamedReference | null;
  /** They can sign in already; approving adds the organisation. */
  hasAccount: boolean;
}
