import { phoneLink } from './phone-link';

describe('phoneLink', () => {
  it.each([
    ['03496 60-1234', 'tel:03496601234'],
    ['(0340) 204 / 17', 'tel:034020417'],
    ['+49 (0) 340 55 01', 'tel:+493405501'],
    [' +49 3493 341', 'tel:+493493341'],
  ])('dials %s without blanks', (written, address) => {
    expect(phoneLink(written)).toBe(address);
  });
});
