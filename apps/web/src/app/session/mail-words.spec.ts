import { TestBed } from '@angular/core/testing';
import { signal } from '@angular/core';
import { MailWords } from './mail-words';
import { Session } from './session';

function words(leavesTheHouse: boolean, demo = false): MailWords {
  const current = signal({ mail: { leavesTheHouse }, demo });
  TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { current } }] });
  return TestBed.inject(MailWords);
}

describe('What is said of mails', () => {
  it('with a mail server tells whom they reach', () => {
    const mails = words(true);
    expect(mails.goes('Die Einladung', 'anna@haus.test')).toBe('Die Einladung geht an anna@haus.test.');
    expect(mails.onItsWay('Die Begründung', 'anna@haus.test')).toBe('Die Begründung ist unterwegs.');
    expect(mails.leaveSoon('Die Erinnerung', 1)).toBe(
      'Die Erinnerung an 1 Person geht in einer Minute hinaus.',
    );
    expect(mails.reach(3, 'eine Absage')).toBe('3 Personen erhalten eine Absage.');
  });

  it('without one tells that they stay in the Postausgang', () => {
    const mails = words(false);
    const why = 'Es verlässt keine Mail das Haus.';
    expect(mails.goes('Die Einladung', 'anna@haus.test')).toBe(
      `Die Einladung an anna@haus.test bleibt im Postausgang. ${why}`,
    );
    expect(mails.onItsWay('Die Begründung', 'anna@haus.test')).toBe(
      `Die Begründung bleibt im Postausgang. ${why}`,
    );
    expect(mails.leaveSoon('Die Erinnerung', 2)).toBe(
      `Die Erinnerung an 2 Personen bleibt im Postausgang. ${why}`,
    );
    expect(mails.reach(1, 'eine Absage')).toBe(`Eine Absage an 1 Person bleibt im Postausgang. ${why}`);
  });

  it('tells it of an address of the demo even with one', () => {
    expect(words(true).goes('Die Einladung', 'anna@haus.example')).toBe(
      'Die Einladung an anna@haus.example bleibt im Postausgang. An Adressen der Demo geht keine Mail hinaus.',
    );
  });

  it('promises nobody in the demo that mails to several go out, even with one', () => {
    const mails = words(true, true);
    const why = 'An Adressen der Demo geht keine Mail hinaus.';
    expect(mails.leave()).toBe(false);
    expect(mails.leaveSoon('Die Erinnerung', 2)).toBe(
      `Die Erinnerung an 2 Personen kommt in den Postausgang. ${why}`,
    );
    expect(mails.reach(3, 'eine Absage')).toBe(`Eine Absage an 3 Personen kommt in den Postausgang. ${why}`);
    expect(mails.goes('Die Einladung', 'anna@haus.test')).toBe('Die Einladung geht an anna@haus.test.');
  });
});
