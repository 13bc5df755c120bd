export * from './berlin-date-pipe';
export * from './clock';
export * from './relative-time';
