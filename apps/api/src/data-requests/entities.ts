import { DataRequest } from './data-request.entity';
import { InterfaceAgreement } from './interfaces/interface-agreement.entity';
import { SectorPlan } from './sector-plans/sector-plan.entity';

export const dataRequestsEntities = [InterfaceAgreement, DataRequest, SectorPlan];
