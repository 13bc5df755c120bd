import type { Found, OpenedSystem, Row, Solver } from '@runder-tisch/domain/disclosure';
import type { Highs, Model } from 'highs';

/** Limits count steps, so that the same system always ends the same way; seconds would depend on the machine. */
const MOST_NODES = 2_000;
const MOST_STEPS = 200_000;
/** Never met by a county's tables. Who meets it gets no pattern at all, because it could be another one tomorrow. */
const MOST_SECONDS = 60;
/** The ways of the simplex algorithm: the primal one goes on from the last solution while only weights change. */
const DUAL = 1;
const PRIMAL = 4;

/**
 * HiGHS, compiled to WebAssembly, as the solver of disclosure control. It calculates in this thread until it is done:
 * a server asks it in a process beside the one that answers.
 */
export async function loadSolver(): Promise<Solver> {
  const { default: loadHighs } = await import('highs');
  const highs = await loadHighs();
  return (system) => {
    const lower = system.lower.slice();
    const upper = system.upper.map((it) => Math.min(it, highs.infinity));
    return new HighsSystem(highs, lower, upper, system.rows);
  };
}

class HighsSystem implements OpenedSystem {
  /** The last solution may lie outside of the bounds. */
  #moved = true;
  readonly #models = new Map<'any' | 'whole', Model>();

  constructor(
    private readonly highs: Highs,
    private readonly lower: Float64Array,
    private readonly upper: Float64Array,
    private readonly rows: readonly Row[],
  ) {}

  greatest(weights: Float64Array, numbers: 'any' | 'whole'): Found {
    const model = this.#model(numbers);
    model.changeColsCost({ kind: 'range', from: 0, to: weights.length - 1 }, weights);
    model.zeroAllClocks();
    model.options.set({
      simplex_strategy: this.#moved ? DUAL : PRIMAL,
      // Between whole numbers there is nothing better than what is less than one away.
      mip_abs_gap: weights.every(Number.isInteger) ? 0.9 : 1e-6,
    });
    this.#moved = false;
    const { modelStatus: status } = this.highs.constants;
    switch (run(model)) {
      case status.optimal:
        return { found: model.getSolution().colValue };
      case status.infeasible:
      case status.unbounded:
      case status.unboundedOrInfeasible:
        return 'none';
      case status.timeLimit:
        throw new Error(`The solver has not come to an end within ${MOST_SECONDS} s.`);
      default:
        return 'gave up';
    }
  }

  bound(column: number, lower: number, upper: number): void {
    const end = Math.min(upper, this.highs.infinity);
    this.lower[column] = lower;
    this.#moved = true;
    this.upper[column] = end;
    for (const model of this.#models.values()) model.changeColBounds(column, lower, end);
  }

  close(): void {
    for (const model of this.#models.values()) model.dispose();
    this.#models.clear();
  }

  #model(numbers: 'any' | 'whole'): Model {
    let model = this.#models.get(numbers);
    if (!model) {
      model = this.#create(numbers);
      this.#models.set(numbers, model);
    }
    return model;
  }

  #create(numbers: 'any' | 'whole'): Model {
    const { constants } = this.highs;
    const columns = this.lower.length;
    const model = this.highs.createModel();
    try {
      model.options.set({
        output_flag: false,
        random_seed: 1,
        time_limit: MOST_SECONDS,
        simplex_iteration_limit: MOST_STEPS,
        mip_max_nodes: MOST_NODES,
        mip_rel_gap: 0,
      });
      model.passModel({
        numCols: columns,
        numRows: this.rows.length,
        sense: constants.objectiveSense.maximize,
        colCost: new Float64Array(columns),
        colLower: this.lower,
        colUpper: this.upper,
        rowLower: new Float64Array(this.rows.length),
        rowUpper: new Float64Array(this.rows.length),
        matrix: matrixOf(this.rows, columns),
        ...(numbers === 'whole' && {
          integrality: new Int32Array(columns).fill(constants.variableType.integer),
        }),
      });
      return model;
    } catch (error) {
      model.dispose();
      throw error;
    }
  }
}

function run(model: Model): number {
  model.run();
  return model.getModelStatus();
}

function matrixOf(rows: readonly Row[], columns: number) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => (starts[index + 1] = (starts[index] ?? 0) + row.columns.length));
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols: columns,
    starts,
    indices: Int32Array.from(rows.flatMap((row) => row.columns)),
    values: Float64Array.from(rows.flatMap((row) => row.factors)),
  };
}
