export * from './constraint-says';
