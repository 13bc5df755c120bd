import { type OrganisationType, organisationTypeLabels } from '../actors';

/** How many seats a kind of organisation shall have in a network. */
export interface NetworkTarget {
  type: OrganisationType;
  size: number;
}

export interface GapFacts {
  /** Filled seats without guests. */
  members: number;
  vacancies: number;
  targetSize: number | null;
  targetTypes: readonly NetworkTarget[];
  /** Filled seats without guests by the kind of their organisation; a kind that is not there counts 0. */
  membersByType: Partial<Record<OrganisationType, number>>;
}

/**
 * What a network lacks against what it wants to be, one sentence each.
 * @returns nothing where nothing is wanted or nothing lacks
 */
export function networkGaps(facts: GapFacts): string[] {
  const { members, targetSize, vacancies } = facts;
  const free = targetSize === null ? 0 : targetSize - members;
  const size =
    targetSize !== null && free > 0
      ? [`Noch ${free} von ${targetSize} Plätzen ${free === 1 ? 'ist' : 'sind'} frei.`]
      : [];
  const open =
    vacancies > 0 ? [vacancies === 1 ? '1 Platz ist unbesetzt.' : `${vacancies} Plätze sind unbesetzt.`] : [];
  const types = facts.targetTypes.flatMap(({ type, size: wanted }) => {
    const there = facts.membersByType[type] ?? 0;
    if (there >= wanted) return [];
    const label = organisationTypeLabels[type];
    return there === 0
      ? [`${label}: niemand dabei${wanted > 1 ? `, ${wanted} vorgesehen` : ''}.`]
      : [`${label}: ${there} von ${wanted} dabei.`];
  });
  return [...open, ...size, ...types];
}
