export * from './actor-analysis';
export * from './actor-analysis-limits';
export * from './actor-analysis-problems';
export * from './actor-analysis-views';
export * from './named-gaps';
