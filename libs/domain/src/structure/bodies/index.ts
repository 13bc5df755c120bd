export * from './bodies-views';
export * from './load';
