export * from './outcome-words';
