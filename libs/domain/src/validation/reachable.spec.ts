import 'reflect-metadata';
import { validateSync } from 'class-validator';
import { PostalCode } from './reachable';

class Place {
  @PostalCode()
  postalCode = '';
}

describe('A postal code', () => {
  const said = (postalCode: unknown): string | undefined =>
    Object.values(validateSync(Object.assign(new Place(), { postalCode }))[0]?.constraints ?? {})[0];

  it('has five digits or is left out', () => {
    for (const right of ['06366', '']) expect(said(right)).toBeUndefined();
    expect(said('Köthen')).toBe('Die Postleitzahl hat fünf Ziffern.');
    expect(said(null)).toBe('Die Postleitzahl hat fünf Ziffern.');
  });

  it('of four digits has most likely lost its leading zero', () => {
    expect(said('6366')).toBe('Die Postleitzahl hat fünf Ziffern. Meinten Sie 06366?');
  });

  it('of another length says how many digits stand there', () => {
    expect(said('0636')).toBe('Die Postleitzahl hat fünf Ziffern, hier stehen 4.');
    expect(said('063666')).toBe('Die Postleitzahl hat fünf Ziffern, hier stehen 6.');
    expect(said('0')).toBe('Die Postleitzahl hat fünf Ziffern, hier steht eine.');
  });
});
