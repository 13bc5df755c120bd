import { byCriteria, byPoints, topicScore } from './topic-criteria';

const topic = (id: string, urgency: number, funding = 0) => ({
  id,
  urgency,
  dataAvailability: 0,
  mandate: 0,
  funding,
});

describe('The order of topics', () => {
  it('follows the sum of the criteria and keeps the order of equal ones', () => {
    const topics = [topic('a', 1), topic('b', 3), topic('c', 0, 1), topic('d', 3, 3)];
    expect(byCriteria(topics).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
    expect(byCriteria(byCriteria(topics))).toEqual(byCriteria(topics));
    expect(topicScore(topic('e', 3, 2))).toBe(5);
  });

  it('follows points, with those that got none behind in their order', () => {
    const topics = [topic('a', 0), topic('b', 0), topic('c', 0)];
    expect(
      byPoints(
        topics,
        new Map([
          ['c', 0],
          ['b', 4],
        ]),
      ).map(({ id }) => id),
    ).toEqual(['b', 'c', 'a']);
  });
});
