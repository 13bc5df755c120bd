import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type MailTrialView, outboxProblems } from '@runder-tisch/domain/outbox';
import type { Viewer } from '../../access/viewer';
import { type AppOptions, APP_OPTIONS } from '../../app-options';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { MailIdentitySource } from '../mail-identity';
import { renderMail } from '../render-mail';
import { SmtpFailure } from './smtp-failure';
import { SmtpLane } from './smtp-lane';
import { smtpServer } from './smtp-options';

/** Somebody waits for the answer, so a silent server is given up sooner than for a mail. */
export const trialTimeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 };

/** One mail to whoever asks, past the queue, so that the mail server's own words come back at once. */
@Injectable()
export class MailTrial {
  constructor(
    private readonly database: Database,
    private readonly identities: MailIdentitySource,
    private readonly clock: Clock,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  async run(viewer: Viewer): Promise<MailTrialView> {
    const { smtpUrl, publicUrl } = this.options;
    if (smtpUrl === null) return { outcome: 'NO_SERVER', server: '', to: '', says: '' };
    const { address, identity } = await this.database.read(async (tx) => ({
      address: (
        await oneIn<{ mail: string }>(tx, sql`select mail from account where id = ${viewer.accountId}::uuid`)
      )?.mail,
      identity: await this.identities.identity(tx),
    }));
    if (!address) throw problem(outboxProblems, 'mail-address-invalid');
    const words =
      'Diese Mail ist eine Probe aus den Einstellungen. Ihr Mailserver hat sie angenommen und zugestellt.';
    const mail = await renderMail(
      {
        to: { name: viewer.displayName, address },
        subject: 'Probe des Mailversands',
        text: `Guten Tag,\n\n${words}\n`,
        html: `<p>Guten Tag,</p><p>${words}</p>`,
        purpose: 'mail-trial',
        objectKind: 'account',
        objectId: newId(),
      },
      identity,
      newId(),
      this.clock.now(),
    );
    const { connection, auth } = smtpServer(smtpUrl, new URL(publicUrl).hostname);
    const server = `${connection.host ?? ''}:${connection.port ?? ''}`;
    const lane = new SmtpLane({ connection: { ...connection, ...trialTimeouts }, auth });
    try {
      const says = await lane.send(mail.envelopeFrom, mail.to.address, mail.raw);
      return { outcome: 'TAKEN', server, to: address, says };
    } catch (error) {
      if (!(error instanceof SmtpFailure)) throw error;
      return { outcome: 'REFUSED', server, to: address, says: error.says };
    } finally {
      lane.close();
    }
  }
}
