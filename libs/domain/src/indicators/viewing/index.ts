export * from './strands';
export * from './trend';
export * from './viewing-views';
export * from './figure-words';
