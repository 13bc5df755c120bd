/** So long what was just sent waits in the house and can be taken back. */
export const recallSeconds = 60;
