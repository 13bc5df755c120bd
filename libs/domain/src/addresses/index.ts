export * from './mail-address';
export * from './mailboxes';
export * from './person-name';
export * from './read-addresses';
export * from './proposals';
