import { Module } from '@nestjs/common';
import { FormatsController } from './formats.controller';
import { FormatsRepository } from './formats.repository';
import { FormatsService } from './formats.service';

@Module({
  controllers: [FormatsController],
  providers: [FormatsRepository, FormatsService],
  exports: [FormatsService, FormatsRepository],
})
export class FormatsModule {}
