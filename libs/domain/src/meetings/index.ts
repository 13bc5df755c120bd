export * from './meeting-words';
