export * from './coverage';
export * from './coverage-views';
