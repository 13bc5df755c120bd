export * from './year-letter';
export * from './year-letter-choice';
export * from './year-letter-counts';
export * from './year-letter-problems';
export * from './year-letter-views';
