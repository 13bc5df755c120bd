import { meetingSentences } from './meetings-today';

describe('What Heute says of a meeting', () => {
  it.each([
    ['meeting-invite', 'Einladungen senden: Steuerkreis am 17.01.'],
    ['meeting-held', 'Nachtragen, wer da war: Steuerkreis am 17.01.'],
    ['meeting-minutes', 'Protokoll vom 17.01. freigeben: Steuerkreis'],
    ['meeting-protocol', 'Protokoll vom 17.01. versenden: Steuerkreis'],
    ['meeting-answer', 'Zu- oder absagen: Steuerkreis am 17.01.'],
  ])('names the day in Berlin: %s', (kind, sentence) => {
    // Half an hour past midnight in Berlin, still the day before in Greenwich.
    const meeting = { title: 'Steuerkreis', startsAt: '2027-01-16T23:30:00+00:00' };
    expect(meetingSentences[kind]?.(meeting)).toBe(sentence);
  });
});
