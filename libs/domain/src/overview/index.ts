export * from './overview-view';
