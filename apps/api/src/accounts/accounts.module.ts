import { Module } from '@nestjs/common';
import { ActorsModule } from '../actors/actors.module';
import { FieldsOfActionModule } from '../fields-of-action/fields-of-action.module';
import { TerritoryModule } from '../territory/territory.module';
import { Accounts } from './accounts';
import { AccountsController } from './accounts.controller';
import { AccountsRepository } from './accounts.repository';
import { AuditAnchors } from './audit-anchors';
import { OwnAccount } from './own-account';
import { OwnAccountController } from './own-account.controller';
import { RegistrationPagesController } from './registrations/registration-pages.controller';
import { RegistrationsController } from './registrations/registrations.controller';
import { RegistrationsRepository } from './registrations/registrations.repository';
import { Registrations } from './registrations/registrations.service';
import { RoleAccounts } from './role-accounts';
import { SessionController } from './session.controller';
import { SetUpLink } from './set-up/set-up-link';
import { SetUpPagesController } from './set-up/set-up-pages.controller';
import { SetUpService } from './set-up/set-up.service';
import { SignIn } from './sign-in/sign-in';
import { SignInLinks } from './sign-in/sign-in-links';
import { SignInMailer } from './sign-in/sign-in-mailer';
import { SignInPagesController } from './sign-in/sign-in-pages.controller';

@Module({
  imports: [ActorsModule, FieldsOfActionModule, TerritoryModule],
  controllers: [
    SessionController,
    OwnAccountController,
    AccountsController,
    SignInPagesController,
    SetUpPagesController,
    RegistrationsController,
    RegistrationPagesController,
  ],
  providers: [
    Accounts,
    AccountsRepository,
    AuditAnchors,
    OwnAccount,
    Registrations,
    RegistrationsRepository,
    RoleAccounts,
    SetUpLink,
    SetUpService,
    SignIn,
    SignInLinks,
    SignInMailer,
  ],
  exports: [Accounts, RoleAccounts, SetUpLink, SignInLinks, SignInMailer],
})
export class AccountsModule {}
