export * from './default-format-types';
export * from './format-duration';
export * from './format-meeting-types';
export * from './format-state';
export * from './formats-limits';
export * from './formats-problems';
export * from './formats-views';
