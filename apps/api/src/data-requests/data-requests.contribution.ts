import { dataRequestStateLabels, dataRequestsToday } from '@runder-tisch/domain/data-requests';
import type { Contribution } from '../contribution';
import { labelled } from '../database/labelled';
import { visibleDataRequests } from './data-requests-access';
import { dataRequestsHistory } from './data-requests-history';
import { dueDataRequests } from './data-requests-today';

const WITH_REQUEST = 'mit der Datenanforderung';

export const dataRequestsContribution: Contribution = {
  area: 'data-requests',
  tables: [
    {
      table: 'interface_agreement',
      audit: 'values',
      personal: {
        columns: ['contact', 'mail'],
        purpose: 'Wer bei einer liefernden Stelle zuständig ist',
        retention: 'bis zur Änderung der Schnittstelle',
      },
      references: { organisation: ['organisation_id'] },
      merge: { label: 'Schnittstellen' },
    },
    { table: 'interface_version', audit: 'values' },
    { table: 'sector_plan', audit: 'values' },
    { table: 'sector_plan_interface', audit: 'values' },
    {
      table: 'data_request',
      audit: 'values',
      personal: {
        columns: ['created_by'],
        purpose: 'Wer in der Sozialplanung Daten angefordert hat',
        retention: WITH_REQUEST,
      },
    },
    {
      table: 'data_request_recipient',
      audit: 'values',
      personal: {
        columns: ['name', 'mail'],
        purpose: 'An wen eine Datenanforderung ging',
        retention: WITH_REQUEST,
      },
    },
    {
      table: 'data_request_delivery',
      audit: 'values',
      personal: {
        columns: ['by_name', 'remark'],
        purpose: 'Wer Daten geliefert hat, für Rückfragen',
        retention: 'mit der Datenanforderung; die Datei selbst fünf Jahre',
      },
    },
    { table: 'data_request_import', audit: 'values' },
    {
      table: 'data_request_step',
      audit: 'values',
      personal: {
        columns: ['by_name', 'words'],
        purpose: 'Wer eine Datenanforderung bearbeitet oder abgesagt hat',
        retention: WITH_REQUEST,
      },
    },
  ],
  kinds: [
    {
      kind: 'data-request',
      label: 'Datenanforderung',
      table: 'data_request',
      title: `it.number || ' ' || it.what`,
      path: '/daten/lieferungen/:id',
      visible: visibleDataRequests,
      search: {
        subtitle: labelled('it.state', dataRequestStateLabels),
        text: `concat_ws(' ', it.period, it.message, (select agreement.partner || ' ' || agreement.name
          from interface_agreement agreement where agreement.id = it.agreement_id))`,
      },
    },
  ],
  today: { statement: dueDataRequests, kinds: dataRequestsToday },
  history: dataRequestsHistory,
};
