export { attack } from './attack';
export {
  type Attacked,
  type Cell,
  type Equation,
  GREATEST_VALUE,
  type Interval,
  leastHidden,
  type LinkedTables,
  widthOf,
  type Zeros,
} from './cells';
export { type PrimaryReason, primaryReason, type PrimaryRules } from './primary';
export { protect } from './protect';
export type { Found, LinearSystem, OpenedSystem, Row, Solver } from './solver';
export { MOST_CELLS, readTables, refusalOf } from './read-tables';
export { HIDDEN_SIGN, HIDDEN_SIGN_SAYS, hiddenSentence } from './report';
export { buildTables, cellId, type Count, type Dimension, type Table } from './build-tables';
export { hiddenRates, type Rate } from './rates';
export { checkRelease, type Decision, protectRelease, type Release } from './releases';
