import { isStandard, type Running, vcpusIn } from '../../../src/domain/rollout/vcpu-quota.ts'

test.each(['a1.large', 'c7gn.xlarge', 'd3en.xlarge', 'h1.2xlarge', 'i4i.large', 'im4gn.large', 'is4gen.medium', 'm5zn.large', 'r8g.large', 't1.micro', 'z1d.large'])(
  '%s is of a standard family',
  (type) => expect(isStandard(type)).toBe(true),
) // prettier-ignore

test.each(['hpc7g.4xlarge', 'inf2.xlarge', 'mac2.metal', 'dl1.24xlarge', 'trn1.2xlarge', 'g5.xlarge', 'p5.48xlarge', 'f1.2xlarge', 'vt1.3xlarge', 'x2gd.large', 'u-6tb1.metal', 'u7i-12tb.224xlarge'])(
  '%s has a quota of its own',
  (type) => expect(isStandard(type)).toBe(false),
) // prettier-ignore

test('only what is of a standard family and in the market counts, in vCPUs as far as they are known', () => {
  const some = (type: string, market: Running['market'], count: number): Running => ({ type, market, group: undefined, count }) // prettier-ignore
  const running = [
    some('m5.large', 'on-demand', 3),
    some('m5.large', 'spot', 50),
    some('m5.large', undefined, 70),
    some('g5.xlarge', 'on-demand', 9),
    some('c5.large', 'on-demand', 1),
    some('m9.untold', 'on-demand', 5),
  ]
  const each = new Map([
    ['m5.large', 2],
    ['c5.large', 2],
    ['g5.xlarge', 4],
  ])
  expect(vcpusIn('on-demand', running, each)).toBe(8)
})
