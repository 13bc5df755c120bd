import { Module } from '@nestjs/common';
import { FieldsOfActionController } from './fields-of-action.controller';
import { FieldsOfActionService } from './fields-of-action.service';

@Module({
  controllers: [FieldsOfActionController],
  providers: [FieldsOfActionService],
  exports: [FieldsOfActionService],
})
export class FieldsOfActionModule {}
