import { Municipality, PlanningArea } from './territory.entity';

export const territoryEntities = [PlanningArea, Municipality];
