import { parseArgs } from 'node:util';
import { PlainError } from '../start/plain-error';

/**
 * What the options of a command say, as `--name 5`, else what they are `otherwise`; where `fits` denies them, `demand`
 * is said together with the usage.
 */
export function numbersOf<Name extends string>(
  args: readonly string[],
  otherwise: Record<Name, number>,
  { usage, demand, fits }: { usage: string; demand: string; fits(given: Record<Name, number>): boolean },
): Record<Name, number> {
  const names = Object.keys(otherwise) as Name[];
  try {
    const { values } = parseArgs({
      args: [...args],
      options: Object.fromEntries(
        names.map((name) => [name, { type: 'string' as const, default: String(otherwise[name]) }]),
      ),
    });
    const given = Object.fromEntries(names.map((name) => [name, Number(values[name])])) as Record<
      Name,
      number
    >;
    if (!fits(given)) throw new Error(demand);
    return given;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)} – ${usage}`);
  }
}
