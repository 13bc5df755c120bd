export * from './condensing-problems';
export * from './condensing-views';
