import { actorsEntities } from './actors/entities';

/** Every stored class; a test compares them with the migrated schema. */
export const entities = [...actorsEntities];
