import { Global, Module } from '@nestjs/common';
import { BouncedAddresses } from './returns/bounced-addresses';
import { Dispatcher } from './dispatcher';
import { DispatchesRepository } from './dispatches.repository';
import { Outbox } from './outbox';
import { OutboxQueue } from './outbox-queue';
import { OutboxController } from './outbox.controller';
import { OutboxRepository } from './outbox.repository';

/** Needs a global provider of `MailIdentitySource`, which the settings area exports. */
@Global()
@Module({
  controllers: [OutboxController],
  providers: [BouncedAddresses, Outbox, OutboxQueue, OutboxRepository, DispatchesRepository, Dispatcher],
  exports: [BouncedAddresses, Outbox, Dispatcher],
})
export class OutboxModule {}
