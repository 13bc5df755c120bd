export * from './bounced-mail';
export * from './dispatch-state';
export * from './mail-state';
export * from './outbox-limits';
export * from './outbox-problems';
export * from './outbox-views';
