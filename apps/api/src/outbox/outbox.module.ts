import { Global, Module } from '@nestjs/common';
import { ReturnedMails } from './returns/returned-mails';
import { Dispatcher } from './dispatcher';
import { DispatchesRepository } from './dispatches.repository';
import { Letters } from './letters/letters';
import { Outbox } from './outbox';
import { OutboxQueue } from './outbox-queue';
import { OutboxController } from './outbox.controller';
import { MailTrial } from './smtp/mail-trial';
import { OutboxRepository } from './outbox.repository';

/** Needs a global provider of `MailIdentitySource`, which the settings area exports. */
@Global()
@Module({
  controllers: [OutboxController],
  providers: [
    Outbox,
    ReturnedMails,
    Letters,
    OutboxQueue,
    OutboxRepository,
    DispatchesRepository,
    MailTrial,
    Dispatcher,
  ],
  exports: [Outbox, ReturnedMails, Dispatcher],
})
export class OutboxModule {}
