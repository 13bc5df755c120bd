import { Module } from '@nestjs/common';
import { MergeActorsService } from './merge-actors';
import { Conversations } from './conversations';
import { ConversationsController } from './conversations.controller';
import { OrganisationsController } from './organisations.controller';
import { OrganisationsRepository } from './organisations.repository';
import { OrganisationsService } from './organisations.service';
import { PeopleController } from './people.controller';
import { PeopleRepository } from './people.repository';
import { PeopleService } from './people.service';

@Module({
  controllers: [OrganisationsController, PeopleController, ConversationsController],
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
