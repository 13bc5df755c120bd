import { actorsEntities } from './actors/entities';
import { formatsEntities } from './formats/entities';
import { meetingsEntities } from './meetings/entities';
import { networksEntities } from './networks/entities';
import { tasksEntities } from './tasks/entities';

/** Every stored class; a test compares them with the migrated schema. */
export const entities = [...actorsEntities, ...networksEntities, ...formatsEntities, ...meetingsEntities, ...tasksEntities];
