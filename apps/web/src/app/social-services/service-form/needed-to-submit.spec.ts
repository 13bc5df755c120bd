import { TestBed } from '@angular/core/testing';
import { missingFacts } from '@runder-tisch/domain/social-services';
import { SaveSocialService } from '@runder-tisch/domain/social-services/social-services-requests';
import { requestForm } from '../../forms';
import { neededToSubmit } from './needed-to-submit';

describe('An offer', () => {
  const starred = (facts: Partial<SaveSocialService>): string[] =>
    TestBed.runInInjectionContext(() => {
      const { fields } = requestForm(SaveSocialService, facts, { rules: neededToSubmit });
      return Object.keys(new SaveSocialService()).filter((name) =>
        fields[name as keyof SaveSocialService]().required(),
      );
    });

  it('bears a star at everything it is sent back for, and at nothing else', () => {
    for (const secretPlace of [false, true]) {
      const demanded = missingFacts({ ...new SaveSocialService(), secretPlace })
        .map(({ path }) => path)
        // Telephone, mail or page: the star stands above the three of them.
        .filter((path) => path !== 'phone');
      expect(starred({ secretPlace }).sort()).toEqual(['organisationId', 'title', ...demanded].sort());
    }
  });

  it('asks for the day of a waiting time only where there is one', () => {
    expect(starred({})).not.toContain('waitingOn');
    expect(starred({ waitingDays: 14 })).toContain('waitingOn');
  });
});
