import type { NamedReference } from '../../lists';

export const bodyKinds = ['COMMITTEE', 'NETWORK', 'FORMAT'] as const;
export type BodyKind = (typeof bodyKinds)[number];

export const bodyKindLabels: Record<BodyKind, string> = {
  COMMITTEE: 'Gremium',
  NETWORK: 'Netzwerk',
  FORMAT: 'Format',
};

/** What stands in the drawing and, as a row, in the table. */
export interface BodyView {
  kind: BodyKind;
  id: string;
  name: string;
  /** In words: "aktiv", "Ausschuss", "in Vorbereitung". */
  state: string;
  /** When it meets, in words; empty where nobody said. */
  rhythm: string;
  /** The committee a network reports to, the network a format belongs to. */
  above: NamedReference | null;
  /** Filled and empty seats today; null where the viewer does not see who sits there, and for formats. */
  seats: number | null;
  vacancies: number | null;
  /** Held within the last twelve months. */
  sessions: number;
}

/** One seat: who sits where. Nobody is a vacancy. */
export interface StructureSeat {
  id: string;
  kind: Exclude<BodyKind, 'FORMAT'>;
  body: NamedReference;
  organisation: NamedReference | null;
  person: NamedReference | null;
  deputy: NamedReference | null;
  role: string;
  /** Whether it votes; null in networks, which are no committees. */
  voting: boolean | null;
  fromDay: string;
  /** Its last day where one is set. */
  toDay: string | null;
}

/** Gremienlast of one person or organisation over the last twelve months. */
export interface LoadItem {
  id: string;
  name: string;
  /** Seats of their own, each body once. */
  bodies: number;
  /** Bodies in which they only deputise. */
  deputising: number;
  sessions: number;
  minutes: number;
  bodyNames: string[];
}
