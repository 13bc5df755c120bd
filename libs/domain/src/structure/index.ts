export * from './bodies';
export * from './consolidation';
export * from './structure-problems';
