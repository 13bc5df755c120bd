export * from './icon';
export * from './mark';
