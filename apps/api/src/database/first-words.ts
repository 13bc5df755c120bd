/** SQL for the first words of a text column, never half a one: for titles of what has no name. */
export function firstWords(column: string, most: number): string {
  return `case when length(${column}) > ${most}
  then regexp_replace(left(${column}, ${most}), '[[:space:]]+[^[:space:]]*$', '') || ' …' else ${column} end`;
}
