import { wantedImageProblem } from '../domain/user-data/wanted-image.ts'
import { boolean, oneOf, optionalText, WrongInput } from './parse.ts'
import type { InputReader } from './reader.ts'

/** What follows a patch. */
export type Rollout = 'none' | 'respawn' | 'scale-up-patch'

export const rollout = oneOf<Rollout>('none', 'respawn', 'scale-up-patch')

/** What every mode that patches launch sources is told. */
export interface PatchInputs {
  /** What follows the patch. */
  readonly rollout: Rollout
  /** Undefined: as it is. */
  readonly instanceType: string | undefined
  /** True: launch configurations become launch templates. */
  readonly migrateToLaunchTemplate: boolean
}

/** What is merged into user data. */
export interface DockerInputs {
  /** A reference, or a tag or digest alone. */
  readonly dockerImage: string | undefined
  /** True: the image may become one of another repository. */
  readonly allowOtherRepository: boolean
  /** YAML. It may hold secrets: it is never shown. */
  readonly userData: string | undefined
}

/** Reads what a patch takes; problems are left in the reader. */
export function readPatch(reader: InputReader): PatchInputs {
  return { rollout: reader.value('rollout', rollout), ...readSourceChanges(reader) }
}

/** Reads what a patch changes besides image and user data, and in what form. */
export function readSourceChanges(reader: InputReader): Omit<PatchInputs, 'rollout'> {
  return {
    instanceType: reader.value('instance-type', optionalInstanceType),
    migrateToLaunchTemplate: reader.value('migrate-to-launch-template', boolean),
  }
}

/** Reads what `patch-docker` is told besides: at least an image, user data or an instance type is there. */
export function readDocker(reader: InputReader): DockerInputs {
  const docker = readDockerImage(reader)
  const instanceType = reader.value('instance-type', optionalText)
  reader.rule(
    ['docker-image', 'user-data', 'instance-type'],
    () => [docker.dockerImage, docker.userData, instanceType].some((text) => text !== undefined),
    '`mode: patch-docker` needs at least one of `docker-image`, `user-data` and `instance-type`.',
  )
  return docker
}

/** Reads what is merged into user data, of groups and of bastions. */
export function readDockerImage(reader: InputReader): DockerInputs {
  // Neither text goes through a parser that could fail: a problem would be told with the text, which may be a secret.
  const dockerImage = reader.value('docker-image', optionalText)
  const userData = reader.value('user-data', optionalText)
  const problem = dockerImage === undefined ? undefined : wantedImageProblem(dockerImage)
  reader.rule(
    ['docker-image'],
    () => problem === undefined,
    `\`docker-image\` must be an image reference such as \`registry.example.org/team/app:1.2\`, or a tag or digest alone, but ${problem}. What was given is not shown, since it may hold a secret.`,
  )
  return { dockerImage, allowOtherRepository: reader.value('allow-other-repository', boolean), userData }
}

function optionalInstanceType(text: string): string | undefined {
  if (text === '' || /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(text)) return optionalText(text)
  throw new WrongInput('must be an instance type such as `m7g.large`')
}
