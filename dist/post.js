// The post step: written by `npm run package`.
process.env.STATE_step = 'post'
await import('./index.js')
