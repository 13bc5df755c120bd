import { Global, Module } from '@nestjs/common';
import { AccessGuard } from './access/access-guard';
import { Sessions } from './access/session';
import { Clock } from './clock';
import { Database } from './database/database';
import { Search } from './search/search';
import { SearchController } from './search/search.controller';

/** The rooms every area stands on. */
@Global()
@Module({
  controllers: [SearchController],
  providers: [Clock, Database, Sessions, AccessGuard, Search],
  exports: [Clock, Database, Sessions, AccessGuard, Search],
})
export class TechnicalModule {}
