import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { settingsLimits, settingsProblems, type SettingsView } from '@runder-tisch/domain/settings';
import type { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import type { Viewer } from '../access/viewer';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { oneIn } from '../database/rows';
import type { MailFrame } from '../documents/mail-frame';
import { Files } from '../files/files';
import { cleanImage } from '../files/image';
import type { PageIdentity } from '../pages/page';
import { problem } from '../problem/problem';
import { CountySettings } from './county-settings.entity';
import { publicLinks } from './public-links';

export interface CurrentSettings extends SettingsView {
  id: string | null;
  logoFileId: string | null;
  /** False until somebody filled in the set-up page. */
  setUp: boolean;
}

const beforeSetUp: CurrentSettings = {
  id: null,
  version: 0,
  countyName: 'Runder Tisch',
  countyKey: '',
  logo: null,
  logoFileId: null,
  senderName: 'Runder Tisch',
  senderAddress: '',
  replyAddress: '',
  imprint: '',
  privacyText: '',
  accessibilityText: '',
  registrationOpen: true,
  voicesOpen: true,
  voicesIntro: '',
  fourEyes: false,
  cycleYears: 5,
  taskRemindDays: 3,
  taskOverdueDays: 1,
  taskEscalateDays: 7,
  weeklyDigest: false,
  digestWeekday: 1,
  digestHour: 7,
  setUp: false,
};

/** How the county calls itself, writes mails and shows itself on pages. Read anew for each answer: one row. */
@Injectable()
export class Settings {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly clock: Clock,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  async current(tx?: EntityManager): Promise<CurrentSettings> {
    const statement = sql`
      select id, version, county_name as "countyName", county_key as "countyKey", '/logo?v=' || logo_file_id as logo, logo_file_id as "logoFileId",
             sender_name as "senderName", sender_address as "senderAddress", reply_address as "replyAddress",
             imprint, privacy_text as "privacyText", accessibility_text as "accessibilityText",
             registration_open as "registrationOpen", voices_open as "voicesOpen", voices_intro as "voicesIntro", four_eyes as "fourEyes", cycle_years as "cycleYears",
             task_remind_days as "taskRemindDays", task_overdue_days as "taskOverdueDays", task_escalate_days as "taskEscalateDays",
             weekly_digest as "weeklyDigest", digest_weekday as "digestWeekday", digest_hour as "digestHour",
             set_up_at is not null as "setUp"
      from county_settings`;
    const row = tx
      ? await oneIn<CurrentSettings>(tx, statement)
      : await this.database.one<CurrentSettings>(statement);
    return row ?? beforeSetUp;
  }

  async view(): Promise<SettingsView> {
    const { id: _id, logoFileId: _file, setUp: _setUp, ...view } = await this.current();
    return view;
  }

  /** How server-written pages name and show the county. */
  async pageIdentity(): Promise<PageIdentity> {
    const current = await this.current();
    const { countyName, logo } = current;
    return { countyName, ...(logo ? { logoUrl: logo } : {}), links: publicLinks(current) };
  }

  /** What stands around the text of every mail. `why` tells the recipient why they get it. */
  async mailFrame(
    tx: EntityManager | undefined,
    facts: Pick<MailFrame, 'why' | 'sender' | 'preview'>,
  ): Promise<MailFrame> {
    const { countyName } = await this.current(tx);
    return { ...facts, countyName, publicUrl: this.options.publicUrl };
  }

  save(viewer: Viewer, version: number, request: SaveSettings): Promise<void> {
    return this.database.write(viewer, 'settings.change', async (tx) => {
      const { id } = await this.required(tx);
      await updateVersioned(tx, CountySettings, id, version, { ...request });
    });
  }

  /** The first row; what `npm start -- --empty` asks for and the demo begins with. */
  async begin(tx: EntityManager, request: SaveSettings): Promise<void> {
    const { setUp } = await this.current(tx);
    if (setUp) throw problem(settingsProblems, 'already-set-up');
    await tx.insert(CountySettings, {
      ...request,
      id: newId(),
      onlyOne: true,
      logoFileId: null,
      setUpAt: this.clock.now(),
      version: 1,
    });
  }

  changeLogo(viewer: Viewer, bytes: Buffer): Promise<void> {
    return this.database.write(viewer, 'settings.logo', (tx) => this.storeLogo(tx, bytes));
  }

  /** Known by its bytes; the old picture goes. */
  async storeLogo(tx: EntityManager, bytes: Buffer): Promise<void> {
    if (bytes.length > settingsLimits.logoBytes) throw problem(settingsProblems, 'image-too-large');
    const image = cleanImage(bytes);
    if (!image || image.width === 0 || image.height === 0) throw problem(settingsProblems, 'not-an-image');
    if (Math.max(image.width, image.height) > settingsLimits.logoPixels)
      throw problem(settingsProblems, 'image-too-large');
    const { id, version, logoFileId } = await this.required(tx);
    const name = `Logo.${image.mediaType.slice('image/'.length)}`;
    const fileId = await this.files.store(tx, { name, mediaType: image.mediaType, bytes: image.bytes });
    await updateVersioned(tx, CountySettings, id, version, { logoFileId: fileId });
    if (logoFileId) await this.files.remove(tx, logoFileId);
  }

  removeLogo(viewer: Viewer): Promise<void> {
    return this.database.write(viewer, 'settings.logo', async (tx) => {
      const { id, version, logoFileId } = await this.required(tx);
      if (!logoFileId) return;
      await updateVersioned(tx, CountySettings, id, version, { logoFileId: null });
      await this.files.remove(tx, logoFileId);
    });
  }

  private async required(tx: EntityManager): Promise<CurrentSettings & { id: string }> {
    const current = await this.current(tx);
    const { id } = current;
    if (!id) throw problem(settingsProblems, 'not-set-up');
    return { ...current, id };
  }
}
