export * from './counted';
export * from './folded';
export * from './visible';
