export * from './network-gaps';
export * from './network-kinds';
export * from './network-light';
export * from './network-limits';
export * from './network-state';
export * from './network-work';
export * from './networks-problems';
export * from './networks-views';
