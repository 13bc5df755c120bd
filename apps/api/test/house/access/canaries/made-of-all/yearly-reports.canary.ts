import { type AreaCanaries, reads, readsFile } from '../../canary';

export const yearlyReportsCanaries: AreaCanaries = {
  area: 'yearly-reports',
  words: {},
  operations: {
    'GET /api/networks/{id}/yearly-report': reads('network'),
    'GET /api/networks/{id}/yearly-report.pdf': readsFile('network', ['planner']),
    'GET /api/networks/{id}/yearly-report.docx': readsFile('network', ['planner']),
  },
};
