export * from './berlin-date-pipe';
export * from './clock';
export * from './mail-address';
export * from './numbered-text';
export * from './relative-time';
export * from './unbroken-pipe';
