import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { nextTry } from '@runder-tisch/domain/outbox';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { Clock } from '../clock';
import { Jobs } from '../jobs/jobs';
import { Outbox } from './outbox';
import { type ClaimedMail, OutboxQueue } from './outbox-queue';
import { ServerPause } from './smtp/server-pause';
import { SmtpFailure } from './smtp/smtp-failure';
import { SmtpLane } from './smtp/smtp-lane';
import { type SmtpServer, smtpServer } from './smtp/smtp-options';

const LANES = 3;
const POLL_MS = 1000;
/** Well within a lease, so that a server that takes its time does not look like a dead worker. */
const RENEW_MS = 20_000;
const HOUR_MS = 3_600_000;
/** How long an ending process waits for the mail server. */
const GRACE_MS = 7_000;
const OUTCOME_TRIES = 30;
const OUTCOME_PAUSE_MS = 1000;

export interface OutboxRun {
  sent: number;
  refused: number;
  later: number;
  held: number;
}

const HELD_WITHOUT_SERVER = 'Es ist kein Mailserver eingerichtet.';
const HELD_DEMO = 'Adresse der Demo: Dorthin wird nichts verschickt.';

/** Carries mails out of the house, in the background or once by hand (`outbox:run --once`). */
@Injectable()
export class Dispatcher implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly pause = new ServerPause();
  private readonly lanes = new Set<SmtpLane>();
  private running: Promise<OutboxRun> | null = null;
  private stopping = false;

  constructor(
    private readonly queue: OutboxQueue,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  onModuleInit(): void {
    this.jobs.every(POLL_MS, 'outbox', () => this.round());
    this.jobs.every(HOUR_MS, 'outbox.sweep', () => this.queue.sweep());
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.options.background && !this.outbox.showsBodies) {
      await this.queue.erasePreviews();
    }
  }

  /** Mails that are being handed over finish; a server that takes too long gets its mail another time. */
  async onModuleDestroy(graceMs = GRACE_MS): Promise<void> {
    this.stopping = true;
    const abort = setTimeout(() => this.lanes.forEach((lane) => lane.abort()), graceMs);
    await this.running?.catch(() => undefined);
    clearTimeout(abort);
  }

  /** Sends everything that is due and then returns; a second call while one runs gets the same answer. */
  runOnce(): Promise<OutboxRun> {
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async round(): Promise<void> {
    if (!this.stopping && this.pause.isOver(this.clock.now()) && (await this.queue.hasWork())) {
      await this.runOnce();
    }
  }

  private async run(): Promise<OutboxRun> {
    const done: OutboxRun = { sent: 0, refused: 0, later: 0, held: 0 };
    await this.queue.releaseExpired();
    if (this.options.smtpUrl === null) {
      done.held += await this.queue.hold('all', HELD_WITHOUT_SERVER, !this.outbox.showsBodies);
      return done;
    }
    done.held += await this.queue.hold('demo', HELD_DEMO, true);
    const server = smtpServer(this.options.smtpUrl, new URL(this.options.publicUrl).hostname);
    if (this.pause.probing) {
      await this.work(server, done, 1);
    }
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => this.work(server, done)));
    const broken = lanes.find((lane) => lane.status === 'rejected');
    if (broken) {
      throw broken.reason;
    }
    return done;
  }

  /** One connection's share of the round; `most` for the single mail that tries whether the server is back. */
  private async work(server: SmtpServer, done: OutboxRun, most = Infinity): Promise<void> {
    const lane = new SmtpLane(server);
    this.lanes.add(lane);
    try {
      for (let count = 0; count < most && !this.stopping && this.pause.isOver(this.clock.now()); count += 1) {
        const mail = await this.queue.claim();
        if (!mail) {
          return;
        }
        await this.carry(lane, mail, done);
      }
    } finally {
      lane.close();
      this.lanes.delete(lane);
    }
  }

  private async carry(lane: SmtpLane, mail: ClaimedMail, done: OutboxRun): Promise<void> {
    const renewal = setInterval(() => void this.queue.renew(mail.id).catch(() => undefined), RENEW_MS);
    try {
      await lane.send(mail.envelopeFrom, mail.toAddress, mail.raw);
    } catch (error) {
      if (!(error instanceof SmtpFailure)) {
        throw error;
      }
      await this.settle(() => this.failed(mail, error, done));
      return;
    } finally {
      clearInterval(renewal);
    }
    this.pause.worked();
    await this.settle(() => this.queue.sent(mail.id));
    done.sent += 1;
  }

  private async failed(mail: ClaimedMail, failure: SmtpFailure, done: OutboxRun): Promise<void> {
    const now = this.clock.now();
    if (failure.closing) {
      this.pause.failed(now);
    }
    if (failure.concerns === 'server') {
      await this.queue.giveBack(mail.id, failure.says);
      return;
    }
    const next = failure.permanent ? null : nextTry(mail.attempts, mail.createdAt, now);
    if (next) {
      await this.queue.later(mail.id, next, failure.says);
      done.later += 1;
      return;
    }
    await this.queue.refused(mail.id, failure.says);
    done.refused += 1;
  }

  /** What the server answered must reach the row even if the database is away for a moment: else it is sent twice. */
  private async settle(write: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await write();
        return;
      } catch (error) {
        if (tries >= OUTCOME_TRIES || this.stopping) {
          throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, OUTCOME_PAUSE_MS));
      }
    }
  }
}
