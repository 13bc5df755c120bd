export * from './consultation';
export * from './paper-state';
export * from './papers-limits';
export * from './papers-problems';
export * from './papers-views';
export * from './printed-paper';
