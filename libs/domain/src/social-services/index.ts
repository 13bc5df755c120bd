export * from './accessibility';
export * from './default-lists';
export * from './languages';
export * from './service-completeness';
export * from './service-state';
export * from './social-services-limits';
export * from './social-services-problems';
export * from './social-services-views';
