import type { NamedReference } from '../lists';
import type { PlaceFacet } from './place-facets';

export interface PlanningAreaView {
  id: string;
  version: number;
  name: string;
  active: boolean;
  municipalities: NamedReference[];
  /** Rows that refer to it; only an unused one can be deleted. */
  used: number;
}

export interface MunicipalityView {
  id: string;
  version: number;
  /** Eight digits, kept as text. */
  ags: string;
  name: string;
  planningArea: NamedReference | null;
  active: boolean;
  used: number;
}

/** A house where meetings take place. */
export interface PlaceView {
  id: string;
  version: number;
  name: string;
  street: string;
  postalCode: string;
  city: string;
  municipality: NamedReference | null;
  /** Room or way, as invitations say it. */
  note: string;
  facets: PlaceFacet[];
  accessNote: string;
  /** People the largest room holds; null where nobody knows. */
  capacity: number | null;
  /** Whom to ask for the room. */
  contact: string;
  active: boolean;
  used: number;
}
