import type { SimulatedAccount } from './account.ts'

/** The images of a new account: two families of AWS, for both architectures, and one of its own, old and new. */
export interface StandardImages {
  readonly taupageOld: string
  readonly taupageNew: string
  readonly amazonLinuxOld: string
  readonly amazonLinuxNew: string
  readonly amazonLinuxArmOld: string
  readonly amazonLinuxArmNew: string
}

/** AWS's public parameter that names the newest Amazon Linux 2023 of an architecture. */
export const amazonLinuxParameter = (architecture: 'x86_64' | 'arm64'): string =>
  `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`

/** Adds the standard images, and AWS's public parameters for them, to an account; gives their ids. */
export const addStandardImages = ({ ec2, ssm }: SimulatedAccount): StandardImages => {
  const taupage = (date: string): string =>
    ec2.seedImage({ name: `Taupage-AMI-${date.replaceAll('-', '')}-083000`, creationDate: `${date}T08:30:00Z` })
  const amazonLinux = (date: string, architecture: 'x86_64' | 'arm64'): string =>
    ec2.seedImage({
      name: `al2023-ami-2023.6.${date.replaceAll('-', '')}.0-kernel-6.1-${architecture}`,
      creationDate: `${date}T10:00:00Z`,
      architecture,
      ownerAlias: 'amazon',
      visibility: 'public',
    })
  const images = {
    taupageOld: taupage('2024-01-01'),
    taupageNew: taupage('2025-12-15'),
    amazonLinuxOld: amazonLinux('2024-11-15', 'x86_64'),
    amazonLinuxNew: amazonLinux('2025-12-08', 'x86_64'),
    amazonLinuxArmOld: amazonLinux('2024-11-15', 'arm64'),
    amazonLinuxArmNew: amazonLinux('2025-12-08', 'arm64'),
  }
  ssm.publish(amazonLinuxParameter('x86_64'), images.amazonLinuxNew)
  ssm.publish(amazonLinuxParameter('arm64'), images.amazonLinuxArmNew)
  return images
}
