import { Global, Module } from '@nestjs/common';
import { TaskPageController } from './task-page.controller';
import { Tasks } from './tasks';
import { TasksController } from './tasks.controller';
import { TasksRepository } from './tasks.repository';
import { Today } from './today';
import { TodayController } from './today.controller';

/** Global: every area gives tasks and says what is due. */
@Global()
@Module({
  controllers: [TasksController, TodayController, TaskPageController],
  providers: [Tasks, TasksRepository, Today],
  exports: [Tasks, Today],
})
export class TasksModule {}
