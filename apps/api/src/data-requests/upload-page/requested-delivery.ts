import sql, { type Sql } from 'sql-template-tag';
import type { DataRequestState, ExpectedColumn, InterfaceForm } from '@runder-tisch/domain/data-requests';

/** What somebody sees who follows the link of a mail. */
export interface RequestedDelivery {
  id: string;
  number: string;
  what: string;
  period: string;
  dueOn: string;
  message: string;
  state: DataRequestState;
  askedBy: string;
  partner: string;
  form: InterfaceForm;
  basis: string;
  columns: ExpectedColumn[];
  /** Why it was asked for again, or not delivered: the last words on its present state. */
  words: string;
  /** What came for this request. */
  delivered: { fileName: string; rows: number | null; size: number; at: string; byName: string } | null;
  /** What the same people delivered the last time. */
  before: { fileId: string | null; fileName: string; size: number; at: string; period: string } | null;
}

/**
 * The request behind a link. What was delivered before is shown only where one of those asked now was asked then:
 * ten municipalities may deliver by one agreement, and none sees the file of another.
 */
export function requestedDelivery(id: string): Sql {
  return sql`
    select it.id, it.number, it.what, it.period, it.due_on::text as "dueOn", it.message, it.state, it.created_by as "askedBy",
           agreement.partner, agreement.form, agreement.basis, agreement.columns,
           coalesce((select step.words from data_request_step step where step.request_id = it.id and step.state = it.state
             order by step.at desc, step.id desc limit 1), '') as words,
           (select json_build_object('fileName', delivery.file_name, 'rows', delivery.row_count, 'size', delivery.size, 'at', delivery.delivered_at,
              'byName', delivery.by_name)
            from data_request_delivery delivery where delivery.request_id = it.id
            order by delivery.delivered_at desc, delivery.id desc limit 1) as delivered,
           (select json_build_object('fileId', delivery.file_id, 'fileName', delivery.file_name, 'size', delivery.size, 'at', delivery.delivered_at,
              'period', earlier.period)
            from data_request_delivery delivery join data_request earlier on earlier.id = delivery.request_id
            where earlier.agreement_id = it.agreement_id and earlier.id <> it.id
              and exists (select 1 from data_request_recipient asked join data_request_recipient before on lower(before.mail) = lower(asked.mail)
                where asked.request_id = it.id and before.request_id = earlier.id)
            order by delivery.delivered_at desc, delivery.id desc limit 1) as before
    from data_request it join interface_agreement agreement on agreement.id = it.agreement_id
    where it.id = ${id} and it.state <> 'DRAFT'`;
}
