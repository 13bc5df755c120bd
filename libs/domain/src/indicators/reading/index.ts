export * from './checks/dash-answers';
export * from './families/mapping';
export * from './family';
export * from './indicator-reader';
