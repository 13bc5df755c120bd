import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access/access-guard';
import { HostCookie } from './access/host-cookie';
import { KnownDevices } from './access/known-devices';
import { MailLinks } from './access/mail-links';
import { RateLimit } from './access/rate-limit';
import { Sessions } from './access/session';
import { SessionCookie } from './access/session-cookie';
import { AuditChain } from './audit/audit-chain';
import { Clock } from './clock';
import { Database } from './database/database';
import { PdfRenderers } from './documents/pdf-renderers';
import { Pdfs } from './documents/pdfs';
import { Files } from './files/files';
import { Uploads } from './files/uploads';
import { History } from './history/history';
import { HistoryController } from './history/history.controller';
import { Housekeeping } from './jobs/housekeeping';
import { JobRuns } from './jobs/job-runs';
import { OperationsController } from './jobs/operations.controller';
import { Jobs } from './jobs/jobs';
import { HealthController } from './open-data/health.controller';
import { WorkerProcess } from './processes/worker-process';
import { Merge } from './merge/merge';
import { MergeRuns } from './merge/merge-runs';
import { OpenApi } from './open-data/openapi';
import { OpenApiController } from './open-data/openapi.controller';
import { Outcomes } from './outcomes/outcomes';
import { Overview } from './overview/overview';
import { OverviewController } from './overview/overview.controller';
import { Search } from './search/search';
import { SearchController } from './search/search.controller';
import { Belongings } from './belongings/belongings';
import { BelongingsController } from './belongings/belongings.controller';
import { Trace } from './trace/trace';
import { TraceController } from './trace/trace.controller';

/** The rooms every area stands on. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [
    SearchController,
    TraceController,
    BelongingsController,
    HistoryController,
    OverviewController,
    OperationsController,
    OpenApiController,
    HealthController,
  ],
  providers: [
    Clock,
    Database,
    HostCookie,
    KnownDevices,
    Sessions,
    SessionCookie,
    AccessGuard,
    MailLinks,
    RateLimit,
    Files,
    Uploads,
    PdfRenderers,
    Pdfs,
    AuditChain,
    JobRuns,
    Jobs,
    Housekeeping,
    WorkerProcess,
    Search,
    Merge,
    MergeRuns,
    Trace,
    Belongings,
    History,
    Outcomes,
    Overview,
    OpenApi,
  ],
  exports: [
    HostCookie,
    OpenApi,
    Clock,
    Database,
    KnownDevices,
    Sessions,
    SessionCookie,
    AccessGuard,
    MailLinks,
    RateLimit,
    Files,
    Uploads,
    Pdfs,
    AuditChain,
    Jobs,
    Search,
    Merge,
    MergeRuns,
    Outcomes,
    Trace,
  ],
})
export class TechnicalModule {}
