export * from './catalogue';
export type * from './catalogue-indicator';
export * from './indicator-words';
export * from './sources';
