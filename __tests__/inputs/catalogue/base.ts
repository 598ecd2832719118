/** A catalogue in which nothing is wrong, for tests that break one thing of it. */
export const BASE = `version: 1
defaults:
  modes: [images, patch-image, respawn, rollback, restore]
  images: { owners: ['123456789012'], names: ['Taupage-AMI-*'] }
teams:
  shop: { github: '@acme/shop', slack: '#shop-ops' }
environments:
  test: { account: '012345678901', regions: [eu-central-1] }
  production:
    account: '123456789012'
    regions: [eu-central-1, eu-west-1]
    role: arn:aws:iam::123456789012:role/fleet-patch
    github-environment: production
    protected: [scale-up-patch]
    rules: { approval: plan, refs: [refs/heads/main] }
services:
  web:
    owner: shop
    in:
      test: { groups: ['web-*'] }
      production:
        stacks: ['web v1']
        after: test
        rules:
          windows:
            - { cron: '0 8 * * 2-4', zone: Europe/Berlin, minutes: 360 }
          max-surge: 25%
          gates: { checkpoints: ['1', '25%'], alarms: [web-5xx], bake: 10 }
  odd:
    owner: shop
    lock: { reason: moves house, by: '@ann', until: '2027-01-31' }
    in: { production: { bastion: Odd } }
freezes:
  - { name: Christmas, from: '2026-12-18', until: '2027-01-04', environments: [production], allows: [patch-docker] }
waivers:
  - { service: odd, environment: production, rule: max-days-behind, reason: host keys move first, by: '@ann', until: '2026-12-31' }
`

/** The moment of the tests: 2026-11-03 09:00 UTC, a Tuesday. */
export const NOW = Date.UTC(2026, 10, 3, 9) / 1000
