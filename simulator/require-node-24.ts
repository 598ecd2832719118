/**
 * The first import of every program that runs from build/: it ends the program, with one sentence, on a Node that lacks
 * what the sources use (`Map.groupBy` is missing from Node 20). It uses nothing that Node 20 lacks.
 */
const version = process.versions.node
if (Number.parseInt(version, 10) < 24) {
  process.stderr.write(
    `This needs Node 24 or later and runs on Node ${version}: on x64 Linux \`npm ci\` brings Node 24 and \`npm run\` uses it; elsewhere install Node 24.\n`,
  )
  process.exit(1)
}
