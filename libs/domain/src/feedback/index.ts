export * from './feedback-limits';
export * from './feedback-number';
export * from './feedback-problems';
export * from './feedback-state';
export * from './feedback-words';
export * from './personal-data';
export * from './redaction';
