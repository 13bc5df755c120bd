export * from './attachment-types';
export * from './attachments-limits';
export * from './attachments-problems';
export * from './attachments-views';
export * from './file-name';
export * from './visibility';
