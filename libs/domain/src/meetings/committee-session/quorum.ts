/** A seat of a body on the day of its session, as far as a vote hangs on it; a deputy's names the seat it stands in for. */
export interface VotingSeat {
  id: string;
  personId: string | null;
  voting: boolean;
  deputyOfId: string | null;
}

export interface Quorum {
  /** Voting seats that somebody holds or deputises for: a seat nobody holds has no vote to be present. */
  seats: number;
  present: number;
  required: number;
  met: boolean;
}

/**
 * How many votes are in the room: a seat counts once, whether its holder is there or one deputising for it, and only
 * with a right to vote. Who is left out by § 33 is not among `present`; a deputy may then stand in.
 */
export function votersPresent(seats: readonly VotingSeat[], present: ReadonlySet<string>): number {
  return heldSeats(seats).filter((people) => people.some((person) => present.has(person))).length;
}

/** Whether a body can decide: more than half of the voting seats, unless it has set a number of its own. */
export function quorumOf(
  seats: readonly VotingSeat[],
  present: ReadonlySet<string>,
  ownNumber: number | null,
): Quorum {
  const count = heldSeats(seats).length;
  const voters = votersPresent(seats, present);
  const required = ownNumber ?? Math.floor(count / 2) + 1;
  return { seats: count, present: voters, required, met: voters >= required };
}

/** Who of those in the room consults on an item: those present without whom § 33 leaves out of it. */
export function presentOn(present: Iterable<string>, excluded: readonly string[]): Set<string> {
  return new Set([...present].filter((personId) => !excluded.includes(personId)));
}

/** All a session needs to count for itself whether it can decide. */
export interface SessionVoters {
  seats: readonly VotingSeat[];
  /** The body's own number; null for more than half. */
  ownQuorum: number | null;
  exclusions: readonly { agendaItemId: string; personIds: readonly string[] }[];
}

/**
 * Whether a body can decide, as far as attendance has been entered.
 * @param present the people in the room
 * @param agendaItemId counted for this item, without whom § 33 leaves out of it; null for the session as a whole
 * @returns null where nobody has a voting seat, so that nothing can be counted
 */
export function quorumOn(
  { seats, ownQuorum, exclusions }: SessionVoters,
  present: Iterable<string>,
  agendaItemId: string | null,
): Quorum | null {
  const excluded = exclusions.find((it) => it.agendaItemId === agendaItemId)?.personIds ?? [];
  const quorum = quorumOf(seats, presentOn(present, excluded), ownQuorum);
  return quorum.seats === 0 ? null : quorum;
}

/** Before somebody is there, how many it takes. */
export function quorumNeeded({ seats, required }: Quorum): string {
  return `ab ${required} von ${seats} Stimmberechtigten`;
}

export function quorumInWords({ seats, present, met }: Quorum): string {
  return `${present} von ${seats} Stimmberechtigten anwesend: ${met ? 'beschlussfähig' : 'nicht beschlussfähig'}`;
}

/** Per voting seat, whoever may vote on it. */
function heldSeats(seats: readonly VotingSeat[]): string[][] {
  return seats
    .filter((seat) => seat.voting && seat.deputyOfId === null)
    .map((seat) =>
      [seat, ...seats.filter((other) => other.voting && other.deputyOfId === seat.id)].flatMap(
        ({ personId }) => personId ?? [],
      ),
    )
    .filter((people) => people.length > 0);
}

/** What stands against votes entered for an item; null where they fit. */
export function tooManyVotes(
  votes: { yes: number; no: number; abstain: number },
  voters: { present: number; excluded: number },
): string | null {
  const cast = votes.yes + votes.no + votes.abstain;
  const most = voters.present - voters.excluded;
  if (cast <= most) return null;
  const without = voters.excluded > 0 ? `, davon ${voters.excluded} nach § 33 ausgeschlossen` : '';
  const present =
    voters.present === 1 ? 'ist 1 Stimmberechtigte:r' : `sind ${voters.present} Stimmberechtigte`;
  return `Eingetragen sind ${cast} Stimmen, anwesend ${present}${without}.`;
}
