export * from './blocks';
export * from './build';
export * from './scene';
