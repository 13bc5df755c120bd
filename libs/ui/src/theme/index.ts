export * from './color-scheme';
