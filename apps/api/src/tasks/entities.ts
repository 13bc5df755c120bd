import { Task } from './task.entity';

export const tasksEntities = [Task];
