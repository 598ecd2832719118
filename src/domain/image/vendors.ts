/** How a vendor names images: where the name has the parts that change, and where their rules are written down. */
export interface VendorRule {
  readonly vendor: string
  /** Where the vendor says what its names and versions mean, and which lines it maintains side by side. */
  readonly source: string
  /**
   * Matches the names. Groups named `version`, `date`, `build` and `commit`, with a digit behind where there are several,
   * change from release to release; everything else is the line.
   */
  readonly name: RegExp
  readonly successors: 'by name' | 'not by name'
  /** For `not by name`: a sentence. */
  readonly why?: string
}

const byName = (vendor: string, source: string, name: RegExp): VendorRule => ({
  vendor,
  source,
  name,
  successors: 'by name',
})

const dated = '\\d+\\.(?<version>(?:\\d+\\.)*(?:19|20)\\d{6}(?:\\.\\d+)*)(?![A-Za-z0-9])'

/** The rules of vendors; of several that match a name the first is taken. */
export const vendorRules: readonly VendorRule[] = [
  {
    vendor: 'AWS Elastic Beanstalk',
    source: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.customenv.html',
    name: /^aws-elasticbeanstalk-/u,
    successors: 'not by name',
    why: 'Elastic Beanstalk chooses its images by the version of the platform, which their names do not tell.',
  },
  // Every major of LTS is maintained for 18 months beside the next one; the other channels have one line each.
  byName('Flatcar LTS', 'https://www.flatcar.org/releases/', /^Flatcar-lts-\d+\.(?<version>\d+\.\d+)(?=-|$)/iu),
  byName(
    'Flatcar',
    'https://www.flatcar.org/docs/latest/setup/releases/switch-channels/',
    /^Flatcar-(?:stable|beta|alpha|edge)-(?<version>\d+\.\d+\.\d+)(?=-|$)/iu,
  ),
  byName(
    'CoreOS Container Linux',
    'https://web.archive.org/web/2020/https://coreos.com/os/docs/latest/switching-channels.html',
    /^CoreOS-(?:stable|beta|alpha)-(?<version>\d+\.\d+\.\d+)(?=-|$)/iu,
  ),
  // The third number is the stream: 1 next, 2 testing, 3 stable.
  byName(
    'Fedora CoreOS',
    'https://github.com/coreos/fedora-coreos-tracker/blob/main/Design.md#version-numbers',
    /^fedora-coreos-(?<version>\d+\.\d{8})\.\d+\.(?<build>\d+)(?=-|$)/u,
  ),
  // Each release of OpenShift, 4.16 for 416, has images of its own, on one release of RHEL.
  byName(
    'Red Hat Enterprise Linux CoreOS',
    'https://docs.redhat.com/en/documentation/openshift_container_platform/4.16/html/architecture/architecture-rhcos',
    /^rhcos-\d+\.\d+\.(?<date>\d{12})-(?<build>\d+)(?=-|$)/u,
  ),
  // The variant, which names the release of Kubernetes, is the line; versions of the operating system follow one another.
  byName(
    'Bottlerocket',
    'https://github.com/bottlerocket-os/bottlerocket/blob/develop/README.md#variants',
    /^bottlerocket-.+-(?<version>v\d+\.\d+\.\d+)-(?<commit>[0-9a-f]{8})$/u,
  ),
  // Majors are maintained side by side.
  byName(
    'Garden Linux',
    'https://github.com/gardenlinux/gardenlinux/blob/main/docs/00_introduction/release.md',
    /^garden-?linux-(?:.*-)?\d{3,}\.(?<version>\d+(?:\.\d+)?)(?:-(?<commit>[0-9a-f]{6,40}))?(?![A-Za-z0-9.])/iu,
  ),
  // Of each minor release there are patches, and a cluster goes from one minor to the next by hand.
  byName(
    'Talos Linux',
    'https://www.talos.dev/latest/talos-guides/upgrading-talos/',
    /^talos-v\d+\.\d+\.(?<version>\d+)(?=-(?!alpha|beta|rc)|$)/u,
  ),
  // The date is that of the build; Amazon Linux 2 and 2023 go on by releases whose first number stays.
  byName(
    'Amazon Linux',
    'https://docs.aws.amazon.com/linux/al2023/ug/naming-and-versioning.html',
    new RegExp(`^(?:amzn2?|al20\\d\\d|amazon-linux)-.*?(?<![\\d.])${dated}`, 'u'),
  ),
  byName(
    'AlmaLinux',
    'https://wiki.almalinux.org/cloud/AWS.html',
    new RegExp(`^AlmaLinux .*?(?<![\\d.])${dated}`, 'u'),
  ),
  // A minor release is maintained beside the next one, with EUS for years.
  byName(
    'Red Hat Enterprise Linux',
    'https://access.redhat.com/articles/2962171',
    /^RHEL[A-Za-z_-]*-\d+\.\d+(?:\.\d+)?_HVM.*?-(?<date>\d{8})-[A-Za-z0-9_]+-(?<build>\d+)-/u,
  ),
  byName(
    'Debian',
    'https://wiki.debian.org/Cloud/AmazonEC2Image',
    /^debian-.+-(?<date>\d{8}|\d{4}-\d{2}-\d{2})-(?<build>\d+)$/u,
  ),
]

/** Numbers in names that are no builds: they tell one product from the next. */
export const productNumbers: readonly {
  readonly of: string
  readonly source: string
  /** Regular expressions. */
  readonly numbers: readonly string[]
}[] = [
  {
    of: 'Windows builds: 17763 is Windows Server 2019, 20348 is 2022',
    source: 'https://learn.microsoft.com/windows-server/get-started/windows-server-release-info',
    numbers:
      '14393 15063 16299 17134 17763 18362 18363 19041 19042 19043 19044 19045 20348 22000 22621 22631 25398 26100 26200'.split(
        ' ',
      ),
  },
  {
    of: 'Ubuntu releases without their dot: 2204, 2404',
    source: 'https://wiki.ubuntu.com/Releases',
    numbers: ['(?:1[0-9]|2\\d)(?:04|10)'],
  },
  {
    of: 'years, as in Windows Server 2022 and Amazon Linux 2023',
    source: 'https://docs.aws.amazon.com/ec2/latest/windows-ami-reference/ec2-windows-ami-version-history.html',
    numbers: ['(?:19|20)\\d{2}'],
  },
]
