import { Service, computed, signal } from '@angular/core';
import type { MeetingPageView } from '@runder-tisch/domain/meetings';

/** The meeting of the open page, for its tabs; `changed` asks the page to read it again. */
@Service({ autoProvided: false })
export class CurrentMeeting {
  readonly view = signal<MeetingPageView | null>(null);
  readonly changed = signal(0);
  readonly staff = computed(() => {
    const view = this.view();
    return view?.audience === 'staff' ? view : null;
  });
  readonly participant = computed(() => {
    const view = this.view();
    return view?.audience === 'participant' ? view : null;
  });

  again(): void {
    this.changed.update((count) => count + 1);
  }
}
