import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../access/viewer';

/** Runs inside the transaction that ended the session: what it throws undoes the end as well. */
export type SessionEnded = (tx: EntityManager, viewer: Viewer, meetingId: string) => Promise<void>;

/** What a line of the minutes may print of a Hinweis: no text before somebody has checked it. */
export interface PrintableFeedback {
  number: string | null;
  text: string | null;
  speakerRole: string;
}

/** Only Hinweise of this meeting: a line cannot print words of somebody else's. */
export type PrintFeedback = (
  tx: EntityManager,
  meetingId: string,
  feedbackIds: readonly string[],
) => Promise<ReadonlyMap<string, PrintableFeedback>>;

/**
 * Lets an area react to what happens further left without being imported there: meetings call
 * `sessionEnds` and `printableFeedback`, feedback registers for both.
 */
@Injectable()
export class Hooks {
  private readonly afterSession: SessionEnded[] = [];
  private print: PrintFeedback | null = null;

  onSessionEnded(work: SessionEnded): void {
    this.afterSession.push(work);
  }

  async sessionEnds(tx: EntityManager, viewer: Viewer, meetingId: string): Promise<void> {
    for (const work of this.afterSession) await work(tx, viewer, meetingId);
  }

  onPrintFeedback(print: PrintFeedback): void {
    this.print = print;
  }

  async printableFeedback(
    tx: EntityManager,
    meetingId: string,
    feedbackIds: readonly string[],
  ): Promise<ReadonlyMap<string, PrintableFeedback>> {
    return this.print && feedbackIds.length > 0 ? this.print(tx, meetingId, feedbackIds) : new Map();
  }
}
