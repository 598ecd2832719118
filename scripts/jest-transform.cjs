// Turns TypeScript into JavaScript for jest; types are checked by `npm run types`.
const { transformSync } = require('esbuild')

module.exports = {
  process: (source, file) =>
    transformSync(source, { loader: 'ts', format: 'esm', target: 'node20', sourcemap: 'inline', sourcefile: file }),
}
