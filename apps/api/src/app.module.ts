import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from './accounts/accounts.module';
import { ActorsModule } from './actors/actors.module';
import { type AppOptions, APP_OPTIONS } from './app-options';
import { AttachmentsModule } from './attachments/attachments.module';
import { CommitteesModule } from './committees/committees.module';
import { entities } from './entities';
import { FeedbackModule } from './feedback/feedback.module';
import { FieldsOfActionModule } from './fields-of-action/fields-of-action.module';
import { FormatsModule } from './formats/formats.module';
import { ImportsModule } from './imports/imports.module';
import { MeetingsModule } from './meetings/meetings.module';
import { SessionModule } from './meetings/session.module';
import { NetworksModule } from './networks/networks.module';
import { PublicStartModule } from './public-start/public-start.module';
import { SettingsModule } from './settings/settings.module';
import { SocialServicesModule } from './social-services/social-services.module';
import { OutboxModule } from './outbox/outbox.module';
import { LooseEndsModule } from './loose-ends/loose-ends.module';
import { TasksModule } from './tasks/tasks.module';
import { TechnicalModule } from './technical.module';
import { TerritoryModule } from './territory/territory.module';
import { FindingsModule } from './findings/findings.module';
import { MeasuresModule } from './measures/measures.module';
import { BriefingModule } from './briefing/briefing.module';
import { IndicatorsModule } from './indicators/indicators.module';
import { DataRequestsModule } from './data-requests/data-requests.module';
import { PapersModule } from './papers/papers.module';
import { DecisionsModule } from './decisions/decisions.module';
import { CyclesModule } from './cycles/cycles.module';
import { RemindersModule } from './reminders/reminders.module';
import { StructureModule } from './structure/structure.module';
import { InboxModule } from './inbox/inbox.module';

@Module({})
export class AppModule {
  static with(options: AppOptions): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: options.databaseUrl,
          entities: [...entities],
          poolSize: 8,
          retryAttempts: 0,
          extra: { application_name: 'runder-tisch', connectionTimeoutMillis: 10_000 },
        }),
        TechnicalModule,
        TasksModule,
        LooseEndsModule,
        OutboxModule,
        ImportsModule,
        AttachmentsModule,
        RemindersModule,
        SettingsModule,
        TerritoryModule,
        FieldsOfActionModule,
        ActorsModule,
        AccountsModule,
        CommitteesModule,
        NetworksModule,
        SocialServicesModule,
        IndicatorsModule,
        DataRequestsModule,
        FormatsModule,
        MeetingsModule,
        SessionModule,
        FeedbackModule,
        PublicStartModule,
        FindingsModule,
        MeasuresModule,
        BriefingModule,
        PapersModule,
        DecisionsModule,
        CyclesModule,
        StructureModule,
        InboxModule,
      ],
      providers: [{ provide: APP_OPTIONS, useValue: options }],
      exports: [APP_OPTIONS],
    };
  }
}
