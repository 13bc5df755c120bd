export * from './template-comparison';
export * from './template-content';
export * from './template-limits';
export * from './template-problems';
export * from './template-roles';
export * from './template-state';
export * from './template-views';
