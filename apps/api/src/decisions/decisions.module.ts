import { Module } from '@nestjs/common';
import { DataRequestsModule } from '../data-requests/data-requests.module';
import { FindingsModule } from '../findings/findings.module';
import { IndicatorsModule } from '../indicators/indicators.module';
import { OpenDecisionsController } from './decisions.controller';
import { OpenDecisionsRepository } from './decisions.repository';
import { OpenDecisionsService } from './decisions.service';
import { TopicOrder } from './topics/topic-order';
import { TopicsController } from './topics/topics.controller';
import { TopicsService } from './topics/topics.service';

@Module({
  imports: [DataRequestsModule, FindingsModule, IndicatorsModule],
  controllers: [OpenDecisionsController, TopicsController],
  providers: [OpenDecisionsRepository, OpenDecisionsService, TopicOrder, TopicsService],
})
export class DecisionsModule {}
