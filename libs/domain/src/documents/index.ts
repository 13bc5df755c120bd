export * from './blocks';
export * from './build';
export * from './documents-problems';
export * from './scene';
