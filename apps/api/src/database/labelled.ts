/**
 * A case expression that says a stored word in German, by the labels of the domain. They are words of the code, no
 * values; an apostrophe in one is still doubled.
 */
export function labelled(column: string, labels: Readonly<Record<string, string>>): string {
  const whens = Object.entries(labels).map(([word, label]) => `when ${quoted(word)} then ${quoted(label)}`);
  return `case ${column} ${whens.join(' ')} end`;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "''")}'`;
}
