import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { feedbackProblems, formRefusal } from '@runder-tisch/domain/feedback';
import { cutAddress } from '../../access/cut-address';
import { RateLimit } from '../../access/rate-limit';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { problem } from '../../problem/problem';

/** A class of a school behind one router may take part in the same lesson. */
const PER_NEIGHBOURHOOD = { name: 'voice-form', hits: 60, minutes: 60 } as const;
const PER_COUNTY = { name: 'voice-form-all', hits: 2000, minutes: 24 * 60 } as const;
/** Where somebody has used up the day of the whole county, all others can still say what they have to say. */
const EVEN_THEN = { name: 'voice-form-near-day', hits: 3, minutes: 24 * 60 } as const;
const SAME_TEXT = { name: 'voice-form-text', hits: 1, minutes: 24 * 60 } as const;

/**
 * Keeps programs out of the public form without cookies, pictures or strangers: the form carries the signed moment
 * it was shown, a field only programs see, and everything is counted by the neighbourhood of the address.
 */
@Injectable()
export class VoiceForm {
  private key: Promise<string> | null = null;

  constructor(
    private readonly database: Database,
    private readonly limits: RateLimit,
    private readonly clock: Clock,
  ) {}

  /** The mark of a form shown now. */
  async mark(): Promise<string> {
    const seconds = this.seconds().toString(36);
    return `${seconds}.${await this.signature(seconds)}`;
  }

  /** Seconds since the form with this mark was shown; null if we did not make it. */
  async openSeconds(mark: string): Promise<number | null> {
    const [seconds = '', signature = ''] = mark.split('.');
    const expected = Buffer.from(await this.signature(seconds));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
    return this.seconds() - Number.parseInt(seconds, 36);
  }

  async demandHuman(form: { text: string; trap: string; mark: string; address: string }): Promise<void> {
    await this.limits.demand(PER_NEIGHBOURHOOD, cutAddress(form.address));
    const refusal = formRefusal({ ...form, openSeconds: await this.openSeconds(form.mark) });
    if (refusal) throw problem(feedbackProblems, refusal, 'text');
    if (!(await this.limits.count(PER_COUNTY, 'county')))
      await this.limits.demand(EVEN_THEN, cutAddress(form.address));
    if (!(await this.limits.count(SAME_TEXT, form.text.toLowerCase().replace(/\s+/g, ' ').trim())))
      throw problem(feedbackProblems, 'voice-form-twice');
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }

  private async signature(seconds: string): Promise<string> {
    this.key ??= this.readKey();
    return createHmac('sha256', await this.key)
      .update(seconds)
      .digest('base64url');
  }

  private async readKey(): Promise<string> {
    const { key } = await this.database.found<{ key: string }>(sql`select key from voice_form_key`);
    return key;
  }
}
