export * from './request-form';
export type { FormModel } from './request-schema';
