import { Module } from '@nestjs/common';
import { FormatTypesController } from './format-types.controller';
import { FormatTypesService } from './format-types.service';
import { FormatsController } from './formats.controller';
import { FormatsRepository } from './formats.repository';
import { FormatsService } from './formats.service';

@Module({
  controllers: [FormatTypesController, FormatsController],
  providers: [FormatTypesService, FormatsRepository, FormatsService],
  exports: [FormatsService, FormatsRepository],
})
export class FormatsModule {}
