import { DataRequest } from './data-request.entity';
import { InterfaceAgreement } from './interfaces/interface-agreement.entity';

export const dataRequestsEntities = [InterfaceAgreement, DataRequest];
