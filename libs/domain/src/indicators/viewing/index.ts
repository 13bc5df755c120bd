export * from './strands';
export * from './trend';
