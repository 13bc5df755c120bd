export * from './cycles';
export * from './process-page';
export * from './steps';
export * from './templates';
