import { Municipality, Place, PlanningArea } from './territory.entity';

export const territoryEntities = [PlanningArea, Municipality, Place];
