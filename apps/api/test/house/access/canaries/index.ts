import type { AreaCanaries } from '../canary';
import { accountsCanaries } from './accounts.canary';
import { actorsCanaries } from './actors.canary';
import { attachmentsCanaries } from './technical/attachments.canary';
import { committeesCanaries } from './committees.canary';
import { feedbackCanaries } from './feedback.canary';
import { fieldsOfActionCanaries } from './fields-of-action.canary';
import { formatsCanaries } from './formats.canary';
import { importsCanaries } from './imports.canary';
import { meetingsCanaries } from './meetings.canary';
import { networksCanaries } from './networks.canary';
import { remindersCanaries } from './technical/reminders.canary';
import { outboxCanaries } from './technical/outbox.canary';
import { publicStartCanaries } from './made-of-all/public-start.canary';
import { settingsCanaries } from './settings.canary';
import { socialServicesCanaries } from './social-services.canary';
import { tasksCanaries } from './tasks.canary';
import { technicalCanaries } from './technical.canary';
import { territoryCanaries } from './territory.canary';
import { findingsCanaries } from './findings.canary';
import { measuresCanaries } from './measures.canary';
import { briefingCanaries } from './made-of-all/briefing.canary';
import { indicatorsCanaries } from './indicators.canary';
import { dataRequestsCanaries } from './data-requests.canary';
import { papersCanaries } from './papers.canary';
import { decisionsCanaries } from './decisions.canary';
import { cyclesCanaries } from './cycles.canary';
import { structureCanaries } from './structure.canary';
import { inboxCanaries } from './inbox.canary';

/** In the order of the areas: each may build on what those before it planted. */
export const canaries: readonly AreaCanaries[] = [
  technicalCanaries,
  importsCanaries,
  settingsCanaries,
  territoryCanaries,
  fieldsOfActionCanaries,
  actorsCanaries,
  accountsCanaries,
  committeesCanaries,
  networksCanaries,
  tasksCanaries,
  socialServicesCanaries,
  indicatorsCanaries,
  dataRequestsCanaries,
  formatsCanaries,
  meetingsCanaries,
  feedbackCanaries,
  attachmentsCanaries,
  outboxCanaries,
  publicStartCanaries,
  findingsCanaries,
  measuresCanaries,
  briefingCanaries,
  papersCanaries,
  decisionsCanaries,
  cyclesCanaries,
  structureCanaries,
  inboxCanaries,
  remindersCanaries,
];
