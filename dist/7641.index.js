export const id = 7641;
export const ids = [7641];
export const modules = {

/***/ 36065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L6: () => (/* binding */ successorsOf),
/* harmony export */   XZ: () => (/* binding */ lastSuccessor)
/* harmony export */ });
/* unused harmony export bySuccession */
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75885);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75571);


/**
 * Order within a line: by what the names show, then by release. Below 0 where the first is the older. A name that shows a
 * version is never followed by one that shows a lower one, whenever that was made.
 */
function bySuccession(one, other) {
    return compareParts((0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .c)(one.name).parts, (0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .c)(other.name).parts) || (0,_image_js__WEBPACK_IMPORTED_MODULE_1__/* .byRelease */ .zd)(one, other);
}
/** The members of its line that come after an image, deprecated ones included. */
function successorsOf(image, members) {
    return members.filter((other) => other.id !== image.id && namesAlike(image, other) && bySuccession(other, image) > 0);
}
/** The last of its line that may be launched in the place of an image; undefined where none comes after it. */
function lastSuccessor(image, members, choice) {
    return successorsOf(image, members)
        .filter((other) => (0,_image_js__WEBPACK_IMPORTED_MODULE_1__/* .mayBeChosen */ .$X)(other, choice))
        .reduce((best, other) => (best && bySuccession(best, other) >= 0 ? best : other), undefined);
}
function compareParts(one, other) {
    for (const [index, part] of one.entries()) {
        if (isUnordered(part.kind, other[index]?.kind))
            continue;
        const difference = compareNumbers(numbersOf(part), numbersOf(other[index]));
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/**
 * Whether two names of a line show the same: no date comes after a commit, or a build number after a date. A commit without
 * a letter looks like a build number.
 */
function namesAlike(one, other) {
    const parts = (0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .c)(other.name).parts;
    return (0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .c)(one.name).parts.every(({ kind }, index) => kind === parts[index]?.kind || isUnordered(kind, parts[index]?.kind));
}
const isUnordered = (one, other) => (one === 'commit' && other === 'build') || (one === 'build' && other === 'commit');
/** A commit has no order. */
function numbersOf(part) {
    if (part === undefined || part.kind === 'commit')
        return [];
    if (part.kind !== 'date')
        return (part.text.match(/\d+/gu) ?? []).map(Number);
    // The day, then a time or a counter, however they are punctuated.
    const digits = part.text.replace(/\D/gu, '');
    return [Number(digits.slice(0, 8)), Number(digits.slice(8))];
}
function compareNumbers(one, other) {
    for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
        const difference = (one[index] ?? 0) - (other[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}


/***/ }),

/***/ 67641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  images: () => (/* binding */ modes_images_images)
});

// EXTERNAL MODULE: ./build/src/domain/audit/audit.js
var audit = __webpack_require__(32561);
;// CONCATENATED MODULE: ./build/src/domain/audit/rows.js
/**
 * A row for each image that the group launches, also where it runs no instance, and one for each other image that its
 * instances run on.
 */
function rowsOfGroup(audited, judge) {
    const { region, account, group, stack, ownerTag, sources, instances } = audited;
    const location = { region, account, group, instance: undefined, stack, ownerTag };
    const launched = new Set(sources.flatMap((source) => (source.kind === 'image' ? source.imageId : [])));
    const ofSources = [...launched].map((imageId) => {
        const row = { ...location, imageId, instances: instances.get(imageId) ?? 0, ...judge(imageId) };
        const parameters = new Set(sources.flatMap((source) => source.kind === 'image' && source.imageId === imageId ? (source.parameter ?? []) : []));
        if (row.verdict !== 'stale' || parameters.size === 0)
            return row;
        const decides = `The parameter ${[...parameters].join(', ')} decides the image: change it, then roll.`;
        return { ...row, reason: [decides, row.reason].filter((text) => text !== undefined).join(' ') };
    });
    const reasons = new Set(sources.flatMap((source) => (source.kind === 'unknown' ? source.reason : [])));
    const ofReasons = [...reasons].map((reason) => ({ ...location, ...nothing, verdict: 'unknown', reason }));
    const launchesCurrent = ofReasons.length === 0 && ofSources.length > 0 && ofSources.every(({ verdict }) => verdict === 'current');
    const ofInstances = [...instances]
        .filter(([imageId]) => !launched.has(imageId))
        .map(([imageId, count]) => {
        const row = { ...location, imageId, instances: count, ...judge(imageId) };
        if (!launchesCurrent)
            return row;
        // Whatever they run on is not what the group launches: to roll is enough, even where the image is gone.
        const next = ofSources.find(({ image }) => image?.architecture === row.image?.architecture) ?? ofSources[0];
        return { ...row, verdict: 'unrolled', newest: next?.newest, reason: undefined };
    });
    return [...ofSources, ...ofReasons, ...ofInstances];
}
/** The row of an instance that belongs to no group. */
function rowOfInstance({ region, account, id, name, stack, ownerTag, launchedAt, imageId }, judge) {
    const location = { region, account, group: undefined, instance: { id, name }, stack, ownerTag, launchedAt };
    return { ...location, imageId, instances: 1, ...judge(imageId) };
}
/** A row for each instance in the place of one for each image; a row without instances stays. */
function rowsOfInstances(rows, instances) {
    const byImage = Map.groupBy(instances, ({ imageId }) => imageId);
    return rows.flatMap((row) => {
        const own = row.imageId === undefined ? [] : (byImage.get(row.imageId) ?? []);
        if (own.length === 0)
            return [row];
        return own.map(({ id, name, ownerTag = row.ownerTag, launchedAt }) => ({
            ...row,
            instance: { id, name },
            instances: 1,
            ownerTag,
            launchedAt,
        }));
    });
}
const nothing = {
    imageId: undefined,
    image: undefined,
    instances: 0,
    newest: undefined,
    daysBehind: undefined,
    state: undefined,
};

// EXTERNAL MODULE: ./build/src/domain/rollout/lifecycle.js
var lifecycle = __webpack_require__(77548);
// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(42875);
// EXTERNAL MODULE: ./build/src/domain/stack-reference.js
var stack_reference = __webpack_require__(79358);
;// CONCATENATED MODULE: ./build/src/aws/audit/groups.js



/** The tag that says in many accounts to whom something belongs, however it is written. */
const ownerTagOf = (tags) => tags.find(({ Key }) => Key?.toLowerCase() === 'owner')?.Value;
/** The groups with these names, or every group of the region, with what they launch from and their instances. */
async function listGroups(connection, names) {
    const groups = [];
    const members = new Map();
    await (0,describe/* visitGroups */.Ip)(connection, names, (group) => keep(group, { groups, members }));
    return { groups, members };
}
function keep(described, { groups, members }) {
    const { AutoScalingGroupName: name, LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy } = described;
    // A status means that the group is being deleted.
    if (name === undefined || described.Status)
        return;
    const tags = described.Tags ?? [];
    const stack = tags.find(({ Key }) => Key === stack_reference/* STACK_TAG */.u6)?.Value;
    const account = described.AutoScalingGroupARN?.split(':')[4];
    groups.push({
        name,
        account,
        stack,
        ownerTag: ownerTagOf(tags),
        LaunchConfigurationName,
        LaunchTemplate,
        MixedInstancesPolicy,
    });
    // Most instances stay and say nothing of their image: these share one object.
    const usual = { group: name, imageId: undefined, leaving: false };
    for (const { InstanceId, ImageId, LifecycleState } of described.Instances ?? []) {
        if (InstanceId === undefined)
            continue;
        const leaving = LifecycleState !== undefined && (0,lifecycle/* phaseOf */.hU)({ lifecycle: LifecycleState }) === 'leaving';
        members.set(InstanceId, ImageId || leaving ? { group: name, imageId: ImageId, leaving } : usual);
    }
}

// EXTERNAL MODULE: ./build/src/domain/image/image.js
var image_image = __webpack_require__(75885);
// EXTERNAL MODULE: ./build/src/domain/image/succession.js
var succession = __webpack_require__(36065);
;// CONCATENATED MODULE: ./build/src/domain/image/age.js


const secondsOfADay = 86_400;
/**
 * Whole days since the next image after `image` was released: how long there has been something newer to move to, which
 * is not the age of the image. 0 when nothing newer may be chosen. `family` are the images of its family, in any order,
 * with or without itself.
 */
const daysBehind = (image, family, choice) => daysSince(image, (0,succession/* successorsOf */.L6)(image, family), choice);
/** The same where a user has named the images, whatever their names show: those that were released after it come after it. */
const daysBehindNamed = (image, named, choice) => daysSince(image, named.filter((other) => (0,image_image/* byRelease */.zd)(other, image) > 0), choice);
function daysSince(image, newer, choice) {
    if (!newer.some((other) => (0,image_image/* mayBeChosen */.$X)(other, choice)))
        return 0;
    // The next release counts even when it is deprecated by now: since then the user has been behind.
    const next = Math.max(image.createdAt, Math.min(...newer.map((other) => other.createdAt)));
    return Math.max(0, Math.floor((choice.now - next) / secondsOfADay));
}
/** Whole days since an image was made, at `now` in seconds since the Unix epoch. */
const ageDays = ({ createdAt }, now) => Math.max(0, Math.floor((now - createdAt) / secondsOfADay));

// EXTERNAL MODULE: ./build/src/domain/image/launch-shape.js
var launch_shape = __webpack_require__(67037);
// EXTERNAL MODULE: ./build/src/domain/image/line.js + 2 modules
var line = __webpack_require__(75571);
;// CONCATENATED MODULE: ./build/src/domain/audit/classify.js





/**
 * Holds an image against its yardstick at `now`, in seconds since the Unix epoch. What the account would not allow is said
 * besides, whatever the verdict.
 */
function classify(sighting, yardstick, now) {
    const found = classifyAgainst(sighting, yardstick, now);
    const caution = sighting.image && (0,launch_shape/* notAllowed */.mj)(sighting.image);
    if (caution === undefined)
        return found;
    return { ...found, reason: [found.reason, `${caution}.`].filter((text) => text !== undefined).join(' ') };
}
function classifyAgainst(sighting, yardstick, now) {
    const { image } = sighting;
    const facts = {
        image,
        imageAgeDays: image && ageDays(image, now),
        newest: undefined,
        daysBehind: undefined,
        reason: undefined,
        state: stateOf(sighting, now),
    };
    const unknown = (reason) => ({ ...facts, verdict: 'unknown', reason });
    switch (yardstick.kind) {
        case 'none':
            return unknown(yardstick.reason);
        case 'family':
            return image === undefined
                ? unknown(whyUnseen(sighting))
                : againstFamily(image, yardstick.members, { facts, now });
        case 'wanted':
            return againstWanted(sighting, yardstick, { facts, now });
        default:
            return yardstick;
    }
}
function againstFamily(image, members, { facts, now }) {
    const choice = { now, deprecated: 'ignore' };
    const best = (0,succession/* lastSuccessor */.XZ)(image, members, choice);
    if (best !== undefined)
        return { ...facts, verdict: 'stale', newest: best, daysBehind: daysBehind(image, members, choice) };
    const alone = { ...facts, daysBehind: 0 };
    if (image.state !== 'available')
        return {
            ...alone,
            verdict: 'unknown',
            reason: `It is ${image.state}, and its family has no newer image to launch.`,
        };
    if ((0,image_image/* isDeprecated */.oT)(image, now))
        return { ...alone, verdict: 'unknown', reason: 'It is deprecated, and its family has no newer image that is not.' };
    const { doubt } = (0,line/* lineOf */.c)(image.name);
    // That nothing newer was found says nothing where it is not known what newer ones are called.
    return doubt === undefined
        ? { ...alone, verdict: 'current', newest: image }
        : { ...facts, verdict: 'unknown', reason: doubt };
}
function againstWanted({ imageId, image }, { members, deprecated }, { facts, now }) {
    const choice = { now, deprecated };
    const best = (0,image_image/* newest */.BP)(members, choice);
    if (best === undefined)
        return { ...facts, verdict: 'unknown', reason: 'No image that `image` asks for can be launched in its place.' };
    if (imageId === best.id)
        return { ...facts, verdict: 'current', newest: best, daysBehind: 0 };
    if (image !== undefined && image.architecture !== best.architecture)
        return {
            ...facts,
            verdict: 'unknown',
            reason: `It is for ${image.architecture}, and the image that \`image\` asks for is for ${best.architecture}.`,
        };
    const days = image && daysBehindNamed(image, members, choice);
    return { ...facts, verdict: 'stale', newest: best, daysBehind: days };
}
function stateOf({ image, wasDeregistered }, now) {
    if (image === undefined)
        return wasDeregistered ? 'deregistered' : 'missing';
    return image.state === 'available' && (0,image_image/* isDeprecated */.oT)(image, now) ? 'deprecated' : image.state;
}
const whyUnseen = ({ wasDeregistered }) => wasDeregistered
    ? 'The image was deregistered, so its family cannot be told.'
    : 'The image is gone, not shared with this account or not allowed by its Allowed AMIs settings, so its family cannot be told.';

// EXTERNAL MODULE: ./build/src/aws/images/image-parameters.js
var image_parameters = __webpack_require__(24724);
// EXTERNAL MODULE: ./build/src/aws/images/images.js + 1 modules
var images_images = __webpack_require__(97308);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
;// CONCATENATED MODULE: ./build/src/aws/audit/images.js




/** Says of each of these images how it stands; each is asked for, and judged, once. */
async function classifyImages(connection, ids, wish) {
    const images = new images_images/* ImageReader */.D(connection);
    const { requests } = wish;
    const values = await (0,image_parameters/* parameterValues */.o)(connection, requests.flatMap((request) => (request.kind === 'parameter' ? request.name : [])));
    const inUse = new Set(ids);
    const asked = requests.flatMap((request) => idOf(request, values) ?? []);
    await images.learn([...inUse, ...asked].filter((id) => id !== ''));
    const seen = [...inUse].flatMap((id) => images.of(id) ?? []);
    if (requests.some(({ kind }) => kind === 'latest'))
        await images.learnFamilies(seen, owned(wish));
    const judgements = new Map();
    await (0,map_concurrently/* mapConcurrently */.X)([...inUse], async (imageId) => {
        const sighting = { imageId, image: images.of(imageId), wasDeregistered: images.wasDeregistered(imageId) };
        const yardstick = await yardstickFor(sighting, { wish, images, values });
        judgements.set(imageId, classify(sighting, yardstick, wish.now));
    });
    return (imageId) => {
        const judgement = judgements.get(imageId);
        if (judgement === undefined)
            throw new Error(`${imageId} was not asked for`);
        return judgement;
    };
}
const owned = ({ owners }) => (owners.length > 0 ? owners : undefined);
function idOf(request, values) {
    if (request.kind === 'id')
        return request.id;
    return request.kind === 'parameter' ? values.get(request.name) : undefined;
}
async function yardstickFor(sighting, search) {
    const { image } = sighting;
    const found = [];
    for (const request of search.wish.requests) {
        const yardstick = await yardstickOf(request, sighting, search);
        const fits = yardstick.kind !== 'none' &&
            yardstick.members.some(({ architecture }) => image === undefined || architecture === image.architecture);
        if (fits)
            return yardstick;
        found.push(yardstick);
    }
    return found.at(-1) ?? { kind: 'none', reason: 'No image is asked for.' };
}
async function yardstickOf(request, { image }, { wish, images, values }) {
    const owners = owned(wish) ?? (image && [image.owner]);
    switch (request.kind) {
        case 'latest':
            return { kind: 'family', members: image === undefined ? [] : await images.familyOf(image, owners) };
        case 'name': {
            if (owners === undefined)
                return { kind: 'none', reason: 'The image is gone or not shared with this account; `image-owners` is needed.' };
            const { pattern: name } = request;
            const members = await images.named({ owners, name, architecture: image?.architecture });
            return { kind: 'wanted', members, deprecated: 'ignore' };
        }
        case 'id':
            return one(images.of(request.id), `${request.id} does not exist in this region or is not shared with this account.`);
        case 'parameter': {
            const id = values.get(request.name) ?? '';
            return one(images.of(id), `The parameter ${request.name} does not name an image that this account may use.`);
        }
        default:
            return request;
    }
}
/** Named by its id, an image is taken as it is, deprecated or not. */
const one = (image, reason) => image === undefined ? { kind: 'none', reason } : { kind: 'wanted', members: [image], deprecated: 'allow' };

// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(72527);
// EXTERNAL MODULE: ./build/src/aws/client/page-stream.js
var page_stream = __webpack_require__(51481);
// EXTERNAL MODULE: ./build/src/aws/groups/group-tag.js
var group_tag = __webpack_require__(9774);
;// CONCATENATED MODULE: ./build/src/aws/audit/instances.js






/** Values in one filter; clients have been refused at the documented 200. */
const MOST_VALUES = 199;
/** The longest page of DescribeInstances. */
const MOST_INSTANCES = 1000;
/** What has ended needs no new image; everything else is running, or would run on the same image again. */
const alive = { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] };
/**
 * Counts the instances by group and image, and lists those outside of any group. With a selector only the instances of
 * the groups are asked for, and those outside that its stacks and tags mean; names of groups mean none of them.
 */
async function listInstances(connection, { groups, members }, { selector, rows }) {
    const names = new Set(groups.map(({ name }) => name));
    const counts = new Map();
    const listed = new Map();
    const lone = [];
    const keep = ({ instance, account }, group) => {
        const { InstanceId: id, ImageId } = instance;
        if (id === undefined)
            return;
        const member = members.get(id);
        if (member?.leaving)
            return;
        // Launched between the two looks, it is not in the group's list yet, but its tag is there from the start.
        const home = member?.group ?? group;
        const imageId = member?.imageId ?? ImageId ?? '';
        if (home !== undefined) {
            if (!names.has(home))
                return;
            count(counts, home, imageId);
            if (rows === 'instances')
                addTo(listed, home, factsOf(instance, { id, imageId }));
            return;
        }
        if (selector !== undefined && !meansInstance(selector, instance))
            return;
        const stack = tagOf(instance, stack_reference/* STACK_TAG */.u6);
        lone.push({ region: connection.region, account, stack, ...factsOf(instance, { id, imageId }) });
    };
    await (0,map_concurrently/* mapConcurrently */.X)(questionsFor([...names], selector), async ({ filters, of }) => {
        for await (const owned of instances(connection, filters)) {
            const { instance } = owned;
            const group = (0,group_tag/* launchingGroup */.h)(instance.Tags);
            const isMember = group !== undefined || members.has(instance.InstanceId ?? '');
            // The two questions of a selector overlap; each instance is taken from one of them only.
            if (of === 'everything' || (of === 'groups') === isMember)
                keep(owned, group);
        }
    });
    return { counts, members: listed, lone };
}
function factsOf(instance, known) {
    const launched = instance.LaunchTime?.getTime();
    return {
        ...known,
        name: tagOf(instance, 'Name'),
        ownerTag: ownerTagOf(instance.Tags ?? []),
        launchedAt: launched === undefined ? undefined : launched / 1000,
    };
}
function questionsFor(groups, selector) {
    if (selector === undefined)
        return [{ filters: [alive], of: 'everything' }];
    const ofGroups = (0,batches/* batches */.X)(groups, MOST_VALUES).map((batch) => ({
        filters: [alive, { Name: `tag:${group_tag/* LAUNCHED_BY_TAG */.I}`, Values: batch.map(literally) }],
        of: 'groups',
    }));
    const { stacks, tags } = selector;
    if (selector.groups.length > 0 || (stacks.length === 0 && tags.length === 0))
        return ofGroups;
    const byTags = tags.map(({ key, value }) => ({ Name: `tag:${key}`, Values: [literally(value)] }));
    const byStacks = stacks.length === 0 ? [] : [stackFilter(stacks)];
    return [...ofGroups, { filters: [alive, ...byStacks, ...byTags], of: 'outside' }];
}
const stackFilter = (stacks) => {
    const values = stacks.map(({ name, version = '*' }) => `${name}-${version}`);
    return values.length > MOST_VALUES
        ? { Name: 'tag-key', Values: [stack_reference/* STACK_TAG */.u6] }
        : { Name: `tag:${stack_reference/* STACK_TAG */.u6}`, Values: values };
};
/** A filter value that means no more than itself. */
const literally = (text) => text.replace(/[*?\\]/g, '\\$&');
async function* instances(connection, filters) {
    const { DescribeInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const question = { Filters: [...filters], MaxResults: MOST_INSTANCES };
    const pages = (0,page_stream/* pageStream */.q)((token) => connection.send(client, new DescribeInstancesCommand({ ...question, ...token })));
    for await (const { Reservations } of pages)
        for (const { Instances, OwnerId: account } of Reservations ?? [])
            for (const instance of Instances ?? [])
                yield { instance, account };
}
function addTo(lists, group, instance) {
    const list = lists.get(group) ?? [];
    lists.set(group, list);
    list.push(instance);
}
function count(counts, group, imageId) {
    const images = counts.get(group) ?? new Map();
    counts.set(group, images);
    images.set(imageId, (images.get(imageId) ?? 0) + 1);
}
const meansInstance = ({ stacks, tags }, instance) => (stacks.length === 0 || stacks.some((stack) => (0,stack_reference/* meansStack */.Lu)(stack, tagOf(instance, stack_reference/* STACK_TAG */.u6) ?? ''))) &&
    tags.every(({ key, value }) => tagOf(instance, key) === value);
const tagOf = ({ Tags }, key) => (Tags ?? []).find(({ Key }) => Key === key)?.Value;

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/image/request.js
var request = __webpack_require__(44909);
// EXTERNAL MODULE: ./build/src/aws/launch-sources/configurations.js
var configurations = __webpack_require__(22081);
;// CONCATENATED MODULE: ./build/src/aws/audit/configurations.js



/**
 * The image of each of these launch configurations, by name; one that is gone is missing. All of the region are listed
 * for as long as that can be cheaper than to ask by name: accounts keep many that are not in use any more.
 */
async function configurationImages(connection, names) {
    const missing = new Set(names);
    const images = new Map();
    const learn = (configurations) => {
        for (const { LaunchConfigurationName: name = '', ImageId } of configurations)
            if (missing.delete(name))
                images.set(name, ImageId ?? '');
    };
    const callsByName = Math.ceil(missing.size / configurations/* MOST_CONFIGURATION_NAMES */.yO);
    if (callsByName > 1) {
        let pages = 0;
        for await (const page of (0,configurations/* configurationPages */.PK)(connection, 'every configuration')) {
            learn(page);
            if (missing.size === 0 || ++pages >= callsByName)
                break;
        }
    }
    await (0,map_concurrently/* mapConcurrently */.X)((0,batches/* batches */.X)(missing, configurations/* MOST_CONFIGURATION_NAMES */.yO), async (batch) => {
        for await (const page of (0,configurations/* configurationPages */.PK)(connection, batch))
            learn(page);
    });
    return images;
}

// EXTERNAL MODULE: ./build/src/aws/launch-sources/template-versions.js
var template_versions = __webpack_require__(49532);
;// CONCATENATED MODULE: ./build/src/aws/audit/templates.js



/**
 * The image that each of these versions names, `resolve:ssm:...` as it is; undefined for a version that does not exist.
 * The latest and the default version of all templates of the account come in one listing, which is read for as long as
 * it can be cheaper than to ask template by template; other versions can only be asked for so.
 */
async function templateImages(connection, specifications) {
    const seen = new SeenVersions();
    const wanted = new Map(specifications.map((one) => [keyOf(one), one]));
    const templates = new Set([...wanted.values()].map(templateOf)).size;
    const missing = () => [...wanted.values()].filter((specification) => seen.imageOf(specification) === undefined);
    if (templates > 1) {
        let pages = 0;
        for await (const page of (0,template_versions/* versionPages */["do"])(connection, { Versions: [LATEST, DEFAULT], MaxResults: template_versions/* MOST_VERSIONS */.QG })) {
            for (const version of page)
                seen.learn(version);
            for (const [key, specification] of wanted)
                if (seen.imageOf(specification) !== undefined)
                    wanted.delete(key);
            if (wanted.size === 0 || ++pages >= templates)
                break;
        }
    }
    const byTemplate = Map.groupBy(missing(), templateOf);
    await (0,map_concurrently/* mapConcurrently */.X)([...byTemplate.values()], async (ofOne) => {
        for (const batch of (0,batches/* batches */.X)(ofOne, template_versions/* MOST_VERSIONS */.QG))
            await ask(connection, batch, seen);
    });
    return (specification) => seen.imageOf(specification);
}
const LATEST = '$Latest';
const DEFAULT = '$Default';
/** Left out, the version means the default one. */
const versionOf = ({ Version }) => Version || DEFAULT;
const templateOf = ({ LaunchTemplateId, LaunchTemplateName = '' }) => LaunchTemplateId ?? `name ${LaunchTemplateName}`;
const keyOf = (specification) => `${templateOf(specification)} ${versionOf(specification)}`;
/** Images by template and version, under both names of the template. */
class SeenVersions {
    #images = new Map();
    #latest = new Map();
    learn({ LaunchTemplateId, LaunchTemplateName, VersionNumber, DefaultVersion, LaunchTemplateData, }) {
        if (VersionNumber === undefined)
            return;
        const image = LaunchTemplateData?.ImageId ?? '';
        for (const template of [LaunchTemplateId, `name ${LaunchTemplateName}`]) {
            if (template === undefined)
                continue;
            this.#images.set(`${template} ${VersionNumber}`, image);
            if (DefaultVersion === true)
                this.#images.set(`${template} ${DEFAULT}`, image);
            // A question for the latest is answered with it, so of what was seen the highest is the latest.
            if (VersionNumber < (this.#latest.get(template) ?? 0))
                continue;
            this.#latest.set(template, VersionNumber);
            this.#images.set(`${template} ${LATEST}`, image);
        }
    }
    imageOf(specification) {
        return this.#images.get(keyOf(specification));
    }
}
/** Versions of one template. */
async function ask(connection, specifications, seen) {
    const [first] = specifications;
    if (first === undefined)
        return;
    const { LaunchTemplateId, LaunchTemplateName = '' } = first;
    const template = LaunchTemplateId === undefined ? { LaunchTemplateName } : { LaunchTemplateId };
    const question = { ...template, Versions: specifications.map(versionOf), MaxResults: template_versions/* MOST_VERSIONS */.QG };
    const versions = await (0,template_versions/* findVersions */.tx)(connection, question);
    for (const version of versions ?? [])
        seen.learn(version);
    // One version that is gone fails the whole call: each alone, the others are answered.
    if (versions === undefined && specifications.length > 1)
        for (const one of specifications)
            await ask(connection, [one], seen);
}

;// CONCATENATED MODULE: ./build/src/aws/audit/sources.js





/**
 * Everything that each group may launch: its configuration, its template, or the base of its mixed instances policy and
 * every override that brings a template or an image of its own. A source that cannot be told has its reason instead.
 */
async function launchedImages(connection, groups) {
    const named = groups.flatMap(namedSources);
    const [ofTemplates, ofConfigurations] = await Promise.all([
        templateImages(connection, named.flatMap((source) => (source.kind === 'template' ? source.specification : []))),
        configurationImages(connection, named.flatMap((source) => (source.kind === 'configuration' ? source.name : []))),
    ]);
    const imageOf = (source) => foundImage(source, { ofTemplates, ofConfigurations });
    const aliases = named.flatMap((source) => (0,request/* parameterOf */.l)(imageOf(source).text ?? '') ?? []);
    const parameters = await readParameters(connection, aliases);
    return (group) => {
        const sources = namedSources(group).map((source) => sourceOf(imageOf(source), parameters));
        return sources.length > 0 ? sources : [{ kind: 'unknown', reason: 'The group has nothing to launch from.' }];
    };
}
function namedSources({ LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy }) {
    const mixed = MixedInstancesPolicy?.LaunchTemplate;
    const template = (specification) => specification === undefined ? [] : [{ kind: 'template', specification }];
    if (mixed?.LaunchTemplateSpecification !== undefined) {
        const ofOverrides = (mixed.Overrides ?? []).flatMap(({ ImageId, LaunchTemplateSpecification }) => 
        // An image of the override's own takes the place of the template's.
        ImageId ? [{ kind: 'override', imageId: ImageId }] : template(LaunchTemplateSpecification));
        return [...template(mixed.LaunchTemplateSpecification), ...ofOverrides];
    }
    if (LaunchTemplate !== undefined)
        return template(LaunchTemplate);
    // An emulator answers with an empty name where AWS leaves it out.
    return LaunchConfigurationName ? [{ kind: 'configuration', name: LaunchConfigurationName }] : [];
}
function foundImage(source, { ofTemplates, ofConfigurations }) {
    switch (source.kind) {
        case 'configuration':
            return { text: ofConfigurations.get(source.name), source: `The launch configuration ${source.name}` };
        case 'override':
            return { text: source.imageId, source: 'An override' };
        case 'template': {
            const { LaunchTemplateId, LaunchTemplateName, Version = '$Default' } = source.specification;
            const name = LaunchTemplateName ?? LaunchTemplateId ?? '';
            return { text: ofTemplates(source.specification), source: `Version ${Version} of the launch template ${name}` };
        }
        default:
            return source;
    }
}
/** A parameter that may not be read leaves one group unknown; it must not take the audit of all others away. */
async function readParameters(connection, names) {
    try {
        return await (0,image_parameters/* parameterValues */.o)(connection, names);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return { refusal: [error.what, error.why].filter((part) => part !== undefined).join(' ') };
    }
}
function sourceOf({ text, source }, parameters) {
    if (text === undefined)
        return { kind: 'unknown', reason: `${source} does not exist.` };
    if (text === '')
        return { kind: 'unknown', reason: `${source} names no image.` };
    const name = (0,request/* parameterOf */.l)(text);
    if (name === undefined)
        return { kind: 'image', imageId: text };
    const behind = `${source} takes its image from the parameter ${name}`;
    if ('refusal' in parameters)
        return { kind: 'unknown', reason: `${behind}, which could not be read: ${parameters.refusal}` };
    const value = parameters.get(name);
    if (value === undefined)
        return { kind: 'unknown', reason: `${behind}, which does not exist.` };
    // A parameter may hold anything, a secret as well: its value is shown only where it is an image.
    return (0,request/* isImageId */.r)(value)
        ? { kind: 'image', imageId: value, parameter: name }
        : { kind: 'unknown', reason: `${behind}, which does not hold the id of an image.` };
}

// EXTERNAL MODULE: ./build/src/aws/select/select.js + 1 modules
var select_select = __webpack_require__(96302);
;// CONCATENATED MODULE: ./build/src/aws/audit/audit.js









/**
 * Holds every image that the groups of these regions launch, and that instances run on, against the newest one. Throws
 * a UserError when an entry of the selector matches nothing in any of the regions.
 */
async function audit_audit(connections, request) {
    const found = await (0,map_concurrently/* mapConcurrently */.X)(connections, (connection) => auditRegion(connection, request));
    const regions = connections.map(({ region }) => region);
    const { selector } = request;
    if (!isEmpty(selector)) {
        const [first, ...others] = found.map(({ idle }) => idle);
        const idle = (first ?? []).filter((entry) => others.every((elsewhere) => elsewhere.some(isSame(entry))));
        const rows = found.reduce((sum, region) => sum + region.rows.length, 0);
        await (0,select_select/* refuseEmptySelection */.uU)(selector, { connections, found: rows, idle });
    }
    return {
        at: request.now,
        regions,
        groups: found.flatMap(({ region, groups }) => groups.map((group) => ({ region, group }))),
        rows: found.flatMap(({ rows }) => rows).sort(audit/* byDaysBehind */.LI),
    };
}
async function auditRegion(connection, request) {
    const { region } = connection;
    const { selector, rows = 'groups' } = request;
    const { idle, ...seen } = isEmpty(selector)
        ? { ...(await listGroups(connection, 'every group')), idle: [] }
        : await selected(connection, selector);
    const [{ counts, members, lone }, sourcesOf] = await Promise.all([
        listInstances(connection, seen, { selector: isEmpty(selector) ? undefined : selector, rows }),
        launchedImages(connection, seen.groups),
    ]);
    const groups = seen.groups.map((group) => ({
        region,
        account: group.account,
        group: group.name,
        stack: group.stack,
        ownerTag: group.ownerTag,
        sources: sourcesOf(group),
        instances: counts.get(group.name) ?? new Map(),
    }));
    const launched = groups.flatMap(({ sources }) => sources.flatMap((source) => (source.kind === 'image' ? source.imageId : [])));
    const running = groups.flatMap(({ instances }) => [...instances.keys()]);
    const judge = await classifyImages(connection, [...launched, ...running, ...lone.map(({ imageId }) => imageId)], request);
    return {
        region,
        groups: groups.map(({ group }) => group),
        rows: [
            ...groups.flatMap((group) => rowsOfInstances(rowsOfGroup(group, judge), members.get(group.group) ?? [])),
            ...lone.map((instance) => rowOfInstance(instance, judge)),
        ],
        idle: idle.filter((entry) => !isHeard(entry, selector, lone)),
    };
}
async function selected(connection, selector) {
    const { groups, idle } = await (0,select_select/* findGroups */._F)(connection, selector);
    const names = groups.flatMap(({ AutoScalingGroupName }) => AutoScalingGroupName ?? []);
    // Asked for again, with their instances: only then are all of them from one moment.
    return { ...(await listGroups(connection, names)), idle };
}
const isEmpty = ({ groups, stacks, tags }) => [groups, stacks, tags].every(({ length }) => length === 0);
/** Whether an entry that means no group means an instance outside of any. */
function isHeard({ input, text }, { stacks }, lone) {
    // Whatever was found outside of groups has all the tags.
    if (input === 'tags')
        return lone.length > 0;
    const reference = stacks.find((stack) => input === 'stacks' && (0,stack_reference/* stackText */.yO)(stack) === text);
    return reference !== undefined && lone.some(({ stack = '' }) => (0,stack_reference/* meansStack */.Lu)(reference, stack));
}
const isSame = (one) => (other) => one.input === other.input && one.text === other.text;

// EXTERNAL MODULE: ./build/src/report/results/audit-file.js + 1 modules
var audit_file = __webpack_require__(1599);
// EXTERNAL MODULE: ./build/src/report/results/audit-lists.js
var audit_lists = __webpack_require__(25990);
// EXTERNAL MODULE: ./build/src/report/log/audit-words.js
var audit_words = __webpack_require__(28938);
// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(43629);
// EXTERNAL MODULE: ./build/src/domain/catalogue/effective-rules.js
var effective_rules = __webpack_require__(85243);
// EXTERNAL MODULE: ./build/src/domain/catalogue/finding.js
var finding = __webpack_require__(44485);
// EXTERNAL MODULE: ./build/src/domain/catalogue/moment.js
var moment = __webpack_require__(49314);
;// CONCATENATED MODULE: ./build/src/domain/catalogue/audit-checks.js
/** What the catalogue says of an audit: how far a service may be behind, and which waivers end. */




/** Days before its end from which a waiver is warned of. */
const WARNED_DAYS = 7;
const DAY_SECONDS = 86_400;
/** Holds the rows of one group of the service against its limits; `now` in seconds since the Unix epoch. */
function behindFindings(catalogue, subject, { rows, now }) {
    const rules = (0,effective_rules/* effectiveRules */.Dl)(catalogue, subject);
    const [most, warned] = [(0,effective_rules/* smallest */.o9)(rules.maxDaysBehind), (0,effective_rules/* smallest */.o9)(rules.warnDaysBehind)];
    const over = (limit) => (0,audit/* olderThan */.W7)({ rows }, limit)[0];
    const text = ({ group = '', daysBehind = 0 }, rule, { level, value }) => `${group} of ${(0,finding/* subjectInWords */.DN)(subject)} is ${daysBehind} days behind, and ${level} states \`${rule}: ${value}\``;
    const late = most && over(most.value);
    if (most !== undefined && late !== undefined) {
        const waiver = (0,finding/* waiverFor */.Qd)(catalogue, subject, { rule: 'max-days-behind', now });
        const what = text(late, 'max-days-behind', most);
        return [
            waiver === undefined
                ? { weight: 'failure', what }
                : { weight: 'waived', what: `${what}; ${(0,finding/* waiverInWords */.bc)(waiver)}` },
        ];
    }
    const near = warned && over(warned.value);
    return warned === undefined || near === undefined
        ? []
        : [{ weight: 'warning', what: text(near, 'warn-days-behind', warned) }];
}
/** The waivers of the environment that are over, or soon will be; of all environments where none is given. */
function waiverFindings({ waivers }, { environment, now }) {
    return waivers.flatMap((waiver) => {
        const isHere = environment === undefined || waiver.environment === undefined || waiver.environment === environment;
        if (!isHere || now <= waiver.until - WARNED_DAYS * DAY_SECONDS)
            return [];
        const of = `the waiver of ${waiver.rule === undefined ? 'every rule' : `\`${waiver.rule}\``} for ${waiver.service}${waiver.environment === undefined ? '' : ` in ${waiver.environment}`} by ${waiver.by}`;
        const day = (0,moment/* dayInWords */.v_)(waiver.until);
        return now <= waiver.until
            ? [{ weight: 'warning', what: `${of} ends on ${day}` }]
            : [{ weight: 'failure', what: `${of} has ended on ${day}: take it out of the catalogue` }];
    });
}

// EXTERNAL MODULE: ./build/src/modes/governance.js
var modes_governance = __webpack_require__(61256);
;// CONCATENATED MODULE: ./build/src/modes/governed-audit.js




/** What the catalogue says of an audit; nothing where none governs. Of groups only where the environment is known. */
async function governedAudit({ governance, connection, elsewhere, clock }, audit) {
    if (governance === undefined)
        return [];
    const { catalogue, environment } = governance;
    const now = clock.now() / 1000;
    const waivers = waiverFindings(catalogue, { environment, now });
    if (environment === undefined)
        return waivers;
    const ofRegion = async (each) => {
        const names = audit.groups.flatMap(({ region, group }) => (region === each.region ? group : []));
        const groups = names.length === 0 ? [] : await (0,describe/* groupsByName */.JR)(each, names);
        return [...(0,modes_governance/* claimsOf */.ds)({ ...governance, service: undefined }, groups)].flatMap(([name, claim]) => {
            if ('finding' in claim)
                return [];
            governance.claimed.set(name, claim.service);
            const rows = audit.rows.filter(({ region, group }) => region === each.region && group === name);
            const findings = behindFindings(catalogue, { environment, service: claim.service }, { rows, now });
            if (findings.some(({ weight }) => weight === 'failure'))
                governance.overdue?.add(claim.service);
            return findings;
        });
    };
    return [...waivers, ...(await (0,map_concurrently/* mapConcurrently */.X)([connection, ...elsewhere], ofRegion)).flat()];
}

// EXTERNAL MODULE: ./build/src/report/partial-result.js
var partial_result = __webpack_require__(32643);
;// CONCATENATED MODULE: ./build/src/modes/images.js









/** Names in the message of a failure; the summary has them all. */
const MOST_NAMES = 20;
/**
 * Finds out which groups launch, and which instances run on, anything but the newest image. Changes nothing. Throws what
 * is found as a PartialResult where something is over `max-days-behind` or `max-image-age-days`, or the report cannot be written.
 */
async function modes_images_images(run, inputs) {
    run.report({ kind: 'phase', title: 'Audit images' });
    const found = await audit_audit([run.connection, ...run.elsewhere], {
        selector: inputs.selectors,
        requests: inputs.images,
        owners: inputs.imageOwners,
        rows: inputs.reportRows,
        now: run.clock.now() / 1000,
    });
    // Whose each group is gets known while the audit is reported.
    const result = { kind: 'audit', audit: { ...found, services: run.governance?.claimed } };
    await (0,partial_result/* keeping */.sn)(result, () => reportAudit(run, inputs, found));
    return result;
}
async function reportAudit(run, inputs, found) {
    for (const message of (0,audit_lists/* auditLists */.B)(found).warnings)
        run.report({ kind: 'warning', message });
    let governed = [];
    try {
        // Before the files: they say whose each group is.
        governed = await governedAudit(run, found);
    }
    finally {
        await writeReports(run, inputs, found);
    }
    for (const message of unlimited(found, inputs))
        run.report({ kind: 'warning', message });
    for (const { weight, what } of governed) {
        if (weight === 'warning')
            run.report({ kind: 'warning', message: `${what}.` });
        if (weight === 'waived')
            run.report({ kind: 'notice', message: `Waived: ${what}.` });
    }
    refuseOld(found, { ...inputs, governed: governed.flatMap(({ weight, what }) => (weight === 'failure' ? what : [])) });
}
async function writeReports({ governance, report, writeFile }, { reportFiles, selectors }, found) {
    const about = {
        account: governance?.account ?? null,
        environment: governance?.environment ?? null,
        whole: selectors.groups.length + selectors.stacks.length + selectors.tags.length === 0,
        serviceOf: (group) => governance?.claimed.get(group) ?? null,
        ownerOf: (service) => governance?.catalogue.services.get(service)?.owner ?? null,
    };
    for (const { path, format } of reportFiles) {
        await writeFile(path, (0,audit_file/* auditFile */.U)(found, format, about));
        report({ kind: 'info', message: `Report: ${(0,words/* count */.U9)(found.rows.length, 'row')} in ${path}` });
    }
}
/** What no limit can be held against: nothing that is in use must seem to keep one only because AWS does not show its image. */
function unlimited({ rows }, { maxDaysBehind, maxImageAgeDays }) {
    const inUse = rows.filter(({ instances }) => instances > 0);
    const limits = [
        { name: '`max-days-behind`', limit: maxDaysBehind, rows: inUse.filter((row) => row.daysBehind === undefined) },
        {
            name: '`max-image-age-days`',
            limit: maxImageAgeDays,
            rows: inUse.filter((row) => row.imageAgeDays === undefined),
        },
    ].filter(({ limit, rows: unknown }) => limit !== undefined && unknown.length > 0);
    // Most often it is the same images for the same reason.
    const byPlaces = Map.groupBy(limits, ({ rows: unknown }) => (0,words/* firstOf */.Ku)([...new Set(unknown.map(audit_words/* placeInWords */.cF))], MOST_NAMES));
    return [...byPlaces].map(([places, alike]) => {
        const instances = (alike[0]?.rows ?? []).reduce((sum, row) => sum + row.instances, 0);
        const was = alike.length > 1 ? 'were' : 'was';
        return `${alike.map(({ name }) => name).join(' and ')} ${was} not held against ${(0,words/* count */.U9)(instances, 'instance')}, since too little is known of the image: ${places}.`;
    });
}
function refuseOld(found, { maxDaysBehind, maxImageAgeDays, governed }) {
    const behind = maxDaysBehind === undefined ? [] : (0,audit/* olderThan */.W7)(found, maxDaysBehind);
    const old = maxImageAgeDays === undefined ? [] : (0,audit/* overImageAge */.js)(found, maxImageAgeDays);
    if (behind.length + old.length + governed.length === 0)
        return;
    const daysBehind = (row) => (0,words/* count */.U9)(row.daysBehind ?? 0, 'day');
    const age = (row) => `image of ${(0,words/* count */.U9)(row.imageAgeDays ?? 0, 'day')}`;
    throw new errors/* UserError */.yo({
        what: [
            ...(behind.length > 0 ? [`More than ${(0,words/* count */.U9)(maxDaysBehind ?? 0, 'day')} behind: ${numberOf(behind)}.`] : []),
            ...(old.length > 0 ? [`Image older than ${(0,words/* count */.U9)(maxImageAgeDays ?? 0, 'day')}: ${numberOf(old)}.`] : []),
            ...(governed.length > 0 ? [`Refused by the catalogue: ${(0,words/* count */.U9)(governed.length, 'finding')}.`] : []),
        ].join(' '),
        why: `${(0,words/* firstOf */.Ku)([...behind.map(namedWith(daysBehind)), ...old.map(namedWith(age)), ...governed], MOST_NAMES)}.`,
        remedy: `Move groups to the newest image with \`mode: patch-image\`, or by their parameter where one decides, and roll them; or raise ${[
            ...(behind.length > 0 ? ['`max-days-behind`'] : []),
            ...(old.length > 0 ? ['`max-image-age-days`'] : []),
            ...(governed.length > 0 ? ['the limit of the catalogue, or declare a waiver there'] : []),
        ].join(' and ')}.`,
    });
}
const namedWith = (days) => (row) => `${(0,audit_words/* placeInWords */.cF)(row)}: ${days(row)}`;
function numberOf(rows) {
    const inGroups = rows.filter(({ group }) => group !== undefined).length;
    const outside = rows.length - inGroups;
    return [
        ...(inGroups > 0 ? [(0,words/* count */.U9)(inGroups, 'group')] : []),
        ...(outside > 0 ? [`${(0,words/* count */.U9)(outside, 'instance')} outside of any group`] : []),
    ].join(' and ');
}


/***/ }),

/***/ 28938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cc: () => (/* binding */ auditInWords),
/* harmony export */   LU: () => (/* binding */ auditLines),
/* harmony export */   cF: () => (/* binding */ placeInWords)
/* harmony export */ });
/* harmony import */ var _domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32561);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24502);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43629);



/** The rows that the log shows; the summary and the report have them all. */
const MOST_LINES = 20;
/** How the groups stand, in a line: `2 of 5 groups are behind, the worst by 47 days`. */
function auditInWords(audit) {
    const { groups, rows } = audit;
    const behind = (0,_domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__/* .groupsBehind */ .Hd)(audit);
    const unknown = new Set(rows.flatMap(({ verdict, region, imageId, group }) => verdict === 'unknown' ? JSON.stringify([region, imageId ?? { group }]) : [])).size;
    const lone = rows.filter((row) => row.group === undefined && row.verdict === 'stale').length;
    const parts = [
        ...(behind.length === 0
            ? []
            : [`${behind.length} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(groups.length, 'group')} ${are(behind.length)} behind`]),
        ...(lone === 0 ? [] : [`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(lone, 'instance')} outside of any group ${are(lone)} stale`]),
    ];
    const worst = rows.find(({ daysBehind = 0 }) => daysBehind > 0)?.daysBehind;
    return [
        parts.length > 0
            ? `${parts.join(' and ')}${worst === undefined ? '' : `, the worst by ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(worst, 'day')}`}`
            : nothingBehind(audit),
        ...(unknown === 0 ? [] : [`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(unknown, 'image')} in use cannot be judged`]),
    ].join('; ');
}
function nothingBehind({ groups, rows }) {
    if (rows.length === 0)
        return 'there is no group and no instance';
    const instances = rows.filter(({ group }) => group === undefined).length;
    if (groups.length === 0)
        return `nothing is behind among ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(instances, 'instance')} outside of any group`;
    return groups.length === 1 ? 'the group is not behind' : `none of ${groups.length} groups is behind`;
}
const are = (number) => (number === 1 ? 'is' : 'are');
/** The verdict for the log, and the rows that a person should look at. */
function auditLines(audit) {
    const notable = audit.rows.filter(({ verdict }) => verdict !== 'current');
    const more = notable.length - MOST_LINES;
    return [
        `Audit: ${auditInWords(audit)}.`,
        ...notable.slice(0, MOST_LINES).map(rowInWords),
        ...(more > 0 ? [`  and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(more, 'more row')} in the job summary`] : []),
    ];
}
/** The group of the row, or the instance where it is in none. */
function placeInWords({ region, group, instance, stack }) {
    const ofStack = stack === undefined ? '' : `, stack ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(stack, 128)}`;
    if (group !== undefined)
        return `${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(group, 255)} (${region}${ofStack})`;
    const name = instance?.name === undefined ? '' : `${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(instance.name, 128)}, `;
    return `instance ${instance?.id ?? ''} (${name}${region}${ofStack}, in no group)`;
}
function rowInWords(row) {
    const { verdict, daysBehind, imageId, image, newest, instances, reason } = row;
    const days = daysBehind === undefined ? '' : `, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(daysBehind, 'day')} behind`;
    const name = image === undefined || image.name === '' ? '' : ` ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(image.name, 128)}`;
    const next = newest === undefined || newest.id === imageId ? '' : `, next ${newest.id}`;
    const whose = row.instance === undefined ? (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(instances, 'instance') : row.instance.id;
    const on = row.group === undefined ? '' : ` on ${whose}`;
    const why = reason === undefined ? '' : ` (${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(reason, 400)})`;
    return `  ${placeInWords(row)}: ${verdict}${days}: ${imageId ?? 'no image'}${name}${on}${next}${why}`;
}


/***/ }),

/***/ 1599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ auditFile)
});

// EXTERNAL MODULE: ./build/src/text/time.js
var time = __webpack_require__(2240);
// EXTERNAL MODULE: ./build/src/report/results/audit-record.js
var audit_record = __webpack_require__(12434);
;// CONCATENATED MODULE: ./build/src/report/results/audit-lines.js


const NOTHING = {
    account: null,
    environment: null,
    whole: false,
    serviceOf: () => null,
    ownerOf: () => null,
};
/**
 * An audit as JSON lines, to be appended to those of others: a line of the kind `audit` that says what was looked at, and one of the
 * kind `audit-row` for each row.
 */
function auditLines({ at, regions, groups, rows }, about = NOTHING) {
    const { account, environment, whole, serviceOf, ownerOf } = about;
    const moment = { at: (0,time/* isoTime */.L)(at), environment };
    const known = account ?? rows.find((row) => row.account !== undefined)?.account ?? null;
    const head = { kind: 'audit', ...moment, account: known, regions, whole, groupCount: groups.length, rowCount: rows.length }; // prettier-ignore
    const lines = rows.map((row) => {
        const service = row.group === undefined ? null : serviceOf(row.group);
        const owner = service === null ? null : ownerOf(service);
        return { kind: 'audit-row', ...moment, service, owner, ...(0,audit_record/* auditRecord */.t)(row) };
    });
    return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

// EXTERNAL MODULE: ./build/src/report/results/tsv.js
var tsv = __webpack_require__(16344);
;// CONCATENATED MODULE: ./build/src/report/results/audit-file.js




/** The whole audit as the text of a file; `about` is told in JSON lines alone. */
function auditFile(audit, format, about) {
    switch (format) {
        case 'tsv':
            return table(audit.rows, { cell: tsv/* tsvCell */.Y, between: '\t', end: '\n' });
        case 'csv':
            return table(audit.rows, { cell: csvCell, between: ',', end: '\r\n' });
        case 'json':
            return json(audit);
        case 'jsonl':
            return auditLines(audit, about);
        default:
            return format;
    }
}
function table(rows, { cell, between, end }) {
    const line = (cells) => `${cells.map((value) => (typeof value === 'string' ? cell(value) : (value ?? ''))).join(between)}${end}`;
    const lines = rows.map((row) => {
        const record = (0,audit_record/* auditRecord */.t)(row);
        return line(audit_record/* auditColumns */.H.map((column) => record[column]));
    });
    return [line(audit_record/* auditColumns */.H), ...lines].join('');
}
/**
 * As RFC 4180 has it. A spreadsheet would carry out a cell that begins like a formula, and names of groups and tags are
 * foreign: an apostrophe in front makes it a text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function csvCell(text) {
    const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
/** One row a line, so that two reports can be compared by line. */
function json({ at, regions, rows }) {
    const head = JSON.stringify({ schemaVersion: 1, at: (0,time/* isoTime */.L)(at), regions, rowCount: rows.length }).slice(0, -1);
    const lines = rows.map((row) => JSON.stringify((0,audit_record/* auditRecord */.t)(row)));
    return `${head},"rows":[${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]}\n`;
}


/***/ }),

/***/ 25990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ auditLists)
/* harmony export */ });
/* harmony import */ var _domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32561);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43629);


/**
 * The jobs that one matrix may have at most:
 * https://docs.github.com/actions/writing-workflows/choosing-what-your-workflow-does/running-variations-of-jobs-in-a-workflow
 */
const MOST_JOBS = 256;
/** Characters of each list of names, and of the matrix: all outputs together have 524,288. */
const MOST_NAMES = 60_000;
const MOST_MATRIX = 100_000;
function auditLists(audit) {
    const behind = (0,_domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__/* .groupsBehind */ .Hd)(audit);
    const names = new Set(audit.groups.map(({ group }) => group));
    const groups = fitting([...names], MOST_NAMES);
    const stale = fitting([...new Set(behind.map(({ group }) => group))], MOST_NAMES);
    const jobs = behind.slice(0, MOST_JOBS).map((row) => ({
        region: row.region,
        group: row.group,
        ...(row.stack !== undefined && { stack: row.stack }),
        'image-id': row.imageId ?? '',
        'newest-image-id': row.newest?.id ?? '',
        'days-behind': row.daysBehind ?? 0,
        verdict: row.verdict,
    }));
    const include = fitting(jobs, MOST_MATRIX);
    const left = behind.length - jobs.length + include.missing;
    return {
        groups: groups.text,
        stale: stale.text,
        staleCount: behind.length,
        matrix: `{"include":${include.text}}`,
        warnings: [
            ...tooMany('groups', groups.missing),
            ...tooMany('stale', stale.missing),
            ...(left === 0
                ? []
                : [
                    `The output \`matrix\` leaves out ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(left, 'group')} of the ${behind.length} that are behind: GitHub takes ${MOST_JOBS} jobs in a matrix. Those that are most days behind are in it.`,
                ]),
        ],
    };
}
const tooMany = (output, missing) => missing === 0
    ? []
    : [`The output \`${output}\` leaves out ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(missing, 'group')}, for its length. \`report-path\` has them all.`];
/** As many items as fit into so many characters of a JSON array. */
function fitting(items, characters) {
    const texts = [];
    let left = characters - 2;
    for (const item of items) {
        const text = JSON.stringify(item);
        left -= text.length + 1;
        if (left < 0)
            break;
        texts.push(text);
    }
    return { text: `[${texts.join(',')}]`, missing: items.length - texts.length };
}


/***/ }),

/***/ 12434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ auditColumns),
/* harmony export */   t: () => (/* binding */ auditRecord)
/* harmony export */ });
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2240);

/** The columns, in their order. */
const auditColumns = [
    'region',
    'group',
    'instanceId',
    'instanceName',
    'stack',
    'imageId',
    'imageName',
    'imageOwner',
    'imageCreatedAt',
    'instances',
    'newestImageId',
    'newestImageName',
    'newestImageCreatedAt',
    'daysBehind',
    'state',
    'verdict',
    'reason',
    'account',
    'launchedAt',
    'imageAgeDays',
    'ownerTag',
];
function auditRecord({ image, instance, newest, ...row }) {
    return {
        region: row.region,
        group: row.group ?? null,
        instanceId: instance?.id ?? null,
        instanceName: instance?.name ?? null,
        stack: row.stack ?? null,
        imageId: row.imageId ?? null,
        imageName: image?.name ?? null,
        imageOwner: image?.owner ?? null,
        imageCreatedAt: image ? (0,_text_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(image.createdAt) : null,
        instances: row.instances,
        newestImageId: newest?.id ?? null,
        newestImageName: newest?.name ?? null,
        newestImageCreatedAt: newest ? (0,_text_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(newest.createdAt) : null,
        daysBehind: row.daysBehind ?? null,
        state: row.state ?? null,
        verdict: row.verdict,
        reason: row.reason ?? null,
        account: row.account ?? null,
        launchedAt: row.launchedAt === undefined ? null : (0,_text_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(row.launchedAt),
        imageAgeDays: row.imageAgeDays ?? null,
        ownerTag: row.ownerTag ?? null,
    };
}


/***/ }),

/***/ 16344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ tsvCell),
/* harmony export */   q: () => (/* binding */ tsvTable)
/* harmony export */ });
const ESCAPES = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
/** Tabs and line ends as `\t`, `\n`, `\r`, and so a backslash as `\\`: each line is a row, each tab ends a cell. */
const tsvCell = (text) => text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
/** Rows below the names of their columns. */
function tsvTable(columns, rows) {
    const lines = rows.map((row) => columns.map((column) => tsvCell(String(row[column] ?? ''))));
    return [columns, ...lines].map((cells) => `${cells.join('\t')}\n`).join('');
}


/***/ })

};
