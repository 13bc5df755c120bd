import { Sql } from 'sql-template-tag';

/**
 * The same statement, its values with a type (`${id}::uuid`) hidden from whoever plans it. With them in sight PostgreSQL
 * thinks a plan for these very values so much better than one for all that it makes one at every look, which for a
 * statement over many tables takes longer than to answer it. For reads that find by keys and are asked again and again.
 */
export function planKept({ strings, values }: Sql): Sql {
  const [first = '', ...rest] = strings;
  const before = [first];
  for (const text of rest) {
    const type = /^::[a-z]+(?!\[)\b/.exec(text)?.[0];
    if (type) before[before.length - 1] += '(select ';
    before.push(type ? `${type})${text.slice(type.length)}` : text);
  }
  return new Sql(before, [...values]);
}
