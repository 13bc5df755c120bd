import { Module } from '@nestjs/common';
import { FieldsOfActionModule } from '../fields-of-action/fields-of-action.module';
import { FeedbackModule } from '../feedback/feedback.module';
import { SocialServicesModule } from '../social-services/social-services.module';
import { PublicDates } from './public-dates';
import { PublicStartController } from './public-start.controller';
import { SimplePagesController } from './simple-pages.controller';

/** What everybody sees first: made of all areas, so it stands right of the last one. */
@Module({
  imports: [FieldsOfActionModule, SocialServicesModule, FeedbackModule],
  controllers: [PublicStartController, SimplePagesController],
  providers: [PublicDates],
})
export class PublicStartModule {}
