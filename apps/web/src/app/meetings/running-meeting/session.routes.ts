import type { Routes } from '@angular/router';
import { leaveRunningMeeting, RunningMeetingPage } from './running-meeting-page';

export const sessionRoutes: Routes = [
  { path: '', component: RunningMeetingPage, canDeactivate: [leaveRunningMeeting] },
];
