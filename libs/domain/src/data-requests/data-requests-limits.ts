export const dataRequestLimits = {
  name: 160,
  partner: 160,
  basis: 1000,
  contact: 200,
  mail: 200,
  /** Addresses as they are typed or pasted, all together. */
  recipients: 2000,
  recipientCount: 10,
  /** Days from the end of a period until it should be there. */
  daysToDeliver: 366,
  planName: 160,
  planUnit: 160,
  planLink: 400,
  planNote: 1000,
  planInterfaces: 40,
  columns: 40,
  columnName: 80,
  columnMeaning: 300,
  columnExample: 80,
  what: 300,
  period: 60,
  message: 2000,
  reason: 1000,
  byName: 120,
  remark: 1000,
  importedRows: 10_000_000,
  /** Tables of sums are small; whoever needs more has put rows of people into them. */
  fileBytes: 10 * 1024 * 1024,
  /** So long a delivered file is kept: one cycle of planning. */
  fileYears: 5,
} as const;
