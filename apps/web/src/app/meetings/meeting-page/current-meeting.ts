import { Service, computed } from '@angular/core';
import type { MeetingPageView } from '@runder-tisch/domain/meetings';
import { KeptObject, objectOfRoute } from '../../object-page/kept-object';

/** The meeting of the open page, for the page and its tabs. */
@Service({ autoProvided: false })
export class CurrentMeeting extends KeptObject<MeetingPageView> {
  readonly staff = computed(() => {
    const view = this.view();
    return view?.audience === 'staff' ? view : null;
  });
  readonly participant = computed(() => {
    const view = this.view();
    return view?.audience === 'participant' ? view : null;
  });

  constructor() {
    super(objectOfRoute('/api/meetings'), (meeting) => meeting.title);
  }
}
