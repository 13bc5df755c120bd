export { HeldClock } from './held-clock';
export { type SignedIn, signedIn } from './signed-in';
export { type TestApp, type TestAppOptions, testApp } from './test-app';
export { type TestDatabase, emptyDatabase, testDatabase } from './test-database';
export { type CapturedMail, type TestSmtp, testSmtp } from './test-smtp';
