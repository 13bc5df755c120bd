export * from './network-kinds';
export * from './network-state';
