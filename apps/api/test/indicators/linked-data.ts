/** JSON-LD with a context of prefixes alone, as everything our catalogue says of each of its nodes. */
export type Term =
  { is: 'node'; id: string } | { is: 'literal'; value: string; type: string | null; language: string | null };

export interface Node {
  id: string;
  types: string[];
  terms: Map<string, Term[]>;
}

type Json = Record<string, unknown>;

/** Nodes of a document by their addresses; those without one get a number. Unknown prefixes throw. */
export function linkedData(document: Json): Map<string, Node> {
  const context = document['@context'] as Record<string, string>;
  const nodes = new Map<string, Node>();
  const whole = (name: string): string => {
    const [prefix = '', rest] = name.split(':');
    const base = context[prefix];
    if (!base || rest === undefined) throw new Error(`„${name}“ hat keinen bekannten Namensraum.`);
    return base + rest;
  };
  const nodeOf = (given: Json): Term => {
    const id = typeof given['@id'] === 'string' ? given['@id'] : `_:${nodes.size}`;
    const node = nodes.get(id) ?? { id, types: [], terms: new Map<string, Term[]>() };
    nodes.set(id, node);
    for (const [name, value] of Object.entries(given)) {
      const values = (Array.isArray(value) ? value : [value]) as unknown[];
      if (name === '@type') node.types.push(...values.map((it) => whole(String(it))));
      else if (!name.startsWith('@')) {
        const terms = node.terms.get(whole(name)) ?? [];
        node.terms.set(whole(name), terms);
        terms.push(...values.map(termOf));
      }
    }
    return { is: 'node', id };
  };
  const termOf = (value: unknown): Term => {
    if (typeof value !== 'object' || value === null)
      return { is: 'literal', value: String(value), type: null, language: null };
    const given = value as Json;
    if (!('@value' in given)) return nodeOf(given);
    return {
      is: 'literal',
      value: String(given['@value']),
      type: typeof given['@type'] === 'string' ? whole(given['@type']) : null,
      language: typeof given['@language'] === 'string' ? given['@language'] : null,
    };
  };
  nodeOf(document);
  return nodes;
}
