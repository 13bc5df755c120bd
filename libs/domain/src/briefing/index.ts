export * from './briefing-document';
export * from './briefing-views';
export * from './contradictions';
export * from './field-sentence';
export * from './figures';
