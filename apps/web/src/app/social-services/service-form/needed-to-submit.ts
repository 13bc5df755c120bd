import { REQUIRED, type SchemaPath, type SchemaPathTree, metadata } from '@angular/forms/signals';
import { factsToStar } from '@runder-tisch/domain/social-services';
import type { SaveSocialService } from '@runder-tisch/domain/social-services/social-services-requests';
import type { FormModel } from '../../forms';

/** Marks what submitting an offer needs; a draft is kept without it, so nothing is refused here. */
export function neededToSubmit(path: SchemaPathTree<FormModel<SaveSocialService>>): void {
  const byName = path as unknown as Record<string, SchemaPath<unknown>>;
  for (const name of factsToStar(false)) {
    const field = byName[name];
    if (field)
      metadata(field, REQUIRED, ({ valueOf }) => factsToStar(valueOf(path.secretPlace)).includes(name));
  }
  metadata(path.waitingOn, REQUIRED, ({ valueOf }) => typeof valueOf(path.waitingDays) === 'number');
}
