export * from './empty-state';
export * from './page-head';
export * from './progress-line';
export * from './step-bar';
export * from './tab-bar';
export { RecallNote } from './recall-note';
