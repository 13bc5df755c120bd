export * from './calendar-event';
export * from './dispatch';
export * from './revision';
