import { type AreaCanaries, reads } from '../canary';

/** Rooms that show what the areas brought: each of their reads is asked about everything planted. */
export const technicalCanaries: AreaCanaries = {
  area: 'technical',
  words: {},
  operations: {
    'GET /api/health/live': reads(),
    'GET /api/health/ready': reads(),
    'GET /api/openapi.json': { alone: 'the contract itself' },
    'GET /api/operations': reads(),
    'GET /api/search': reads(),
    'GET /api/overview': reads(),
    'GET /api/today': reads(),
    'GET /api/trace/{kind}/{id}': reads('*'),
    'GET /api/belongings/{kind}/{id}': reads('*'),
    'GET /api/history': reads(),
  },
};
