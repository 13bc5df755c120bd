import { Module } from '@nestjs/common';
import { FieldPublications } from './field-publications';
import { FieldPublicationsController } from './field-publications.controller';
import { FieldsOfActionController } from './fields-of-action.controller';
import { FieldsOfActionService } from './fields-of-action.service';

@Module({
  controllers: [FieldsOfActionController, FieldPublicationsController],
  providers: [FieldsOfActionService, FieldPublications],
  exports: [FieldsOfActionService, FieldPublications],
})
export class FieldsOfActionModule {}
