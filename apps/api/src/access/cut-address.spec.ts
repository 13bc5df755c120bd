import { cutAddress } from './cut-address';

it('keeps the neighbourhood of an address and nothing finer', () => {
  expect(cutAddress('203.0.113.77')).toBe('203.0.113');
  expect(cutAddress('::ffff:203.0.113.9')).toBe('203.0.113');
  expect(cutAddress('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1');
  expect(cutAddress('2001:0DB8:0001::9')).toBe('2001:db8:1');
  expect(cutAddress('::1')).toBe('0:0:0');
  expect(cutAddress('')).toBe('');
});
