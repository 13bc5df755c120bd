import { IsOptional } from 'class-validator';
import { RequestPipe } from './request-pipe';

class Anything {
  @IsOptional()
  deep: unknown = null;
}

const take = (value: unknown) => new RequestPipe().transform(value, { type: 'body', metatype: Anything });

describe('What is sent to the API', () => {
  it.each([
    ['a list', []],
    ['a number', 7],
    ['nothing', null],
    ['a text', 'x'],
  ])('is refused where it is %s instead of an object', async (_, value) => {
    await expect(take(value)).rejects.toMatchObject({ status: 400, code: 'malformed-request' });
  });

  it('loses the signs nobody sees, in every text of it', async () => {
    const deep = [{ name: 'Ö\u200B' }, 'O\u0308\uFEFF', 7];
    await expect(take({ deep })).resolves.toEqual({ deep: [{ name: 'Ö' }, 'Ö', 7] });
    const untyped = { type: 'body', metatype: Object } as const;
    await expect(new RequestPipe().transform({ suche: 'A\u202Ehorn' }, untyped)).resolves.toEqual({
      suche: 'Ahorn',
    });
    const param = { type: 'param', metatype: String, data: 'id' } as const;
    await expect(new RequestPipe().transform('a\u200Db', param)).resolves.toBe('ab');
  });

  it('is refused where it goes deeper than anything we ask for', async () => {
    const nested = (levels: number): unknown => (levels === 0 ? 'x' : { deep: nested(levels - 1) });
    await expect(take(nested(12))).resolves.toBeInstanceOf(Anything);
    await expect(take(nested(13))).rejects.toMatchObject({ status: 400, code: 'malformed-request' });
  });

  it.each([
    ['a bell', 'Ladung\u0007'],
    ['half a character', 'Haus \ud83d'],
    ['a sign that stands for none', 'Haus\uffff'],
  ])('is refused with its field where a text holds %s', async (_, text) => {
    const errors = [{ path: 'deep.names.1', code: 'control-characters' }];
    await expect(take({ deep: { names: ['Ahornhaus', text] } })).rejects.toMatchObject({
      status: 400,
      errors,
    });
  });
});
