import { Account } from './account.entity';
import { Registration } from './registrations/registration.entity';

export const accountsEntities = [Account, Registration];
