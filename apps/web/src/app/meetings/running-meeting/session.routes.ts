import type { Routes } from '@angular/router';
import { provideLineOwners, type LineOwner } from './record/line-owners';
import { leaveRunningMeeting, RunningMeetingPage } from './running-meeting-page';

/** The running meeting with the kinds of lines that areas on the right bring along. */
export function runningMeetingRoutes(owners: readonly LineOwner[]): Routes {
  return [
    {
      path: '',
      component: RunningMeetingPage,
      canDeactivate: [leaveRunningMeeting],
      providers: [provideLineOwners(...owners)],
    },
  ];
}
