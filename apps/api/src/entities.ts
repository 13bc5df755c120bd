import { accountsEntities } from './accounts/entities';
import { actorsEntities } from './actors/entities';
import { attachmentsEntities } from './attachments/entities';
import { committeesEntities } from './committees/entities';
import { feedbackEntities } from './feedback/entities';
import { fieldsOfActionEntities } from './fields-of-action/entities';
import { settingsEntities } from './settings/entities';
import { territoryEntities } from './territory/entities';
import { formatsEntities } from './formats/entities';
import { meetingsEntities } from './meetings/entities';
import { networksEntities } from './networks/entities';
import { socialServicesEntities } from './social-services/entities';
import { tasksEntities } from './tasks/entities';
import { findingsEntities } from './findings/entities';
import { measuresEntities } from './measures/entities';
import { indicatorsEntities } from './indicators/entities';
import { dataRequestsEntities } from './data-requests/entities';
import { papersEntities } from './papers/entities';
import { decisionsEntities } from './decisions/entities';
import { cyclesEntities } from './cycles/entities';
import { remindersEntities } from './reminders/entities';
import { structureEntities } from './structure/entities';
import { inboxEntities } from './inbox/entities';

/** Every stored class; a test compares them with the migrated schema. */
export const entities = [
  ...settingsEntities,
  ...territoryEntities,
  ...fieldsOfActionEntities,
  ...actorsEntities,
  ...accountsEntities,
  ...committeesEntities,
  ...networksEntities,
  ...socialServicesEntities,
  ...indicatorsEntities,
  ...dataRequestsEntities,
  ...formatsEntities,
  ...meetingsEntities,
  ...feedbackEntities,
  ...tasksEntities,
  ...findingsEntities,
  ...measuresEntities,
  ...papersEntities,
  ...decisionsEntities,
  ...attachmentsEntities,
  ...cyclesEntities,
  ...structureEntities,
  ...remindersEntities,
  ...inboxEntities,
];
