import type { Contribution } from './contribution';
import { accountsContribution } from './accounts/accounts.contribution';
import { actorsContribution } from './actors/actors.contribution';
import { attachmentsContribution } from './attachments/attachments.contribution';
import { committeesContribution } from './committees/committees.contribution';
import { feedbackContribution } from './feedback/feedback.contribution';
import { fieldsOfActionContribution } from './fields-of-action/fields-of-action.contribution';
import { settingsContribution } from './settings/settings.contribution';
import { territoryContribution } from './territory/territory.contribution';
import { technicalContribution } from './database/technical.contribution';
import { formatsContribution } from './formats/formats.contribution';
import { meetingsContribution } from './meetings/meetings.contribution';
import { networksContribution } from './networks/networks.contribution';
import { importsContribution } from './imports/imports.contribution';
import { outboxContribution } from './outbox/outbox.contribution';
import { socialServicesContribution } from './social-services/social-services.contribution';
import { tasksContribution } from './tasks/tasks.contribution';
import { findingsContribution } from './findings/findings.contribution';
import { measuresContribution } from './measures/measures.contribution';
import { indicatorsContribution } from './indicators/indicators.contribution';
import { dataRequestsContribution } from './data-requests/data-requests.contribution';
import { papersContribution } from './papers/papers.contribution';
import { decisionsContribution } from './decisions/decisions.contribution';
import { cyclesContribution } from './cycles/cycles.contribution';
import { remindersContribution } from './reminders/reminders.contribution';
import { structureContribution } from './structure/structure.contribution';
import { inboxContribution } from './inbox/inbox.contribution';

/** In the order in which they may call each other. */
const ofAreas: readonly Contribution[] = [
  technicalContribution,
  outboxContribution,
  importsContribution,
  tasksContribution,
  settingsContribution,
  territoryContribution,
  fieldsOfActionContribution,
  actorsContribution,
  accountsContribution,
  committeesContribution,
  networksContribution,
  socialServicesContribution,
  indicatorsContribution,
  dataRequestsContribution,
  formatsContribution,
  meetingsContribution,
  feedbackContribution,
  findingsContribution,
  measuresContribution,
  papersContribution,
  decisionsContribution,
  cyclesContribution,
  structureContribution,
  inboxContribution,
];

/** What hangs on objects of all areas. */
const withFiles: readonly Contribution[] = [...ofAreas, attachmentsContribution(ofAreas)];

/** Everything the areas contribute, and what stands on all of it. */
export const contributions: readonly Contribution[] = [...withFiles, remindersContribution(withFiles)];
