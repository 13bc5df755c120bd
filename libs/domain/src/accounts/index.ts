export * from './accounts-limits';
export * from './accounts-problems';
export * from './accounts-views';
export * from './in-app-path';
export * from './password-rules';
export * from './permissions';
export * from './roles';
export * from './session-view';
