import { Global, Module } from '@nestjs/common';
import { AttachmentsController } from './attachments.controller';
import { AttachmentsRepository } from './attachments.repository';
import { AttachmentsService } from './attachments.service';
import { OpenAttachmentsController } from './open-attachments.controller';

/** Every area may show what hangs on its objects. */
@Global()
@Module({
  controllers: [AttachmentsController, OpenAttachmentsController],
  providers: [AttachmentsRepository, AttachmentsService],
  exports: [AttachmentsRepository],
})
export class AttachmentsModule {}
