import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  feedbackLimits,
  findPersonalData,
  letterLimits,
  letterProblems,
  type PassageSuggestionView,
} from '@runder-tisch/domain/feedback';
import type {
  EnterLetter,
  FinishLetter,
  MarkPassage,
  MendLetter,
} from '@runder-tisch/domain/feedback/letters/letter-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import {
  marked,
  type MarkedText,
  type MarkRefusal,
  marksOf,
  mended,
  openWords,
  passage,
  plainText,
  unmarked,
  withoutMark,
} from '@runder-tisch/domain/text';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { oneIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { blank, receivedAt, withoutNames } from '../entry/feedback-entry.service';
import { nextNumbers } from '../entry/feedback-numbers';
import { Feedback } from '../feedback.entity';
import { OriginalTexts } from '../original-texts';
import { SuggestionsService } from '../suggestions/suggestions.service';
import { IncomingLetter } from './incoming-letter.entity';
import { LetterTexts } from './letter-texts';
import { handledLetters, letterRights } from './letters-access';
import { untouchedFeedback } from './letters.repository';

/** A long letter becomes Hinweise: passage by passage, until somebody says that the rest holds none. */
@Injectable()
export class LettersService {
  constructor(
    private readonly database: Database,
    private readonly texts: LetterTexts,
    private readonly originals: OriginalTexts,
    private readonly suggestions: SuggestionsService,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  enter(viewer: Viewer, { text, receivedOn, ...request }: EnterLetter): Promise<{ id: string }> {
    return this.database.write(viewer, 'letter.enter', async (tx) => {
      const id = newId();
      const now = this.clock.now();
      await tx.insert(IncomingLetter, {
        ...request,
        id,
        subject: withoutNames(request.subject),
        speakerRole: withoutNames(request.speakerRole),
        receivedAt: receivedAt(receivedOn, now),
        state: 'OPEN',
        restReason: '',
        doneAt: null,
        doneBy: '',
        enteredByAccountId: viewer.accountId,
        version: 1,
        createdAt: now,
      });
      await this.texts.keep(tx, id, unmarked(text));
      await this.search.refresh(tx, 'incoming-letter', [id]);
      return { id };
    });
  }

  /** The passage becomes a Hinweis from the same source, read and checked like any other. */
  mark(viewer: Viewer, id: string, version: number, stretch: MarkPassage): Promise<void> {
    return this.database.write(viewer, 'letter.mark', async (tx) => {
      const { letter, text } = await this.open(tx, viewer, id, version);
      if (marksOf(text).length >= letterLimits.passages) throw problem(letterProblems, 'letter-full');
      const feedbackId = newId();
      const next = marked(text, stretch, feedbackId);
      if (typeof next === 'string') throw problem(letterProblems, refusedPassages[next]);
      const words = passage(next, feedbackId) ?? '';
      if (words.length > feedbackLimits.text) throw problem(letterProblems, 'letter-passage-long');
      await this.addHinweis(tx, viewer, letter, feedbackId, words);
      await this.keepText(tx, letter, version, next);
    });
  }

  /** Takes the mark off, and the Hinweis with it while nobody has worked on it. */
  unmark(viewer: Viewer, id: string, version: number, feedbackId: string): Promise<void> {
    return this.database.write(viewer, 'letter.unmark', async (tx) => {
      const { letter, text } = await this.open(tx, viewer, id, version);
      const item = await oneIn<{ untouched: boolean }>(
        tx,
        sql`select ${untouchedFeedback} as untouched from feedback it where it.id = ${feedbackId} and it.letter_id = ${id} for update`,
      );
      if (!item) throw problem(generalProblems, 'not-found');
      if (!item.untouched) throw problem(letterProblems, 'letter-passage-worked-on');
      await tx.delete(Feedback, { id: feedbackId });
      await this.search.refresh(tx, 'feedback', [feedbackId]);
      await this.keepText(tx, letter, version, withoutMark(text, feedbackId));
    });
  }

  /** Mends what was read or typed wrongly. A Hinweis made before keeps the words it was made of. */
  mend(viewer: Viewer, id: string, version: number, request: MendLetter): Promise<void> {
    return this.database.write(viewer, 'letter.mend', async (tx) => {
      const { letter, text } = await this.open(tx, viewer, id, version);
      const next = mended(text, request.pieces);
      if (!next || plainText(next).trim() === '') throw problem(letterProblems, 'letter-pieces-differ');
      if (plainText(next).length > letterLimits.text) {
        const detail = 'Der Text ist zu lang. Bitte teilen Sie ihn auf mehrere Briefe auf.';
        throw problem(generalProblems, 'invalid-input', [{ path: 'pieces', code: 'long', detail }]);
      }
      await this.keepText(tx, letter, version, next);
    });
  }

  finish(viewer: Viewer, id: string, version: number, { restReason }: FinishLetter): Promise<void> {
    return this.database.write(viewer, 'letter.finish', async (tx) => {
      const { letter, text } = await this.open(tx, viewer, id, version);
      const reason = restReason.trim();
      const rest = openWords(text).words > 0;
      if (rest && reason === '') throw problem(letterProblems, 'letter-rest-missing', 'restReason');
      await updateVersioned(tx, IncomingLetter, letter.id, version, {
        state: 'DONE',
        restReason: rest ? withoutNames(reason) : '',
        doneAt: this.clock.now(),
        doneBy: viewer.displayName,
      });
    });
  }

  reopen(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'letter.reopen', async (tx) => {
      const letter = await this.toChange(tx, viewer, id, version);
      if (letter.state !== 'DONE') throw problem(letterProblems, 'letter-not-done');
      if (!(await this.texts.read(tx, id))) throw problem(letterProblems, 'letter-text-gone');
      await updateVersioned(tx, IncomingLetter, id, version, {
        state: 'OPEN',
        restReason: '',
        doneAt: null,
        doneBy: '',
      });
    });
  }

  /** One that was entered by mistake; what became of a letter is not torn from it. */
  remove(viewer: Viewer, id: string, version: number): Promise<void> {
    const used = { feedback_letter_id_fkey: ['letter-has-passages', ''] } as const;
    return onConflict(letterProblems, used, () =>
      this.database.write(viewer, 'letter.delete', async (tx) => {
        await this.toChange(tx, viewer, id, version);
        await tx.delete(IncomingLetter, { id });
        await this.search.refresh(tx, 'incoming-letter', [id]);
      }),
    );
  }

  /** Where the passages could belong that nobody has assigned; what is to be checked first waits for that. */
  async suggestionsFor(viewer: Viewer, id: string): Promise<PassageSuggestionView[]> {
    const open = await this.database.rows<{ id: string }>(sql`
      select feedback.id from feedback join incoming_letter it on it.id = feedback.letter_id
      where it.id = ${id} and feedback.state in ('SUBMITTED', 'TRIAGED') and ${handledLetters(viewer)}
      order by feedback.number`);
    return Promise.all(
      open.map(async ({ id: feedbackId }) => {
        const { fields, abstains } = await this.suggestions.forItem(viewer, feedbackId);
        return { feedbackId, fields: abstains ? [] : fields };
      }),
    );
  }

  private async addHinweis(
    tx: EntityManager,
    viewer: Viewer,
    letter: IncomingLetter,
    id: string,
    words: string,
  ): Promise<void> {
    const now = this.clock.now();
    const [number] = await nextNumbers(tx, now, 1);
    const area = letter.municipalityId
      ? await oneIn<{ id: string }>(
          tx,
          sql`select planning_area_id as id from municipality where id = ${letter.municipalityId}`,
        )
      : undefined;
    await tx.insert(Feedback, {
      ...blank(id, viewer, now),
      number: number ?? null,
      source: letter.source,
      channel: letter.channel,
      receivedAt: letter.receivedAt,
      speakerRole: letter.speakerRole,
      personId: letter.personId,
      organisationId: letter.organisationId,
      networkId: letter.networkId,
      municipalityId: letter.municipalityId,
      planningAreaId: area?.id ?? null,
      letterId: letter.id,
      flagged: findPersonalData(words).length > 0,
    });
    await this.originals.keep(tx, id, words);
    await this.search.refresh(tx, 'feedback', [id]);
  }

  private async open(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    version: number,
  ): Promise<{ letter: IncomingLetter; text: MarkedText }> {
    const letter = await this.toChange(tx, viewer, id, version);
    if (letter.state !== 'OPEN') throw problem(letterProblems, 'letter-done');
    const text = await this.texts.read(tx, id);
    if (!text) throw problem(letterProblems, 'letter-text-gone');
    return { letter, text };
  }

  private async toChange(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    version: number,
  ): Promise<IncomingLetter> {
    await forChange(tx, letterRights(viewer), id);
    const letter = await tx.findOneByOrFail(IncomingLetter, { id });
    if (letter.version !== version) throw problem(generalProblems, 'stale-version');
    return letter;
  }

  private async keepText(
    tx: EntityManager,
    letter: IncomingLetter,
    version: number,
    text: MarkedText,
  ): Promise<void> {
    await this.texts.keep(tx, letter.id, text);
    await updateVersioned(tx, IncomingLetter, letter.id, version, {});
  }
}

const refusedPassages = {
  empty: 'letter-passage-empty',
  outside: 'letter-passage-outside',
  overlap: 'letter-passage-overlap',
} as const satisfies Record<MarkRefusal, string>;
