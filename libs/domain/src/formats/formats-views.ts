import type { FormatMeetingType } from './format-meeting-types';
import type { NamedReference } from '../lists';
import type { FormatMove, FormatState } from './format-state';

export interface FormatPhase {
  title: string;
  /** Length in minutes; null where it depends. */
  minutes: number | null;
  note: string;
}

export interface FormatAgendaItem {
  title: string;
  minutes: number | null;
}

/** Something to bring along, ticked off while preparing. */
export interface FormatMaterial {
  title: string;
  ready: boolean;
}

export interface FormatResult {
  title: string;
  text: string;
}

export interface FormatTypeView {
  id: string;
  version: number;
  name: string;
  description: string;
  position: number;
  active: boolean;
  /** How many people it suits, in words. */
  groupSize: string;
  /** Type of the meetings held in it. */
  meetingType: FormatMeetingType;
  phases: FormatPhase[];
  material: string[];
  agenda: FormatAgendaItem[];
  invitationText: string;
  resultsToCapture: string[];
  /** How many formats were made from it; a used one is never deleted. */
  used: number;
}

export interface FormatListItem {
  id: string;
  title: string;
  type: string;
  state: FormatState;
  network: string | null;
  results: number;
  inReviewUntil: string | null;
}

export interface FormatView {
  id: string;
  version: number;
  title: string;
  type: NamedReference;
  meetingType: string;
  purpose: string;
  state: FormatState;
  network: NamedReference | null;
  planningArea: NamedReference | null;
  municipality: NamedReference | null;
  fields: NamedReference[];
  targetGroups: string;
  capacity: number | null;
  accessibilityNeeds: string;
  phases: FormatPhase[];
  material: FormatMaterial[];
  agenda: FormatAgendaItem[];
  invitationText: string;
  resultsToCapture: string[];
  results: FormatResult[];
  inReviewUntil: string | null;
  /** When the letter went out, by mail or by being published. */
  returnedAt: string | null;
  /** Addresses of participants no mailed letter has reached. */
  unreached: number;
  moves: FormatMove[];
  mayChange: boolean;
}
