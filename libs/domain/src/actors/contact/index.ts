export * from './contact-problems';
export * from './contact-today';
export * from './contact-views';
