export * from './actors-limits';
export * from './actors-problems';
export * from './actors-views';
export * from './conversations';
export * from './organisation-types';
export * from '../text/person-name';
