import type { StaffMeetingView } from '@runder-tisch/domain/meetings';
import type { SaveMeeting } from '@runder-tisch/domain/meetings/meetings-requests';

/** The request that would save a meeting just as it is: what its form begins with. */
export function savedMeeting(view: StaffMeetingView): SaveMeeting {
  return {
    type: view.type,
    title: view.title,
    networkId: view.network?.id ?? null,
    committeeId: view.committee?.id ?? null,
    formatId: view.format?.id ?? null,
    day: view.times.day,
    startTime: view.times.startTime,
    endTime: view.times.endTime,
    fold: view.times.fold,
    place: view.place,
    placeId: view.placeId,
    placeNote: view.placeNote,
    onlineLink: view.onlineLink,
    accessibility: view.accessibility,
    invitationText: view.invitationText,
    answerUntilDay: view.answerUntilDay,
    public: view.public,
    capacity: view.capacity,
    previousMeetingId: view.previousMeetingId,
  };
}
