export * from './matrix-steps';
export * from './matrix-views';
export * from './matrix-words';
