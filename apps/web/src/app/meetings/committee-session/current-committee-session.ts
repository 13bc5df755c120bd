import { inject, Service } from '@angular/core';
import type { CommitteeSessionView } from '@runder-tisch/domain/meetings';
import { KeptObject } from '../../object-page/kept-object';
import { CurrentMeeting } from '../meeting-page/current-meeting';

/** How the open meeting is called as a committee's session; nothing is asked where it is none. */
@Service({ autoProvided: false })
export class CurrentCommitteeSession extends KeptObject<CommitteeSessionView> {
  constructor() {
    const meeting = inject(CurrentMeeting);
    super(() => {
      const view = meeting.staff();
      return view?.type === 'COMMITTEE' && view.committee
        ? `/api/meetings/${view.id}/committee-session`
        : undefined;
    });
  }
}
