/** What speaks for taking a topic first (domain.md, step 0.3): each from 0 to 3. */
export const topicCriteria = ['urgency', 'dataAvailability', 'mandate', 'funding'] as const;
export type TopicCriterion = (typeof topicCriteria)[number];
export type TopicScores = Record<TopicCriterion, number>;

export const topicCriterionLabels: Record<TopicCriterion, string> = {
  urgency: 'Dringlichkeit',
  dataAvailability: 'Daten verfügbar',
  mandate: 'Politischer Auftrag',
  funding: 'Bezug zur Förderung',
};

export const topicScores = [0, 1, 2, 3] as const;
export const topicScoreLabels: Record<(typeof topicScores)[number], string> = {
  0: 'nein',
  1: 'wenig',
  2: 'deutlich',
  3: 'sehr',
};

/**
 * What the criteria say together: each counts the same, because nobody has decided otherwise.
 * @param scores each from 0 to 3
 * @returns the sum, 0 to 12
 */
export function topicScore(scores: TopicScores): number {
  return topicCriteria.reduce((sum, criterion) => sum + scores[criterion], 0);
}

/**
 * Topics in the order of their criteria. Equal ones keep the order in which they stand, so that asking twice changes
 * nothing.
 * @returns the same topics, the highest sum first
 */
export function byCriteria<Topic extends TopicScores>(topics: readonly Topic[]): Topic[] {
  return topics
    .map((topic, index) => ({ topic, index, score: topicScore(topic) }))
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .map(({ topic }) => topic);
}

/**
 * Topics in the order of the points they got; those without points keep their order behind them.
 * @param points by the id of a topic
 */
export function byPoints<Topic extends { id: string }>(
  topics: readonly Topic[],
  points: ReadonlyMap<string, number>,
): Topic[] {
  return topics
    .map((topic, index) => ({ topic, index, points: points.get(topic.id) ?? -1 }))
    .sort((one, other) => other.points - one.points || one.index - other.index)
    .map(({ topic }) => topic);
}
