import type { Readable } from 'node:stream';
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
import { Letters } from './letters/letters';
import { Outbox } from './outbox';
import { type ClaimedMail, OutboxQueue } from './outbox-queue';
import { ServerPause } from './smtp/server-pause';
import { SmtpFailure } from './smtp/smtp-failure';
import { SmtpLane } from './smtp/smtp-lane';
import { smtpServer } from './smtp/smtp-options';

const LANES = 3;
/** With those that a slow mail holds up; mail servers count the connections of one client. */
const MOST_CONNECTIONS = 10;
/** A lane that takes longer for one mail no longer counts as one of the three. */
export const lanePatience = { slowMs: 10_000 };
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
const GIVEN_UP = 'Nach fünf Tagen aufgegeben. Zuletzt:';

function nothingYet(): OutboxRun {
  return { sent: 0, refused: 0, later: 0, held: 0 };
}

/** Carries mails out of the house, in the background or once by hand (`outbox:run --once`). */
@Injectable()
export class Dispatcher implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly pause = new ServerPause();
  /** Connections with what they are doing; one that a slow mail holds up is no reason for the others to wait. */
  private readonly lanes = new Map<SmtpLane, Promise<void>>();
  private readonly slow = new Set<SmtpLane>();
  private broken: { error: unknown } | null = null;
  private running: Promise<OutboxRun> | null = null;
  private stopping = false;

  constructor(
    private readonly queue: OutboxQueue,
    private readonly outbox: Outbox,
    private readonly letters: Letters,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  onModuleInit(): void {
    this.jobs.every(POLL_MS, 'outbox', () => this.round());
    this.jobs.every(HOUR_MS, 'outbox.sweep', () => this.queue.sweep());
  }

  async onApplicationBootstrap(): Promise<void> {
    // The worker knows of no mail server, whether or not there is one: texts are not its to judge.
    if (this.options.background && this.options.worker !== 'this' && !this.outbox.showsBodies) {
      await this.queue.erasePreviews();
    }
  }

  /** Mails that are being handed over finish; a server that takes too long gets its mail another time. */
  async onModuleDestroy(graceMs = GRACE_MS): Promise<void> {
    this.stopping = true;
    const abort = setTimeout(() => [...this.lanes.keys()].forEach((lane) => lane.abort()), graceMs);
    await Promise.allSettled([this.running, ...this.lanes.values()]);
    clearTimeout(abort);
  }

  /** Sends everything that is due and then returns; a second call while one runs gets the same answer. */
  runOnce(): Promise<OutboxRun> {
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(): Promise<OutboxRun> {
    const done = nothingYet();
    const lanes = await Promise.allSettled(await this.fill(done));
    const broken = lanes.find((lane) => lane.status === 'rejected');
    if (broken) {
      throw broken.reason;
    }
    return done;
  }

  /** Waits for no lane; what broke one is told by the next round, so that the job counts as failed. */
  private async round(): Promise<void> {
    if (this.broken) {
      const { error } = this.broken;
      this.broken = null;
      throw error;
    }
    if (this.stopping || !this.pause.isOver(this.clock.now()) || !(await this.queue.hasWork())) {
      return;
    }
    for (const lane of await this.fill(nothingYet())) {
      void lane.catch((error: unknown) => {
        this.broken = { error };
      });
    }
  }

  /** Sets the lanes to work that are free; after a failure one alone tries whether the server is back. */
  private async fill(done: OutboxRun): Promise<Promise<void>[]> {
    await this.queue.releaseExpired();
    if (this.options.smtpUrl === null) {
      done.held += await this.queue.hold('all', HELD_WITHOUT_SERVER, !this.outbox.showsBodies);
      return [];
    }
    done.held += await this.queue.hold('demo', HELD_DEMO, true);
    const server = smtpServer(this.options.smtpUrl, new URL(this.options.publicUrl).hostname);
    const most = this.pause.probing ? 1 : LANES;
    const begun: Promise<void>[] = [];
    while (this.lanes.size - this.slow.size < most && this.lanes.size < MOST_CONNECTIONS) {
      const lane = new SmtpLane(server);
      const work = this.work(lane, done).finally(() => {
        lane.close();
        this.lanes.delete(lane);
      });
      this.lanes.set(lane, work);
      begun.push(work);
    }
    return begun;
  }

  private async work(lane: SmtpLane, done: OutboxRun): Promise<void> {
    while (!this.stopping && this.pause.isOver(this.clock.now())) {
      const mail = await this.queue.claim();
      if (!mail) {
        return;
      }
      await this.carry(lane, mail, done);
    }
  }

  private async carry(lane: SmtpLane, mail: ClaimedMail, done: OutboxRun): Promise<void> {
    const late = setTimeout(() => this.slow.add(lane), lanePatience.slowMs);
    const renewal = setInterval(() => void this.queue.renew(mail.id).catch(() => undefined), RENEW_MS);
    try {
      await lane.send(mail.envelopeFrom, mail.toAddress, await this.message(mail));
    } catch (error) {
      if (!(error instanceof SmtpFailure)) {
        throw error;
      }
      await this.settle(() => this.failed(mail, error, done));
      return;
    } finally {
      clearInterval(renewal);
      clearTimeout(late);
      this.slow.delete(lane);
    }
    this.pause.worked();
    await this.settle(() => this.queue.sent(mail.id));
    done.sent += 1;
  }

  /** Bytes that were stored, or those of a letter while they are read: the same for each attempt either way. */
  private async message(mail: ClaimedMail): Promise<Buffer | Readable> {
    if (mail.raw) return mail.raw;
    const { id, messageId, letterId, words, createdAt } = mail;
    if (letterId === null || words === null) throw new Error(`Mail ${id} has no content.`);
    const to = { name: mail.toName, address: mail.toAddress };
    return this.letters.open(letterId, { id, messageId, to, words, createdAt });
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
    const next = failure.permanent ? null : nextTry(mail.attempts, now);
    if (next) {
      await this.queue.later(mail.id, next, failure.says);
      done.later += 1;
      return;
    }
    await this.queue.refused(mail.id, failure.permanent ? failure.says : `${GIVEN_UP} ${failure.says}`);
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
