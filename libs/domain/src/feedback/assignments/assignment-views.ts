import type { NamedReference } from '../../lists';

/** Who sees to a Hinweis, and by when. */
export interface AssignmentView {
  accountId: string;
  name: string;
  /** Day by which it is to be answered. */
  due: string;
  mine: boolean;
  overdue: boolean;
}

/** One line of what was assigned to whom; the newest first. */
export interface EarlierAssignmentView {
  name: string;
  due: string;
  /** Empty where the rule of the Handlungsfeld assigned it. */
  by: string;
  since: string;
  /** Until when; null where nobody ended it. */
  until: string | null;
  /** Nobody ended it, but the person may not work on it any more, so that it is assigned to nobody. */
  lapsed: boolean;
}

/** Those to whom all that is meant can be assigned, by name. */
export interface AssigneesView {
  people: NamedReference[];
}

/** Who answers for the Hinweise of a Handlungsfeld, unless somebody else is named; null while nobody does. */
export interface ResponsibilityView {
  field: NamedReference;
  responsible: (NamedReference & { days: number }) | null;
  /** Those who may be chosen. */
  people: NamedReference[];
  /** The one named may not work on Hinweise any more. */
  lapsed: boolean;
}
