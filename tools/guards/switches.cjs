// Loaded before each spec file: takes the guard RT_GUARD_OFF away and notes which test meets which guard.
const { appendFileSync } = require('node:fs');

const met = new Set();

globalThis.rtGuardStands = (guard) => {
  const words = JSON.stringify({ guard, test: expect.getState().currentTestName });
  if (process.env.RT_GUARDS_MET && !met.has(words)) {
    met.add(words);
    appendFileSync(process.env.RT_GUARDS_MET, `${words}\n`);
  }
  return guard !== process.env.RT_GUARD_OFF;
};
