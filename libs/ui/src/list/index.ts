export * from './cell';
export * from './data-list';
export * from './filter-bar';
export * from './move-buttons';
