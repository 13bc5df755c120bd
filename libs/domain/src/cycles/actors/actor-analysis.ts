/** Influence on what is planned, and how much an actor is touched by it; null where nobody has judged it yet. */
export const actorLevels = [1, 2, 3] as const;
export type ActorLevel = (typeof actorLevels)[number];

export const influenceLabels: Record<ActorLevel, string> = { 1: 'gering', 2: 'mittel', 3: 'groß' };
export const affectednessLabels: Record<ActorLevel, string> = { 1: 'gering', 2: 'mittel', 3: 'hoch' };

/** What an actor does in the process. */
export const actorParts = ['DECIDES', 'CONTRIBUTES', 'HEARD', 'INFORMED'] as const;
export type ActorPart = (typeof actorParts)[number];

export const actorPartLabels: Record<ActorPart, string> = {
  DECIDES: 'entscheidet',
  CONTRIBUTES: 'wirkt mit',
  HEARD: 'wird gehört',
  INFORMED: 'wird informiert',
};

/** Whether the Akteursanalyse is what a step of the Bauplan results in: a county may name and move its steps freely. */
export function leadsToActorAnalysis({ title, result }: { title: string; result: string }): boolean {
  return /akteursanalyse/i.test(`${title} ${result}`);
}

/** An actor is judged in all three respects or in none. */
export function isJudged<
  T extends { influence: ActorLevel | null; affectedness: ActorLevel | null; part: ActorPart | null },
>(actor: T): actor is T & { influence: ActorLevel; affectedness: ActorLevel; part: ActorPart } {
  return actor.influence !== null && actor.affectedness !== null && actor.part !== null;
}
