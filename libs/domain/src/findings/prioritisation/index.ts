export * from './points';
export * from './prioritisation-moves';
export * from './prioritisation-problems';
export * from './prioritisation-views';
export * from './prioritisation-words';
