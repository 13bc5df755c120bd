import { Module } from '@nestjs/common';
import { ContactController } from './contact/contact.controller';
import { OwnContact } from './contact/own-contact';
import { OwnContactPageController } from './contact/own-contact-page.controller';
import { Unreachable } from './contact/unreachable';
import { MergeActorsService } from './merge-actors';
import { MergesController } from './merges.controller';
import { Conversations } from './conversations/conversations';
import { ConversationsController } from './conversations/conversations.controller';
import { OrganisationsController } from './organisations/organisations.controller';
import { OrganisationsRepository } from './organisations/organisations.repository';
import { OrganisationsService } from './organisations/organisations.service';
import { PeopleController } from './people/people.controller';
import { PeopleRepository } from './people/people.repository';
import { PeopleService } from './people/people.service';
import { RoleCards } from './people/role-cards';
import { SettingsModule } from '../settings/settings.module';

@Module({
  imports: [SettingsModule],
  controllers: [
    OrganisationsController,
    PeopleController,
    MergesController,
    ConversationsController,
    ContactController,
    OwnContactPageController,
  ],
  providers: [
    Conversations,
    MergeActorsService,
    OrganisationsRepository,
    OrganisationsService,
    PeopleRepository,
    OwnContact,
    PeopleService,
    RoleCards,
    Unreachable,
  ],
  exports: [OrganisationsRepository, OrganisationsService, PeopleRepository, PeopleService],
})
export class ActorsModule {}
