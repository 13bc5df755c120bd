import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Moves, type MoveTable } from '@runder-tisch/domain/moves';
import { faultsOf } from '@runder-tisch/domain/moves/faults';
import type { Problems } from '@runder-tisch/domain/problem';

const domain = join(__dirname, '../../../../libs/domain/src');

/** Lists of states that no table of moves walks, each with its reason. */
const withoutMoves: Record<string, string> = {
  mailStates: 'The outbox moves many mails at once under a lease; nobody makes a move with one of them.',
  registrationStates: 'What the office may ask for; storedRegistrationStates have the moves.',
  serviceStates: 'One half of serviceStandings, which have the moves.',
  changeStates: 'The other half of serviceStandings.',
  letterStates:
    'A letter is done once its rest is declared, and open again when somebody says so: two words, no way between.',
  deliveryStates: 'Derived from the day, the agreement and its request; nobody moves a delivery.',
};

interface Found {
  file: string;
  name: string;
}

function allNamed(pattern: RegExp): Found[] {
  const files = globSync('**/*.ts', { cwd: domain, exclude: ['**/*.spec.ts', 'moves/**'] });
  return files.flatMap((file) =>
    [...readFileSync(join(domain, file), 'utf8').matchAll(pattern)].map(([, name = '']) => ({ file, name })),
  );
}

function exported({ file, name }: Found): unknown {
  return jest.requireActual<Record<string, unknown>>(join(domain, file))[name];
}

function machineOf(found: Found): Moves<string, Problems, MoveTable<string, string>> {
  const machine = exported(found);
  if (machine instanceof Moves) return machine;
  throw new Error(`${found.file} keeps a table of moves to itself: export it under a name of its own.`);
}

/** The spec beside a table that has needs: only there it is known which facts meet and miss them. */
function givesSamples({ file, name }: Found): boolean {
  return readFileSync(join(domain, file.replace(/\.ts$/, '.spec.ts')), 'utf8').includes(`faultsOf(${name},`);
}

const machines = allNamed(/(?:const (\w+) = )?new Moves\(/g);
const lists = allNamed(/const (\w+(?:States|Standings)) = \[/g);

describe('Every table of moves', () => {
  it.each(machines)('$name is sound', (found) => {
    expect(faultsOf(machineOf(found))).toEqual([]);
  });

  it.each(machines)('$name has samples for its needs', (found) => {
    const machine = machineOf(found);
    const needs = machine.names.flatMap((move) => machine.ways(move).flatMap((way) => way.needs ?? []));
    expect(needs.length === 0 || givesSamples(found)).toBe(true);
  });
});

describe('Every list of states', () => {
  it('has its table of moves, or a reason to have none', () => {
    const walked = new Set<unknown>(machines.map((found) => machineOf(found).definition.states));
    const others = lists.filter((found) => !walked.has(exported(found)));
    expect(others.map(({ name }) => name).sort()).toEqual(Object.keys(withoutMoves).sort());
  });
});
