import type { NamedReference } from '../lists';
import type { Accessibility } from './accessibility';
import type { Language } from './languages';
import type { NumberDanger, TopicDanger } from './public-search';
import type { ChangeState, ServiceMove, ServiceState } from './service-state';

export interface ServiceCategoryView {
  id: string;
  version: number;
  name: string;
  description: string;
  protective: boolean;
  active: boolean;
  /** Rows that refer to it; only an unused one can be deleted. */
  used: number;
}

export interface TargetGroupView {
  id: string;
  version: number;
  name: string;
  description: string;
  active: boolean;
  used: number;
}

/** What people say, and by which words offers are found then. */
export interface SearchTopicView {
  id: string;
  version: number;
  name: string;
  said: string;
  finds: string;
  danger: TopicDanger;
  active: boolean;
  /** Always 0: nothing refers to it. */
  used: number;
}

export interface EmergencyNumberView {
  id: string;
  version: number;
  name: string;
  number: string;
  note: string;
  danger: NumberDanger;
  active: boolean;
  /** Always 0: nothing refers to it. */
  used: number;
}

/** One version of an offer. Of a secret place only that it is secret. */
export interface ServiceContent {
  versionId: string;
  title: string;
  category: NamedReference | null;
  field: NamedReference | null;
  description: string;
  targetGroups: NamedReference[];
  secretPlace: boolean;
  street: string;
  postalCode: string;
  city: string;
  municipality: NamedReference | null;
  /** Empty: the whole county. */
  catchment: NamedReference[];
  accessibility: Accessibility | null;
  openingHours: string;
  phone: string;
  mail: string;
  website: string;
  languages: Language[];
  waitingDays: number | null;
  waitingOn: string | null;
  /** Null for those it is not meant for. */
  internalNote: string | null;
}

export interface SocialServiceListItem {
  id: string;
  version: number;
  title: string;
  organisation: NamedReference;
  category: string | null;
  field: string | null;
  /** Null where it is secret or not yet given. */
  municipality: string | null;
  secretPlace: boolean;
  state: ServiceState;
  change: ChangeState | null;
  /** The office sent it back and nothing was submitted since. */
  returned: boolean;
  confirmedOn: string | null;
  submittedAt: string | null;
}

export interface SocialServiceView {
  id: string;
  version: number;
  organisation: NamedReference;
  state: ServiceState;
  change: ChangeState | null;
  /** What is worked on; for those outside of organisation and office it is the confirmed version. */
  current: ServiceContent;
  /** What is valid while a change waits; null while there is none. */
  confirmed: ServiceContent | null;
  confirmedOn: string | null;
  submittedAt: string | null;
  submittedBy: string;
  /** Why the office sent it back; empty when it did not. */
  returnReason: string;
  /** An address is kept for the secret place. */
  hasConfidentialAddress: boolean;
  mayEdit: boolean;
  moves: ServiceMove[];
  versions: ServiceVersionItem[];
}

export interface ServiceVersionItem {
  id: string;
  number: number;
  title: string;
  savedAt: string;
  savedBy: string;
  confirmed: boolean;
}

export interface ConfidentialAddressView {
  street: string;
  postalCode: string;
  city: string;
  municipality: NamedReference | null;
}
