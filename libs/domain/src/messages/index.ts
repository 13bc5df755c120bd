export * from './digest';
export * from './digest-views';
export * from './message-document';
export * from './messages-limits';
export * from './messages-problems';
export * from './messages-views';
export * from './messages-words';
export * from './recipients';
