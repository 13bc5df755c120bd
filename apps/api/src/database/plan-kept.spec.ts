import sql from 'sql-template-tag';
import { planKept } from './plan-kept';

describe('a statement whose plan is kept', () => {
  it('hides values with a type from the planner and asks the same', () => {
    const id = '0199a000-0000-7000-8000-000000000001';
    const kept = planKept(
      sql`select 1 from person where id = ${id}::uuid and born <= ${'1990-01-01'}::date order by 1`,
    );
    expect(kept.text).toBe(
      'select 1 from person where id = (select $1::uuid) and born <= (select $2::date) order by 1',
    );
    expect(kept.values).toEqual([id, '1990-01-01']);
  });

  it('leaves lists and values without a type as they are', () => {
    const kept = planKept(sql`select 1 where state = any(${['OPEN']}::text[]) and title = ${'Pflege'}`);
    expect(kept.text).toBe('select 1 where state = any($1::text[]) and title = $2');
  });
});
