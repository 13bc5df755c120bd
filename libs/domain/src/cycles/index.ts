export * from './actors';
export * from './cycles';
export * from './discourse';
export * from './process-page';
export * from './steps';
export * from './templates';
