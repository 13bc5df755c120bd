export * from './consolidation-limits';
export * from './consolidation-today';
export * from './consolidation-views';
export * from './criteria';
