/** A mail server said that this address cannot be reached. `reason` is empty where it gave none we know. */
export interface BouncedMail {
  reason: string;
  reportedAt: string;
}
