/** SQL, CSS and Typst files are texts to their importers, in the bundle as in tests. */
module.exports = {
  process: (source) => ({
    code: `module.exports = { __esModule: true, default: ${JSON.stringify(source)} };`,
  }),
};
