// Loaded before each spec file: takes the guard RT_GUARD_OFF away and notes which test meets which guard.
const { appendFileSync } = require('node:fs');

const met = new Set();

globalThis.rtGuardStands = (guard) => {
  const { testPath, currentTestName } = expect.getState();
  const words = JSON.stringify({ guard, spec: testPath, test: currentTestName });
  if (process.env.RT_GUARDS_MET && !met.has(words)) {
    met.add(words);
    appendFileSync(process.env.RT_GUARDS_MET, `${words}\n`);
  }
  return guard !== process.env.RT_GUARD_OFF;
};
