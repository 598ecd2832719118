import { inFile } from './mutant.ts'

/** Mutants of the calls to AWS that make the changes of a rollout. */
export const ACT_MUTANTS = [
  ...inFile('src/aws/act/apply.ts', [
    { name: 'an empty list reaches AWS', find: 'if (list.length === 0) throw', replace: 'if (list.length < 0) throw' },
    {
      name: 'no termination lowers the desired capacity',
      find: 'ShouldDecrementDesiredCapacity: termination.decrement',
      replace: 'ShouldDecrementDesiredCapacity: false',
    },
    {
      name: 'a termination without an instance has lowered the desired capacity',
      find: 'if (termination.decrement) throw notLowered(termination.instances, error)',
      replace: '',
    },
    {
      name: 'of several of which one is gone all count as terminated',
      find: 'if (others.length > 0) throw notTerminated(termination.instances, error)',
      replace: '',
    },
    {
      name: 'an instance that is gone fails its termination',
      find: "if (!isRefusedAs(error, 'instance is in no group')) throw error",
      replace: 'throw error',
    },
    {
      name: 'a termination is repeated as often as any call',
      find: '{ attempts: CHANGE_KINDS.terminate.attempts }',
      replace: '{}',
    },
    { name: 'a size is repeated as often as any call', find: 'attempts: CHANGE_KINDS.resize.attempts,', replace: '' },
    {
      name: 'the lease is renewed together with the saved state',
      find: '[runTag(group, change.memo)]',
      replace: 'memoTags(group, change.memo as Memo)',
    },
    {
      name: 'the saved state is written without a lease',
      find: 'memoTags(group, change.memo)',
      replace: 'memoTags(group, change.memo).slice(0, 1)',
    },
    { name: 'MaxSize is not written', find: '...(max !== undefined && { MaxSize: max }),', replace: '' },
    {
      name: 'a warmed instance that is gone fails the termination of others',
      find: "if (!isRefusedAs(error, 'instance does not exist')) throw error",
      replace: 'throw error',
    },
    {
      name: 'more instances than AWS takes are named in one call',
      find: 'others.length >= MAX_TERMINATIONS_PER_CALL',
      replace: 'false',
    },
  ]),
  ...inFile('src/aws/act/register.ts', [
    {
      name: 'an instance that does not run fails the registration of others',
      find: "if (!isRefusedAs(error, 'target does not run')) throw error",
      replace: 'throw error',
    },
    {
      name: 'a registration with a detached load balancer passes for done',
      find: 'throw new UserError({ what: `${name} is not attached',
      replace: 'void ({ what: `${name} is not attached',
    },
  ]),
  ...inFile('src/aws/act/set-launch-source.ts', [
    {
      name: 'the previous version is copied once for each group',
      find: 'if (isDeepStrictEqual(latest?.LaunchTemplateData, data)) return',
      replace: '',
    },
    {
      name: 'a rollback moves the default of a template that follows its latest',
      find: "use === 'latest' ?",
      replace: "use !== 'latest' ?",
    },
    {
      name: 'a rollback leaves out the images of overrides',
      find: '...(override.ImageId !== undefined && image !== undefined && { ImageId: image }),',
      replace: '',
    },
    {
      name: 'a rollback leaves out block devices',
      find: '...(BlockDeviceMappings?.length && { BlockDeviceMappings }),',
      replace: '',
    },
  ]),
]
