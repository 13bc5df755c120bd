export * from './counted';
export * from './phone-link';
