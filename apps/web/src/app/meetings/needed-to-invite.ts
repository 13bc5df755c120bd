import { REQUIRED, type SchemaPath, type SchemaPathTree, metadata } from '@angular/forms/signals';
import type { SaveMeeting } from '@runder-tisch/domain/meetings/meetings-requests';
import type { FormModel } from '../forms';

/** Marks what an invitation needs; a draft is kept without it, so nothing is refused here. */
export function neededToInvite(
  path: SchemaPathTree<FormModel<SaveMeeting>>,
  inviting: () => boolean = () => true,
): void {
  for (const field of [path.day, path.startTime, path.endTime]) metadata(field, REQUIRED, inviting);
  placeNeeded(path, inviting);
}

/** A place, unless people take part online. */
export function placeNeeded(
  path: { place: SchemaPath<string>; onlineLink: SchemaPath<string> },
  inviting: () => boolean = () => true,
): void {
  metadata(path.place, REQUIRED, ({ valueOf }) => inviting() && valueOf(path.onlineLink).trim() === '');
}
