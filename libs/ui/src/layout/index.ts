export * from './empty-state';
export * from './page-head';
export * from './progress-line';
export * from './step-bar';
export * from './tab-bar';
export * from './step-list';
export { RecallNote } from './recall-note';
