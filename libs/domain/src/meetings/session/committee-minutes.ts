import type { LineKind } from './line-kinds';
import type { CountedVotes } from './protocol';

/** What minutes of a committee must hold besides who was there (KVG LSA § 58). */
export const committeeMinutesParts = ['place', 'agenda', 'votes', 'quorum'] as const;
export type CommitteeMinutesPart = (typeof committeeMinutesParts)[number];

export const committeeMinutesLabels: Record<CommitteeMinutesPart, string> = {
  place: 'Es fehlt der Ort.',
  agenda: 'Es fehlt die Tagesordnung.',
  votes: 'Bei einem Votum fehlt, wie abgestimmt wurde.',
  quorum:
    'Es fehlt, ob das Gremium beschlussfähig war: In ihm ist niemand mit Stimme eingetragen. Bitte halten Sie es in Worten fest.',
};

export interface CommitteeMinutesFacts {
  place: string;
  onlineLink: string;
  agendaItems: number;
  /** In words, counted or said; empty where nobody can tell. */
  quorum: string;
  lines: readonly { kind: LineKind; votes: CountedVotes | null }[];
}

export function missingInCommitteeMinutes(facts: CommitteeMinutesFacts): CommitteeMinutesPart[] {
  const met: Record<CommitteeMinutesPart, boolean> = {
    place: facts.place.trim() !== '' || facts.onlineLink.trim() !== '',
    agenda: facts.agendaItems > 0,
    votes: facts.lines.every((line) => line.kind !== 'VOTE' || line.votes !== null),
    quorum: facts.quorum.trim() !== '',
  };
  return committeeMinutesParts.filter((part) => !met[part]);
}
