// Loaded into each lane: when the test command was killed, nothing of it may live on.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.exit(1), 1000).unref();
