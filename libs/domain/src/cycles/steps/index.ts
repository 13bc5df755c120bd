export * from './next-step';
export * from './step-coordination';
export * from './step-limits';
export * from './step-problems';
export * from './step-state';
export * from './step-views';
export * from './steps-today';
