export * from './loose-ends';
