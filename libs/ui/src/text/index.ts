export * from './berlin-date-pipe';
export * from './clock';
export * from './mail-address';
export * from './relative-time';
export * from './unbroken-pipe';
