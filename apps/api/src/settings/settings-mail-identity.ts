import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { oneIn } from '../database/rows';
import { imapAddress } from '../outbox/returns/imap-address';
import { type MailIdentity, MailIdentitySource } from '../outbox/mail-identity';
import { Settings } from './settings';

/** The sender of every mail, as the settings name it. */
@Injectable()
export class SettingsMailIdentity extends MailIdentitySource {
  constructor(
    private readonly settings: Settings,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {
    super();
  }

  async identity(tx: EntityManager): Promise<MailIdentity> {
    const { senderName, senderAddress, replyAddress } = await this.settings.current(tx);
    const instance = await oneIn<{ id: string }>(tx, sql`select instance_id as id from instance`);
    return {
      senderName,
      senderAddress: senderAddress || `runder-tisch@${new URL(this.options.publicUrl).hostname}`,
      replyAddress,
      inboxAddress: this.options.imapUrl ? imapAddress(this.options.imapUrl).address : null,
      // Fixed for the life of the installation, whatever its address or sender becomes.
      instanceHost: `${instance?.id ?? 'instance'}.runder-tisch.invalid`,
    };
  }
}
