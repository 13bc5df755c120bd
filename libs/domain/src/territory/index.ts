export * from './anhalt-bitterfeld';
export * from './place-facets';
export * from './territory-limits';
export * from './territory-problems';
export * from './territory-views';
