export * from './cycle-clocks';
export * from './cycle-counters';
export * from './cycle-limits';
export * from './cycle-problems';
export * from './cycle-state';
export * from './cycle-views';
export * from './first-milestones';
