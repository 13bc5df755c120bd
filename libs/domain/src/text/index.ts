export * from './counted';
export * from './phone-link';
export * from './folded';
export * from './visible';
