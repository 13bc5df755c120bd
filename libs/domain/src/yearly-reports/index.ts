export * from './report-words';
export * from './yearly-report-document';
export * from './yearly-reports-views';
