import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { CONTRIBUTIONS } from '../../contribution';
import { provideLineOwners } from './record/line-owners';
import { leaveRunningMeeting, RunningMeetingPage } from './running-meeting-page';

/** The running meeting, once areas on the right have brought their kinds of lines. */
export const sessionRoutes: Routes = [
  {
    path: '',
    loadChildren: async () => {
      const brought = inject(CONTRIBUTIONS).flatMap(({ minutesLine }) => minutesLine ?? []);
      const owners = await Promise.all(brought.map((load) => load()));
      return [
        {
          path: '',
          component: RunningMeetingPage,
          canDeactivate: [leaveRunningMeeting],
          providers: [provideLineOwners(...owners)],
        },
      ];
    },
  },
];
