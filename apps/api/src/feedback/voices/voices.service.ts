import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  feedbackProblems,
  type FeedbackSource,
  type FeedbackVoice,
  findPersonalData,
  type GivenVoiceView,
  VOICE_CODE_LENGTH,
  VOICE_CODE_SIGNS,
} from '@runder-tisch/domain/feedback';
import type { GiveVoice } from '@runder-tisch/domain/feedback/voice-requests';
import { addMonths, berlinDay, berlinDayBounds } from '@runder-tisch/domain/time';
import { cutAddress } from '../../access/cut-address';
import { RateLimit } from '../../access/rate-limit';
import { hashToken } from '../../access/session';
import { publicViewer, type Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { Feedback } from '../feedback.entity';
import { blank, unknown } from '../entry/feedback-entry.service';
import { nextNumbers } from '../entry/feedback-numbers';
import { OriginalTexts } from '../original-texts';

/** Counted by the day for the whole house: an account or an hour would write down who spoke without a name. */
const UNNAMED_PER_DAY = { name: 'voice-unnamed', hits: 500, minutes: 24 * 60 } as const;
/** Beyond that by the neighbourhood, as with the public form: who uses up the day silences nobody else. */
const UNNAMED_EVEN_THEN = { name: 'voice-unnamed-near', hits: 3, minutes: 24 * 60 } as const;
const NAMED_PER_HOUR = { name: 'voice', hits: 40, minutes: 60 } as const;
const CODE_MONTHS = 24;

export interface UnnamedVoice {
  source: FeedbackSource;
  text: string;
  fieldId: string | null;
  municipalityId: string | null;
  /** Where the answer shall go; empty if nowhere. */
  mail: string;
}

/** Hinweise people give by themselves, each named exactly as far as its voice promises. */
@Injectable()
export class VoicesService {
  constructor(
    private readonly database: Database,
    private readonly originals: OriginalTexts,
    private readonly limits: RateLimit,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  async give(viewer: Viewer, request: GiveVoice, address: string): Promise<GivenVoiceView> {
    const { voice, text, fieldId, municipalityId } = request;
    if (voice === 'UNNAMED' || voice === '') {
      if (!(await this.limits.count(UNNAMED_PER_DAY, 'house')))
        await this.limits.demand(UNNAMED_EVEN_THEN, cutAddress(address));
      return this.giveUnnamed({ source: 'PROVIDER', text, fieldId, municipalityId, mail: '' });
    }
    const organisationId = voice === 'ORGANISATION' ? spokenFor(viewer, request.organisationId) : null;
    await this.limits.demand(NAMED_PER_HOUR, viewer.accountId ?? '');
    return this.database.write(viewer, 'feedback.voice', async (tx) => {
      const item = {
        ...blank(newId(), viewer, this.clock.now()),
        source: 'PROVIDER' as const,
        voice,
        personId: viewer.personId,
        organisationId,
      };
      return { id: item.id, number: await this.store(tx, item, request), code: null };
    });
  }

  /**
   * Nothing of the request reaches the database but the words: no account, no request id, no hour. Who writes is the
   * public, the id is random, every time is the beginning of the day, the audit's too.
   */
  giveUnnamed(given: UnnamedVoice): Promise<GivenVoiceView> {
    const nobody = publicViewer(randomUUID());
    const today = berlinDay(this.clock.now());
    const day = berlinDayBounds(today).from;
    return this.database.write(nobody, 'feedback.unnamed', async (tx) => {
      await rowsIn(tx, sql`select set_config('rt.day_only', 'on', true)`);
      const voice: FeedbackVoice = 'UNNAMED';
      const item = { ...blank(randomUUID(), nobody, day), source: given.source, voice };
      const number = await this.store(tx, item, given);
      const code = newCode();
      await rowsIn(
        tx,
        sql`insert into feedback_code (code_hash, feedback_id, expires_on)
            values (${hashToken(code)}, ${item.id}, ${addMonths(today, CODE_MONTHS)}::date)`,
      );
      if (given.mail !== '')
        await rowsIn(
          tx,
          sql`insert into feedback_contact (feedback_id, mail) values (${item.id}, ${given.mail})`,
        );
      return { id: null, number, code };
    });
  }

  private async store(
    tx: EntityManager,
    item: Feedback,
    given: Pick<UnnamedVoice, 'text' | 'fieldId' | 'municipalityId'>,
  ): Promise<string> {
    const { fieldId, municipalityId } = given;
    const found = await oneIn<{ field: boolean; municipality: boolean; planningAreaId: string | null }>(
      tx,
      sql`select exists (select 1 from field_of_action where id = ${fieldId}::uuid and active) as field,
                 exists (select 1 from municipality where id = ${municipalityId}::uuid) as municipality,
                 (select planning_area_id from municipality where id = ${municipalityId}::uuid) as "planningAreaId"`,
    );
    if (fieldId !== null && !found?.field) throw unknown('fieldId');
    if (municipalityId !== null && !found?.municipality) throw unknown('municipalityId');
    const [number] = await nextNumbers(tx, this.clock.now(), 1);
    const text = given.text.trim();
    await tx.insert(Feedback, {
      ...item,
      channel: 'FORM',
      number: number ?? null,
      flagged: findPersonalData(text).length > 0,
      guessedFieldId: fieldId,
      municipalityId,
      planningAreaId: found?.planningAreaId ?? null,
    });
    await this.originals.keep(tx, item.id, text);
    await this.search.refresh(tx, 'feedback', [item.id]);
    return number ?? '';
  }
}

function spokenFor(viewer: Viewer, asked: string | null): string {
  if (asked !== null && !viewer.organisationIds.includes(asked))
    throw problem(feedbackProblems, 'feedback-other-organisation');
  const [first, ...more] = viewer.organisationIds;
  const organisationId = asked ?? (more.length === 0 ? first : undefined);
  if (organisationId) return organisationId;
  throw problem(feedbackProblems, 'voice-organisation-missing', 'organisationId');
}

function newCode(): string {
  return Array.from(
    { length: VOICE_CODE_LENGTH },
    () => VOICE_CODE_SIGNS[randomInt(VOICE_CODE_SIGNS.length)],
  ).join('');
}
