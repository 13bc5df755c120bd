export * from './denominators';
export * from './derivations';
export * from './derive-figures';
export * from './figure';
export * from './import-state';
export * from './import-views';
export * from './mapped-figures';
export * from './table-cell';
