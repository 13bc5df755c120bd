import { attachmentsContribution } from './attachments/attachments.contribution';
import { briefingContribution } from './briefing/briefing.contribution';
import type { Contribution } from './contribution';
import { feedbackContribution } from './feedback/feedback.contribution';
import { findingsContribution } from './findings/findings.contribution';
import { inboxContribution } from './inbox/inbox.contribution';
import { measuresContribution } from './measures/measures.contribution';
import { meetingsContribution } from './meetings/meetings.contribution';
import { networksContribution } from './networks/networks.contribution';
import { papersContribution } from './papers/papers.contribution';
import { remindersContribution } from './reminders/reminders.contribution';
import { settingsContribution } from './settings/settings.contribution';
import { structureContribution } from './structure/structure.contribution';
import { socialServicesContribution } from './social-services/social-services.contribution';

/** From left to right: in this order tabs and blocks stand on a page. */
export const contributions: readonly Contribution[] = [
  settingsContribution,
  networksContribution,
  socialServicesContribution,
  meetingsContribution,
  feedbackContribution,
  findingsContribution,
  measuresContribution,
  papersContribution,
  structureContribution,
  inboxContribution,
  briefingContribution,
  attachmentsContribution,
  remindersContribution,
];
