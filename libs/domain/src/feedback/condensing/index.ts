export * from './condensing-problems';
export * from './condensing-views';
export * from './planning-number';
