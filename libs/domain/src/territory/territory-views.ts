import type { NamedReference } from '../lists';

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
