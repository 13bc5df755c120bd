import type { NamedReference } from '../../lists';
import {
  type ActorLevel,
  actorLevels,
  type ActorPart,
  affectednessLabels,
  influenceLabels,
  isJudged,
} from './actor-analysis';

export const gapKinds = ['UNHEARD', 'NO_SEAT', 'TARGET_GROUP', 'NO_OFFER', 'FIELD', 'MUNICIPALITY'] as const;
export type GapKind = (typeof gapKinds)[number];

export const gapKindLabels: Record<GapKind, string> = {
  UNHEARD: 'Hohe Betroffenheit, niemand beteiligt',
  NO_SEAT: 'Wichtig, aber ohne Sitz in einem Netzwerk',
  TARGET_GROUP: 'Zielgruppen ohne Akteur',
  NO_OFFER: 'Zielgruppen ohne Angebot',
  FIELD: 'Handlungsfelder ohne Akteur',
  MUNICIPALITY: 'Gemeinden ohne Akteur',
};

export interface NamedGap {
  kind: GapKind;
  says: string;
  /** The row it is about. */
  entryId: string | null;
}

/** What is known of an actor as far as gaps are concerned. */
export interface ActorFacts {
  id: string;
  name: string;
  organisation: NamedReference | null;
  influence: ActorLevel | null;
  affectedness: ActorLevel | null;
  part: ActorPart | null;
  networks: readonly NamedReference[];
  meetings: number;
  fieldIds: readonly string[];
  /** Chosen here, or those its published offers are for. */
  targetGroupIds: readonly string[];
  municipalityIds: readonly string[];
}

/** A target group of the register of offers, with how many published offers are for it. */
export interface ServedTargetGroup extends NamedReference {
  offers: number;
}

interface Known {
  fields: readonly NamedReference[];
  targetGroups: readonly ServedTargetGroup[];
  municipalities: readonly NamedReference[];
}

/**
 * The gaps that the rows of an Akteursanalyse themselves show. An analysis without a row shows none: there is nothing
 * to measure yet.
 */
export function namedGaps(actors: readonly ActorFacts[], all: Known): NamedGap[] {
  if (actors.length === 0) return [];
  const without = (kind: GapKind, places: readonly NamedReference[], known: readonly string[]): NamedGap[] =>
    places.filter(({ id }) => !known.includes(id)).map(({ name }) => ({ kind, says: name, entryId: null }));
  return [
    ...unheardCells(actors),
    ...withoutSeat(actors),
    ...without(
      'TARGET_GROUP',
      all.targetGroups,
      actors.flatMap(({ targetGroupIds }) => targetGroupIds),
    ),
    ...without(
      'NO_OFFER',
      all.targetGroups,
      all.targetGroups.filter(({ offers }) => offers > 0).map(({ id }) => id),
    ),
    ...without(
      'FIELD',
      all.fields,
      actors.flatMap(({ fieldIds }) => fieldIds),
    ),
    ...without(
      'MUNICIPALITY',
      all.municipalities,
      actors.flatMap(({ municipalityIds }) => municipalityIds),
    ),
  ];
}

/**
 * Whether an actor has a part in more than name: an organisation by a seat or by having come to a meeting within the
 * year. Of a group nothing of that can be known, so its role counts, unless it is only informed.
 */
export function isInvolved({ organisation, networks, meetings, part }: ActorFacts): boolean {
  if (organisation) return networks.length > 0 || meetings > 0;
  return part !== null && part !== 'INFORMED';
}

/** Cells of the matrix with high affectedness from which nobody is involved, whether or not somebody stands in them. */
function unheardCells(actors: readonly ActorFacts[]): NamedGap[] {
  const judged = actors.filter(isJudged);
  if (judged.length === 0) return [];
  return actorLevels.flatMap((influence) => {
    const cell = judged.filter((it) => it.affectedness === 3 && it.influence === influence);
    if (cell.some(isInvolved)) return [];
    const where = `Betroffenheit ${affectednessLabels[3]}, Einfluss ${influenceLabels[influence]}`;
    const who = cell.map(({ name }) => name).join(', ');
    const says = who ? `${where}: niemand ist beteiligt (${who}).` : `${where}: niemand ist genannt.`;
    return [{ kind: 'UNHEARD' as const, says, entryId: null }];
  });
}

/** Great influence or high affectedness, and no seat in any network. */
function withoutSeat(actors: readonly ActorFacts[]): NamedGap[] {
  return actors
    .filter((it) => (it.influence === 3 || it.affectedness === 3) && it.networks.length === 0)
    .map(({ id, name }) => ({ kind: 'NO_SEAT', says: name, entryId: id }));
}
