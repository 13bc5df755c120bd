import { Global, Module } from '@nestjs/common';
import { MailIdentitySource } from '../outbox/mail-identity';
import { PageIdentitySource } from '../pages/page-identity-source';
import { CalendarPeriods } from './calendar-periods';
import { CalendarPeriodsController } from './calendar-periods.controller';
import { LegalPagesController } from './legal-pages.controller';
import { Settings } from './settings';
import { SettingsController } from './settings.controller';
import { SettingsMailIdentity } from './settings-mail-identity';
import { TextBlocks } from './text-blocks';
import { TextBlocksController } from './text-blocks.controller';

/** Global, because every area names the county on its pages and in its mails. */
@Global()
@Module({
  controllers: [SettingsController, LegalPagesController, TextBlocksController, CalendarPeriodsController],
  providers: [
    Settings,
    CalendarPeriods,
    TextBlocks,
    { provide: MailIdentitySource, useClass: SettingsMailIdentity },
    { provide: PageIdentitySource, useExisting: Settings },
  ],
  exports: [Settings, CalendarPeriods, MailIdentitySource, PageIdentitySource],
})
export class SettingsModule {}
