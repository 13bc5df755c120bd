export * from './calendar-event';
export * from './dispatch';
export * from './order-of-answers';
export * from './read-reply';
export * from './revision';
