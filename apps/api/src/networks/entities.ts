import { Membership, Network } from './network.entity';

export const networksEntities = [Network, Membership];
