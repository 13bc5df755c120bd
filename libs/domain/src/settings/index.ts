export * from './default-texts';
export * from './only-text-blocks';
export * from './settings-limits';
export * from './settings-problems';
export * from './settings-text';
export * from './settings-views';
export * from './text-blocks';
