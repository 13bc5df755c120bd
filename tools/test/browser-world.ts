/*
 * What browser tests are given, bundled as one file: Playwright's own compiler knows no decorator metadata,
 * which the API and the request classes of the scenario words live on.
 */
export {
  AuditChain,
  Database,
  deliveredMails,
  DigestService,
  Dispatcher,
  FigureImportWorker,
  HeldClock,
  FigureReleaseCheck,
  ImportWorker,
  InboxPoll,
  MailLinks,
  emptySheetsOf,
  readMail,
  readPdf,
  replyFamilies,
  serverWrittenPaths,
  Sessions,
  Settings,
  SetUpLink,
  signedIn,
  signedInAgain,
  systemViewer,
  testApp,
  testImap,
  fresh as freshMail,
  testDatabase,
  testSmtp,
  wordsMail,
} from '@runder-tisch/api/test';
export * as accounts from '@runder-tisch/scenario/accounts';
export * as actors from '@runder-tisch/scenario/actors';
export * as assignments from '@runder-tisch/scenario/assignments';
export * as attachments from '@runder-tisch/scenario/files/attachments';
export * as calendar from '@runder-tisch/scenario/calendar';
export * as condensing from '@runder-tisch/scenario/condensing';
export * as evaluation from '@runder-tisch/scenario/evaluation';
export * as feedback from '@runder-tisch/scenario/feedback';
export * as formats from '@runder-tisch/scenario/formats';
export * as imports from '@runder-tisch/scenario/imports';
export * as letters from '@runder-tisch/scenario/letters';
export * as lists from '@runder-tisch/scenario/lists';
export * as meetings from '@runder-tisch/scenario/meetings';
export * as councilSession from '@runder-tisch/scenario/council/committee-sessions';
export * as committees from '@runder-tisch/scenario/council/committees';
export * as networks from '@runder-tisch/scenario/networks';
export * as polls from '@runder-tisch/scenario/polls';
export * as prioritisation from '@runder-tisch/scenario/prioritisation';
export * as session from '@runder-tisch/scenario/session';
export * as socialServices from '@runder-tisch/scenario/social-services';
export * as figureImports from '@runder-tisch/scenario/figures/figure-imports';
export * as findings from '@runder-tisch/scenario/findings';
export * as measures from '@runder-tisch/scenario/measures';
export * as yearLetters from '@runder-tisch/scenario/year-letters';
export * as indicators from '@runder-tisch/scenario/indicators';
export * as dataRequests from '@runder-tisch/scenario/data-requests';
export * as papers from '@runder-tisch/scenario/council/papers';
export * as controls from '@runder-tisch/scenario/council/controls';
export * as decisions from '@runder-tisch/scenario/decisions';
export * as actorAnalysis from '@runder-tisch/scenario/planning/actor-analysis';
export * as cycles from '@runder-tisch/scenario/planning/cycles';
export * as discourse from '@runder-tisch/scenario/planning/discourse';
export * as messages from '@runder-tisch/scenario/messages';
export * as reminders from '@runder-tisch/scenario/reminders';
export * as succession from '@runder-tisch/scenario/succession';
export * as structure from '@runder-tisch/scenario/structure';
export { DEMO_NOW, demoDatabase } from '../demo/demo-database';
export { Client } from '@runder-tisch/scenario/client';
