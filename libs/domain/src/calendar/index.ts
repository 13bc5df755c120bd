export * from './calendar-event';
export * from './dispatch';
export * from './read-reply';
export * from './revision';
