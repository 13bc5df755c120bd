import { Global, Module } from '@nestjs/common';
import { TaskMails } from './mails/task-mails';
import { TaskMailsPageController } from './mails/task-mails-page.controller';
import { TaskReminders } from './mails/task-reminders';
import { SeveralTasks } from './several-tasks';
import { TaskPageController } from './task-page.controller';
import { Tasks } from './tasks';
import { TasksController } from './tasks.controller';
import { TasksRepository } from './tasks.repository';
import { Today } from './today';
import { TodayController } from './today.controller';

/** Global: every area gives tasks and says what is due. */
@Global()
@Module({
  controllers: [TasksController, TodayController, TaskPageController, TaskMailsPageController],
  providers: [Tasks, TasksRepository, SeveralTasks, TaskMails, TaskReminders, Today],
  exports: [Tasks, Today],
})
export class TasksModule {}
