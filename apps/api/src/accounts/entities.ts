import { Account } from './account.entity';

export const accountsEntities = [Account];
