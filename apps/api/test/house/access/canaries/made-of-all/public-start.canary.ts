import { type AreaCanaries, reads } from '../../canary';

export const publicStartCanaries: AreaCanaries = {
  area: 'public-start',
  words: {},
  operations: {
    'GET /': reads(null, { ansicht: 'oeffentlich' }),
    'GET /leicht': reads(),
    'GET /leicht/{name}': { alone: 'texts of the house in Leichte Sprache, the same for everybody' },
  },
};
