export * from './as-sentence';
export * from './counted';
export * from './person-name';
export * from './phone-link';
export * from './folded';
export * from './shortened';
export * from './unbroken';
export * from './visible';
