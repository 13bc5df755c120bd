/**
 * The neighbourhood of an address: 24 bits of IPv4, 48 bits of IPv6. Enough to slow down a flood, too little to know
 * a household.
 */
export function cutAddress(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address);
  if (v4?.[1]) return v4[1];
  const [before = '', behind] = address.toLowerCase().split('::');
  const start = before.split(':').filter(Boolean);
  const rest = behind === undefined ? [] : behind.split(':').filter(Boolean);
  const zeros = behind === undefined ? 0 : 8 - start.length - rest.length;
  const whole = [...start, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...rest];
  return whole
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
