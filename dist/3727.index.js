export const id = 3727;
export const ids = [3727];
export const modules = {

/***/ 9774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ LAUNCHED_BY_TAG),
/* harmony export */   h: () => (/* binding */ launchingGroup)
/* harmony export */ });
/** The tag that Auto Scaling puts on what it launches; its value is the name of the group. */
const LAUNCHED_BY_TAG = 'aws:autoscaling:groupName';
/** The group that has launched an instance, by its tags; undefined where none has. */
const launchingGroup = (tags) => tags?.find(({ Key }) => Key === LAUNCHED_BY_TAG)?.Value;


/***/ }),

/***/ 97308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ ImageReader)
});

// EXTERNAL MODULE: ./build/src/domain/image/line.js + 2 modules
var line = __webpack_require__(75571);
;// CONCATENATED MODULE: ./build/src/domain/image/family.js

/**
 * The family of an image: same owner, architecture, virtualization and root type, and the same line. An image without a
 * name is a family of its own.
 */
function familyOf(image) {
    const { owner, architecture, virtualization, rootType } = image;
    const namePattern = namePatternOf(image.name);
    const name = image.name === '' ? image.id : namePattern;
    const key = JSON.stringify([owner, architecture, virtualization, rootType, name]);
    return { key, owner, architecture, virtualization, rootType, namePattern };
}
/** A name with `*` for each part that changes from release to release. */
const namePatternOf = (name) => (0,line/* lineOf */.c)(name).pattern;

// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(72527);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/aws/client/pages.js
var client_pages = __webpack_require__(14659);
;// CONCATENATED MODULE: ./build/src/aws/images/images.js




/** The most values of one filter: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html */
const MOST_VALUES = 200;
/** The longest page of DescribeImages. */
const MOST_IMAGES = 1000;
/**
 * The images of one account and region; each question is asked once. Deprecated and disabled ones are among them;
 * those that were deregistered, or are not shared with this account, are simply absent.
 */
class ImageReader {
    #connection;
    #byId = new Map();
    #deregistered = new Set();
    #queries = new Map();
    #families = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** Asks for the images that are not known yet, many in one call. */
    async learn(ids) {
        const unknown = new Set([...ids].filter((id) => !this.#byId.has(id)));
        await (0,map_concurrently/* mapConcurrently */.X)((0,batches/* batches */.X)(unknown, MOST_VALUES), async (batch) => {
            // By filter: asked for by id, one image that is gone would fail the whole call.
            const found = await this.#describe([{ Name: 'image-id', Values: [...batch] }]);
            for (const id of batch)
                this.#byId.set(id, undefined);
            for (const image of found)
                this.#byId.set(image.id, image);
        });
    }
    /** Undefined for an image that is gone or not shared, and for one that was not asked for. */
    of(id) {
        return this.#byId.get(id);
    }
    /** Whether AWS says that the image was deregistered; a while later it says nothing of it. */
    wasDeregistered(id) {
        return this.#deregistered.has(id);
    }
    /** Asks for the families of all these images, many in one call; `familyOf` then need not ask for any of them. */
    async learnFamilies(images, owners) {
        const named = [...images].filter(({ name }) => name !== '');
        const byOwners = Map.groupBy(named, ({ owner }) => JSON.stringify(owners ?? [owner]));
        await (0,map_concurrently/* mapConcurrently */.X)([...byOwners], async ([text, members]) => {
            const asked = JSON.parse(text);
            const patterns = (0,batches/* batches */.X)(new Set(members.map((image) => familyOf(image).namePattern)), MOST_VALUES);
            const found = await (0,map_concurrently/* mapConcurrently */.X)(patterns, (batch) => this.#describe([{ Name: 'name', Values: [...batch] }], asked));
            const families = Map.groupBy(found.flat(), (image) => familyKey(asked, image));
            for (const image of members) {
                const key = familyKey(asked, image);
                this.#families.set(key, families.get(key) ?? []);
            }
        });
    }
    /** Every image of the same family, this one included where it is still there; `owners` instead of its own. */
    async familyOf(image, owners = [image.owner]) {
        // An image without a name has no family but itself.
        if (image.name === '')
            return [this.#byId.get(image.id)].filter((known) => known !== undefined);
        const learnt = this.#families.get(familyKey(owners, image));
        if (learnt !== undefined)
            return learnt;
        const { key, namePattern, architecture } = familyOf(image);
        const named = await this.named({ owners, name: namePattern, architecture });
        return named.filter((other) => familyOf({ ...other, owner: image.owner }).key === key);
    }
    /** Every image of these owners whose name matches. */
    named({ owners, name, architecture }) {
        if (owners.length === 0)
            throw new Error('Images without an owner would be those of all accounts.');
        const key = JSON.stringify([[...owners].sort(), name, architecture]);
        const asked = this.#queries.get(key) ?? this.#ask({ owners, name, architecture });
        this.#queries.set(key, asked);
        return asked;
    }
    async #ask({ owners, name, architecture }) {
        const filters = [
            { Name: 'name', Values: [name] },
            ...(architecture === undefined ? [] : [{ Name: 'architecture', Values: [architecture] }]),
        ];
        const found = await this.#describe(filters, owners);
        for (const image of found)
            this.#byId.set(image.id, image);
        return found;
    }
    async #describe(filters, owners) {
        const { DescribeImagesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
        const client = await this.#connection.clients.ec2();
        const question = {
            Filters: filters,
            ...(owners && { Owners: [...owners] }),
            IncludeDeprecated: true,
            IncludeDisabled: true,
            MaxResults: MOST_IMAGES,
        };
        const pages = await (0,client_pages/* everyPage */.L)((token) => this.#connection.send(client, new DescribeImagesCommand({ ...question, ...token })));
        const images = pages.flatMap((page) => page.Images ?? []);
        for (const { ImageId, State } of images)
            if (ImageId !== undefined && State === 'deregistered')
                this.#deregistered.add(ImageId);
        return images.flatMap((image) => machineImage(image) ?? []);
    }
}
/** The family, among the images of these owners: whose of them an image is makes no difference. */
const familyKey = (owners, image) => JSON.stringify([[...owners].sort(), familyOf({ ...image, owner: '' }).key]);
/** Undefined for what EC2 lists without an id or a date, as it does for an image that is about to vanish. */
function machineImage(described) {
    const { ImageId: id, CreationDate, DeprecationTime, RootDeviceName } = described;
    const createdAt = secondsOf(CreationDate);
    if (id === undefined || createdAt === undefined || described.State === 'deregistered')
        return undefined;
    const root = (described.BlockDeviceMappings ?? []).find(({ DeviceName }) => DeviceName === RootDeviceName);
    return {
        id,
        name: described.Name ?? '',
        owner: described.OwnerId ?? '',
        architecture: described.Architecture ?? '',
        virtualization: described.VirtualizationType ?? '',
        rootType: described.RootDeviceType ?? '',
        createdAt,
        deprecatedAt: secondsOf(DeprecationTime),
        state: described.State ?? '',
        rootDevice: RootDeviceName,
        rootGiB: root?.Ebs?.VolumeSize,
        demands: demandsOf(described),
        ...(described.ImageOwnerAlias !== undefined && { ownerAlias: described.ImageOwnerAlias }),
        ...(described.Tags !== undefined && {
            tags: Object.fromEntries(described.Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
        }),
    };
}
/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html */
function demandsOf({ BootMode, EnaSupport, TpmSupport, ImageAllowed }) {
    const demands = {
        ...((BootMode === 'uefi' || BootMode === 'legacy-bios') && { bootMode: BootMode }),
        ...(EnaSupport === false && { ena: 'missing' }),
        ...(TpmSupport !== undefined && { tpm: 'required' }),
        ...(ImageAllowed === false && { allowed: 'no' }),
    };
    return Object.keys(demands).length === 0 ? undefined : demands;
}
function secondsOf(date) {
    const milliseconds = date === undefined ? Number.NaN : Date.parse(date);
    return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}


/***/ }),

/***/ 75571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ lineOf)
});

;// CONCATENATED MODULE: ./build/src/domain/image/vendors.js
const byName = (vendor, source, name) => ({
    vendor,
    source,
    name,
    successors: 'by name',
});
const dated = '\\d+\\.(?<version>(?:\\d+\\.)*(?:19|20)\\d{6}(?:\\.\\d+)*)(?![A-Za-z0-9])';
/** The rules of vendors; of several that match a name the first is taken. */
const vendorRules = [
    {
        vendor: 'AWS Elastic Beanstalk',
        source: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.customenv.html',
        name: /^aws-elasticbeanstalk-/u,
        successors: 'not by name',
        why: 'Elastic Beanstalk chooses its images by the version of the platform, which their names do not tell.',
    },
    // Every major of LTS is maintained for 18 months beside the next one; the other channels have one line each.
    byName('Flatcar LTS', 'https://www.flatcar.org/releases/', /^Flatcar-lts-\d+\.(?<version>\d+\.\d+)(?=-|$)/iu),
    byName('Flatcar', 'https://www.flatcar.org/docs/latest/setup/releases/switch-channels/', /^Flatcar-(?:stable|beta|alpha|edge)-(?<version>\d+\.\d+\.\d+)(?=-|$)/iu),
    byName('CoreOS Container Linux', 'https://web.archive.org/web/2020/https://coreos.com/os/docs/latest/switching-channels.html', /^CoreOS-(?:stable|beta|alpha)-(?<version>\d+\.\d+\.\d+)(?=-|$)/iu),
    // The third number is the stream: 1 next, 2 testing, 3 stable.
    byName('Fedora CoreOS', 'https://github.com/coreos/fedora-coreos-tracker/blob/main/Design.md#version-numbers', /^fedora-coreos-(?<version>\d+\.\d{8})\.\d+\.(?<build>\d+)(?=-|$)/u),
    // Each release of OpenShift, 4.16 for 416, has images of its own, on one release of RHEL.
    byName('Red Hat Enterprise Linux CoreOS', 'https://docs.redhat.com/en/documentation/openshift_container_platform/4.16/html/architecture/architecture-rhcos', /^rhcos-\d+\.\d+\.(?<date>\d{12})-(?<build>\d+)(?=-|$)/u),
    // The variant, which names the release of Kubernetes, is the line; versions of the operating system follow one another.
    byName('Bottlerocket', 'https://github.com/bottlerocket-os/bottlerocket/blob/develop/README.md#variants', /^bottlerocket-.+-(?<version>v\d+\.\d+\.\d+)-(?<commit>[0-9a-f]{8})$/u),
    // Majors are maintained side by side.
    byName('Garden Linux', 'https://github.com/gardenlinux/gardenlinux/blob/main/docs/00_introduction/release.md', /^garden-?linux-(?:.*-)?\d{3,}\.(?<version>\d+(?:\.\d+)?)(?:-(?<commit>[0-9a-f]{6,40}))?(?![A-Za-z0-9.])/iu),
    // Of each minor release there are patches, and a cluster goes from one minor to the next by hand.
    byName('Talos Linux', 'https://www.talos.dev/latest/talos-guides/upgrading-talos/', /^talos-v\d+\.\d+\.(?<version>\d+)(?=-(?!alpha|beta|rc)|$)/u),
    // The date is that of the build; Amazon Linux 2 and 2023 go on by releases whose first number stays.
    byName('Amazon Linux', 'https://docs.aws.amazon.com/linux/al2023/ug/naming-and-versioning.html', new RegExp(`^(?:amzn2?|al20\\d\\d|amazon-linux)-.*?(?<![\\d.])${dated}`, 'u')),
    byName('AlmaLinux', 'https://wiki.almalinux.org/cloud/AWS.html', new RegExp(`^AlmaLinux .*?(?<![\\d.])${dated}`, 'u')),
    // A minor release is maintained beside the next one, with EUS for years.
    byName('Red Hat Enterprise Linux', 'https://access.redhat.com/articles/2962171', /^RHEL[A-Za-z_-]*-\d+\.\d+(?:\.\d+)?_HVM.*?-(?<date>\d{8})-[A-Za-z0-9_]+-(?<build>\d+)-/u),
    byName('Debian', 'https://wiki.debian.org/Cloud/AmazonEC2Image', /^debian-.+-(?<date>\d{8}|\d{4}-\d{2}-\d{2})-(?<build>\d+)$/u),
];
/** Numbers in names that are no builds: they tell one product from the next. */
const productNumbers = [
    {
        of: 'Windows builds: 17763 is Windows Server 2019, 20348 is 2022',
        source: 'https://learn.microsoft.com/windows-server/get-started/windows-server-release-info',
        numbers: '14393 15063 16299 17134 17763 18362 18363 19041 19042 19043 19044 19045 20348 22000 22621 22631 25398 26100 26200'.split(' '),
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
];

;// CONCATENATED MODULE: ./build/src/domain/image/line-rules.js

const date = /(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/u.source;
const punctuatedDate = /(?:19|20)\d{2}(?<mark>[-_.])(?:0[1-9]|1[0-2])\k<mark>(?:0[1-9]|[12]\d|3[01])/u.source;
/** `31012024`, `01312024`: the order of such numbers is not that of their days. */
const reversedDate = '(?:(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))(?:19|20)\\d{2}';
const punctuatedReversedDate = /(?:0?[1-9]|[12]\d|3[01])(?<sign>[-_.])(?:0?[1-9]|[12]\d|3[01])\k<sign>(?:19|20)\d{2}/u
    .source;
const start = /(?<![A-Za-z0-9]|\d\.)/u.source;
const end = /(?![A-Za-z0-9]|\.\d)/u.source;
/** A number that names a product of its own: in doubt it is that, and no time and no build. */
const product = `(?:${productNumbers.flatMap(({ numbers }) => numbers).join('|')})(?!\\d)`;
const hours = '(?:[01]\\d|2[0-3])';
const minutes = '[0-5]\\d';
/** `1011`, `101112`, `10-11-12`, behind a date. */
const time = `[-_ ](?!${product})${hours}[-_.]?${minutes}(?:[-_.]?${minutes})?`;
/** The general rule, in this order. */
const generalRules = [
    {
        meaning: '2024-01-31T10.11.12Z, 20240131T101112Z',
        kind: 'date',
        pattern: rule(`(?:${date}|${punctuatedDate})T\\d[\\d.:_-]*Z?${end}`),
    },
    {
        meaning: '2024.01.16, 2024-01-31-1011, 2024.01.16.1',
        kind: 'date',
        pattern: rule(`v?${punctuatedDate}(?:\\.\\d{1,3})*(?:${time})?${end}`),
    },
    {
        meaning: '20240131101112, 202401311011',
        kind: 'date',
        pattern: rule(`v?${date}${hours}${minutes}(?:${minutes})?${end}`),
    },
    {
        meaning: '20160208-163341, 20240126.1, v20240129',
        kind: 'date',
        pattern: rule(`v?${date}(?:\\.\\d+)*(?:${time})?${end}`),
    },
    {
        meaning: '1.4.20240903.0: the version in front of it stays',
        kind: 'date',
        pattern: rule(`(?<kept>(?:\\d+\\.)+)${date}(?:\\.\\d+)*${end}`),
    },
    {
        meaning: 'fe20240131: the word in front of it stays',
        kind: 'date',
        pattern: new RegExp(`(?<kept>(?<![A-Za-z0-9])[A-Za-z]+)${date}(?:\\.\\d+)*${end}`, 'gu'),
    },
    {
        meaning: '3f2a1bc: a commit',
        kind: 'commit',
        // Letters and then a number may be a word with a number: fe170669587.
        // An instance, a snapshot or a volume that was copied is a product of its own.
        pattern: rule(`(?<!(?:^|[^A-Za-z0-9])(?:i|snap|vol)-)(?![a-f]+\\d{8,}${end})(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{7,40}${end}`),
    },
    {
        meaning: 'ami-05713873c6794f575.4: the image it was copied from',
        kind: 'commit',
        pattern: rule(`ami-[0-9a-f]{8,17}(?:\\.\\d+)?(?![A-Za-z0-9])`),
    },
    {
        meaning: '1.4.2-rc1, 1.4-beta.2: the number; the word stays, so no candidate replaces a release',
        kind: 'build',
        pattern: /(?<kept>(?<![A-Za-z0-9])v?\d+(?:\.\d+)+[-_.+ ]?(?:alpha|beta|build|dev|nightly|pre|preview|rc|snapshot)[-_. ]?)\d+(?![A-Za-z0-9])/giu,
    },
    { meaning: 'build-45', kind: 'build', pattern: /(?<kept>(?<![A-Za-z0-9])build[-_. ]?)\d+(?![A-Za-z0-9])/giu },
    {
        meaning: '1.4.2-45: the number behind a version of three parts',
        kind: 'build',
        pattern: rule(`(?<kept>v?\\d+\\.\\d+\\.\\d+[-_+])(?!${product})\\d+${end}`),
    },
    {
        meaning: '1706695872, 48213: few products count so far, and those that do are known',
        kind: 'build',
        pattern: rule(`(?!${product}|${reversedDate}(?!\\d))\\d{5,}${end}`),
    },
];
function rule(pattern) {
    return new RegExp(`${start}${pattern.includes('?<kept>') ? '' : '(?<kept>)'}${pattern}`, 'gu');
}
/** Whether a full date is left in what should be the name of a product. */
const holdsDate = (text) => new RegExp(`(?<!\\d)(?:${date}|${reversedDate}|${punctuatedReversedDate})(?!\\d)`, 'u').test(text);

;// CONCATENATED MODULE: ./build/src/domain/image/line.js


/**
 * The line of a name: by the vendor's rule where there is one, else what is surely a date, a build number or a commit. In
 * doubt a number belongs to the product and stays: a line too small misses an update and says so, a line too large
 * installs another product.
 */
function lineOf(name) {
    const vendor = vendorRules.find((rule) => rule.name.test(name));
    if (vendor === undefined)
        return generalLine(name);
    if (vendor.successors === 'not by name')
        return { pattern: name, parts: [], doubt: `${vendor.why} ${WAY_OUT}`, vendor: vendor.vendor };
    return { ...lineBy(vendor.name, name), doubt: undefined, vendor: vendor.vendor };
}
const WAY_OUT = 'Set `image` to `name:<glob>` to say what is meant.';
function generalLine(name) {
    const segments = generalRules.reduce((rest, rule) => rest.flatMap((segment) => (typeof segment === 'string' ? split(segment, rule) : [segment])), withoutUuids(name));
    const parts = segments.filter((segment) => typeof segment === 'object' && 'kind' in segment);
    const texts = segments.flatMap((segment) => (typeof segment === 'string' ? segment : []));
    return {
        pattern: segments.map((segment) => (typeof segment === 'string' ? segment : textOf(segment))).join(''),
        parts,
        doubt: doubtOf(parts, texts),
        vendor: undefined,
    };
}
function doubtOf(parts, texts) {
    if (texts.some(holdsDate))
        return `Its name holds a date that may belong to something else, so its successors cannot be told from it. ${WAY_OUT}`;
    return parts.length > 0
        ? undefined
        : `Its name shows no date, build number or commit that is known as one, so its successors cannot be told from it. ${WAY_OUT}`;
}
const textOf = (segment) => ('fixed' in segment ? segment.fixed : '*');
/** A UUID names a product of the marketplace; its digits must not be read as dates or commits. */
function withoutUuids(name) {
    return name
        .split(/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/iu)
        .map((text, index) => (index % 2 === 1 ? { fixed: text } : text));
}
function split(text, { kind, pattern }) {
    const segments = [];
    let end = 0;
    for (const { index, 0: found, groups } of text.matchAll(pattern)) {
        const kept = groups?.['kept'] ?? '';
        segments.push(text.slice(end, index + kept.length), { kind, text: found.slice(kept.length) });
        end = index + found.length;
    }
    return [...segments, text.slice(end)].filter((segment) => segment !== '');
}
/** By a rule whose groups are named after what they are: `version`, `date2`. */
function lineBy(rule, name) {
    const { groups = {} } = new RegExp(rule.source, `${rule.flags}d`).exec(name)?.indices ?? {};
    const found = Object.entries(groups)
        .flatMap(([key, span]) => (span === undefined ? [] : [{ kind: key.replace(/\d+$/u, ''), span }]))
        .sort((one, other) => one.span[0] - other.span[0]);
    let end = 0;
    const texts = found.map(({ span }) => {
        const text = name.slice(end, span[0]);
        end = span[1];
        return text;
    });
    return {
        // Parts that follow one another are one for the filter of AWS.
        pattern: `${texts.map((text) => `${text}*`).join('')}${name.slice(end)}`.replace(/\*(?:[-_.]\*)+/gu, '*'),
        parts: found.map(({ kind, span }) => ({ kind, text: name.slice(...span) })),
    };
}


/***/ })

};
