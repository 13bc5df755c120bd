export * from './default-fields';
export * from './fields-of-action-problems';
export * from './fields-of-action-views';
