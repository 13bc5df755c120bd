import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { greeting } from '@runder-tisch/domain/actors';
import { berlinDay, formatDate } from '@runder-tisch/domain/time';
import { systemViewer } from '../access/viewer';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { type Anchor, AuditChain, findingSays } from '../audit/audit-chain';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { oneIn } from '../database/rows';
import { Jobs } from '../jobs/jobs';
import { Outbox } from '../outbox/outbox';
import { Settings } from '../settings/settings';
import { anchorMail } from './audit-anchor-mail';
import { recipientIn } from './recipient';

const HOUR = 3_600_000;

/**
 * Once a day the newest seal of the audit goes where whoever might rewrite the database does not reach: into a file
 * beside it and into the mailbox of the administrator. The chain itself is read again each day.
 */
@Injectable()
export class AuditAnchors implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly chain: AuditChain,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly clock: Clock,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  onModuleInit(): void {
    this.jobs.every(HOUR, 'audit.anchor', () => this.ofToday());
    this.jobs.heavy(24 * HOUR, 'audit.verify', () => this.check());
  }

  /** Makes the anchor of this day, unless there is one. What cannot be written to its file is tried again. */
  async ofToday(): Promise<void> {
    const day = berlinDay(this.clock.now());
    if (await this.database.one(sql`select 1 from audit_anchor where day = ${day}`)) return;
    const newest = await this.chain.newest();
    if (!newest) return;
    const now = this.clock.now();
    await this.database.write(systemViewer, 'audit.anchor', async (tx) => {
      const made = await oneIn(
        tx,
        sql`insert into audit_anchor (day, position, hash, made_at) values (${day}, ${newest.position}, ${newest.hash}, ${now})
            on conflict do nothing returning day`,
      );
      if (!made) return;
      await this.mail(tx, newest, now);
      await this.toFile(newest, now);
    });
  }

  /** Fails where the chain is broken, so that it stands among the failed jobs. */
  async check(): Promise<void> {
    const { findings } = await this.chain.verify();
    if (findings.length > 0) throw new Error(findings.map(findingSays).join(' '));
  }

  private async toFile({ position, hash }: Anchor, now: Date): Promise<void> {
    const { anchorFile } = this.options;
    if (!anchorFile) return;
    await mkdir(dirname(anchorFile), { recursive: true });
    await appendFile(anchorFile, `${now.toISOString()} ${position}:${hash}\n`, { mode: 0o600 });
  }

  /** Where no mail leaves the house it would only lie beside what it proves. */
  private async mail(tx: EntityManager, { position, hash }: Anchor, now: Date): Promise<void> {
    if (!this.options.smtpUrl) return;
    const administrator = await recipientIn(
      tx,
      sql`where 'admin' = any(roles) and disabled_at is null order by account.created_at, account.id limit 1`,
    );
    if (!administrator) return;
    const why = 'Sie erhalten diese Mail jeden Tag, weil Sie den Runden Tisch verwalten.';
    await this.outbox.enqueue(tx, {
      ...anchorMail(
        { greeting: greeting(administrator), anchor: `${position}:${hash}`, day: formatDate(now) },
        await this.settings.mailFrame(tx, { why }),
      ),
      to: { name: administrator.displayName, address: administrator.mail },
      purpose: 'audit-anchor',
      objectKind: 'account',
      objectId: administrator.id,
      personId: administrator.personId,
    });
  }
}
