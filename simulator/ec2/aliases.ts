import { ServiceFault } from '../fault.ts'

/**
 * Image ids of the form `resolve:ssm:name[:version|:label]`; the parameters belong to another service, which is called
 * through `lookup` with everything behind `resolve:ssm:`.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-launch-template.html
 */
export class ImageAliases {
  lookup: (parameter: string) => string | undefined = () => undefined

  /** The image id behind an alias; any other text comes back as it is. The fault's wording is ours. */
  resolve(imageId: string): string {
    if (!imageId.startsWith('resolve:ssm:')) return imageId
    const parameter = imageId.slice('resolve:ssm:'.length)
    const found = this.lookup(parameter)
    if (found === undefined) {
      throw new ServiceFault('InvalidParameterValue', `Systems Manager parameter '${parameter}' could not be found.`)
    }
    return found
  }
}
