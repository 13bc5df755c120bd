import { Module } from '@nestjs/common';
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

@Module({
  controllers: [OrganisationsController, PeopleController, MergesController, ConversationsController],
  providers: [
    Conversations,
    MergeActorsService,
    OrganisationsRepository,
    OrganisationsService,
    PeopleRepository,
    PeopleService,
  ],
  exports: [OrganisationsRepository, OrganisationsService, PeopleRepository, PeopleService],
})
export class ActorsModule {}
