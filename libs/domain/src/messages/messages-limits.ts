/**
 * Used by request class, column and form alike. `recipients`: most people of one Nachricht; `targets`: most groups and
 * people chosen for it.
 */
export const messageLimits = {
  subject: 200,
  text: 20_000,
  targets: 200,
  recipients: 5000,
  picked: 5000,
} as const;
