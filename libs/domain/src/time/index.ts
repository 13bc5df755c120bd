export * from './berlin-instant';
export * from './berlin-wall';
export * from './day';
export * from './format';
export * from './holidays';
