import { TestBed } from '@angular/core/testing';
import { SaveMeeting } from '@runder-tisch/domain/meetings/meetings-requests';
import { requestForm } from '../forms';
import { neededToInvite } from './needed-to-invite';

describe('What an invitation needs', () => {
  const starred = (facts: Partial<SaveMeeting>, inviting?: () => boolean): string[] =>
    TestBed.runInInjectionContext(() => {
      const { fields } = requestForm(SaveMeeting, facts, { rules: (path) => neededToInvite(path, inviting) });
      const shown = {
        day: fields.day,
        beginning: fields.startTime,
        end: fields.endTime,
        place: fields.place,
      };
      return Object.entries(shown).flatMap(([name, field]) => (field().required() ? [name] : []));
    });

  it('is starred: date, times and place', () => {
    expect(starred({})).toEqual(['day', 'beginning', 'end', 'place']);
  });

  it('is no place where people take part online', () => {
    expect(starred({ onlineLink: 'https://treffen.test/1' })).toEqual(['day', 'beginning', 'end']);
  });

  it('is nothing as long as nobody is invited', () => {
    expect(starred({}, () => false)).toEqual([]);
  });
});
