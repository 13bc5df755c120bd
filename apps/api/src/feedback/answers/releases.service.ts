import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { releaseProblems } from '@runder-tisch/domain/feedback';
import type { AnsweredToo } from '@runder-tisch/domain/feedback/feedback-requests';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import { handledItem } from '../inbox/handled-item';
import { forgetDrafts } from './drafts';
import { Answering, type AnswerSent, type AnswerWords, type Release } from './answering';

interface Draft {
  id: string;
  answer: string;
  notify: boolean;
  decided: AnswerWords['decided'];
  accountId: string | null;
  draftedBy: string;
}

/** Four eyes: one writes an answer, another lets it out; whoever does both says so. */
@Injectable()
export class Releases {
  constructor(
    private readonly database: Database,
    private readonly answering: Answering,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** For an answer that goes out at once: null where nobody has to release it. */
  async alone(tx: EntityManager, viewer: Viewer, said: boolean): Promise<Release | null> {
    const { fourEyes } = await this.settings.current(tx);
    if (!fourEyes) return null;
    if (!said) throw problem(releaseProblems, 'answer-not-released');
    return { draftedBy: viewer.displayName, releasedBy: viewer.displayName, releasedAlone: true };
  }

  /** Who lets out what somebody wrote; null where nobody has to. */
  async of(
    tx: EntityManager,
    viewer: Viewer,
    written: { accountId: string | null; draftedBy: string },
    alone: boolean,
  ): Promise<Release | null> {
    const { fourEyes } = await this.settings.current(tx);
    if (!fourEyes) return null;
    const own = written.accountId === viewer.accountId;
    if (own && !alone) throw problem(releaseProblems, 'answer-own-draft');
    return { draftedBy: written.draftedBy, releasedBy: viewer.displayName, releasedAlone: own };
  }

  /** Checked as if it went out now. What lay before for one of these makes way. */
  async draft(
    tx: EntityManager,
    viewer: Viewer,
    given: readonly AnsweredToo[],
    words: AnswerWords,
  ): Promise<void> {
    await this.answering.prepared(tx, viewer, given, words);
    const ids = given.map(({ id }) => id);
    await forgetDrafts(tx, ids);
    const id = newId();
    const decided = words.decided === null ? null : JSON.stringify(words.decided);
    await rowsIn(
      tx,
      sql`insert into answer_draft (id, answer, notify, decided, drafted_by_account_id, drafted_by, drafted_at)
          values (${id}, ${words.answer.trim()}, ${words.notify}, ${decided}::jsonb, ${viewer.accountId}::uuid, ${viewer.displayName}, ${this.clock.now()})`,
    );
    await rowsIn(
      tx,
      sql`insert into answer_draft_item (feedback_id, draft_id, position)
          select one.id, ${id}::uuid, one.position from unnest(${ids}::uuid[]) with ordinality as one(id, position)`,
    );
    // Whoever looked before has read other words, and must not let these out unread.
    await rowsIn(tx, sql`update feedback set version = version + 1 where id = any(${ids}::uuid[])`);
  }

  /** It goes out to all it was written for. */
  release(viewer: Viewer, id: string, version: number, alone: boolean): Promise<AnswerSent | null> {
    return this.database.write(viewer, 'feedback.release', async (tx) => {
      await handledItem(tx, viewer, id, version);
      const draft = await oneIn<Draft>(
        tx,
        sql`select draft.id, draft.answer, draft.notify, draft.decided, draft.drafted_by_account_id as "accountId", draft.drafted_by as "draftedBy"
            from answer_draft_item drafted join answer_draft draft on draft.id = drafted.draft_id where drafted.feedback_id = ${id}`,
      );
      if (!draft) throw problem(releaseProblems, 'answer-draft-gone');
      const release = await this.of(tx, viewer, draft, alone);
      const items = await rowsIn<AnsweredToo>(
        tx,
        sql`select it.id, it.version from answer_draft_item drafted join feedback it on it.id = drafted.feedback_id
            where drafted.draft_id = ${draft.id} order by drafted.position`,
      );
      const { answer, notify, decided } = draft;
      const answered = await this.answering.answer(tx, viewer, items, { answer, notify, decided, release });
      return answered.sent.get(id) ?? null;
    });
  }

  /** It lies before nobody any more. */
  withdraw(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'feedback.withdraw', async (tx) => {
      await handledItem(tx, viewer, id, version);
      const gone = await rowsIn(
        tx,
        sql`delete from answer_draft where id = (select draft_id from answer_draft_item where feedback_id = ${id}) returning id`,
      );
      if (gone.length === 0) throw problem(releaseProblems, 'answer-draft-gone');
    });
  }
}
