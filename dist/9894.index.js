export const id = 9894;
export const ids = [9894];
export const modules = {

/***/ 46382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ redactUserData)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _client_aws_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64839);


/** How much of the base64 text gives it away, wherever in it that stands. */
const TELLING = 24;
/** A line, and a word with more than letters, of this length are no coincidence. */
const TELLING_LINE = 8;
const TELLING_WORD = 12;
/**
 * What to throw in the place of an error whose words, or whose causes' words, repeat any of the user data: AWS quotes values
 * that it does not take, and user data holds secrets. Any other error is given back as it is.
 */
function redactUserData(error, userData) {
    if (userData === undefined || userData === '' || !repeats(error, userData))
        return error;
    const code = (0,_client_aws_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFaultOf */ .x)(error)?.code ?? 'error';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
        what: `AWS did not take the user data (${code}).`,
        why: 'Its words repeat the user data and are not shown.',
    });
}
function repeats(error, userData) {
    const text = Buffer.from(userData, 'base64').toString('utf8');
    const lines = text.split('\n').flatMap((line) => (line.trim().length < TELLING_LINE ? [] : line.trim()));
    for (let inner = error; inner instanceof Error; inner = inner.cause) {
        const { message } = inner;
        if (quotesBase64(message, userData) || lines.some((line) => message.includes(line)))
            return true;
        if (wordsOf(message).some((word) => text.includes(word)))
            return true;
    }
    return false;
}
/** Whether a text has any part of the base64 text that is long enough to tell. */
function quotesBase64(message, userData) {
    for (const { 0: run } of message.matchAll(/[A-Za-z0-9+/=]{24,}/gu))
        for (let at = 0; at + TELLING <= run.length; at += 1)
            if (userData.includes(run.slice(at, at + TELLING)))
                return true;
    return false;
}
const wordsOf = (message) => message.split(/[\s'"]+/u).filter((word) => word.length >= TELLING_WORD && /[^A-Za-z.,:;]/u.test(word));


/***/ }),

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

/***/ 17025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ refuseBastion),
/* harmony export */   v: () => (/* binding */ governedDocker)
/* harmony export */ });
/* harmony import */ var _domain_catalogue_group_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15993);
/* harmony import */ var _domain_catalogue_image_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99591);
/* harmony import */ var _domain_catalogue_request_checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64255);
/* harmony import */ var _domain_user_data_docker_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38975);
/* harmony import */ var _governance_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61256);





/** What the catalogue says of Docker images that a patch is about to bring. */
function governedDocker({ governance }, changed) {
    if (governance === undefined)
        return [];
    const { catalogue, environment = '' } = governance;
    return changed.flatMap(({ groups, userData }) => {
        const claims = (0,_governance_js__WEBPACK_IMPORTED_MODULE_4__/* .claimsOf */ .ds)(governance, groups);
        return [...claims].flatMap(([name, claim]) => 'finding' in claim
            ? []
            : dockerImages(userData)
                .flatMap((reference) => (0,_domain_catalogue_image_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerFindings */ .Z)(catalogue, { environment, service: claim.service }, reference))
                .flatMap((found) => (0,_governance_js__WEBPACK_IMPORTED_MODULE_4__/* .findingsOf */ .WX)(governance, name, found)));
    });
}
/** New Docker images: what takes the place of one, and what stands where user data names one. */
const dockerImages = (changes) => changes.flatMap(({ path, before, after }) => {
    const reference = after === undefined ? undefined : (0,_domain_user_data_docker_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .tryDockerReference */ .t$)(after);
    const isImage = /(^|[.\]])(source|image)$/.test(String(path)) ||
        (before !== undefined && (0,_domain_user_data_docker_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .tryDockerReference */ .t$)(before) !== undefined);
    return reference !== undefined && isImage ? [reference] : [];
});
/** Throws one UserError with all that stands against replacing the bastion; reports the rest. */
function refuseBastion({ governance, clock, report }, bastion) {
    if (governance === undefined)
        return;
    const request = { ...governance.request, now: clock.now() / 1000 };
    const { catalogue, environment = '' } = governance;
    const claim = (0,_domain_catalogue_group_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .bastionClaimOf */ .U1)(catalogue, { environment, service: governance.service }, bastion);
    const subject = 'finding' in claim ? undefined : { environment, service: claim.service };
    const { image, userData } = bastion;
    const found = subject === undefined || 'finding' in claim
        ? 'finding' in claim
            ? [claim.finding]
            : []
        : [
            ...(0,_domain_catalogue_request_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .requestFindings */ .I)(catalogue, subject, request),
            ...(image === undefined ? [] : (0,_domain_catalogue_image_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .imageFindings */ .Q)(catalogue, subject, { image, id: image.id, request })),
            ...dockerImages(userData).flatMap((reference) => (0,_domain_catalogue_image_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerFindings */ .Z)(catalogue, subject, reference)),
        ];
    (0,_governance_js__WEBPACK_IMPORTED_MODULE_4__/* .throwRefusals */ .Yu)(found.flatMap((each) => (0,_governance_js__WEBPACK_IMPORTED_MODULE_4__/* .findingsOf */ .WX)(governance, bastion.name, each)), report);
}


/***/ }),

/***/ 11331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ requestedChanges)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/src/domain/image/image.js
var image_image = __webpack_require__(75885);
// EXTERNAL MODULE: ./build/src/domain/image/line.js + 2 modules
var line = __webpack_require__(75571);
;// CONCATENATED MODULE: ./build/src/domain/image/line-words.js

const words = {
    date: 'a date',
    version: 'a version',
    build: 'a build number',
    commit: 'a commit',
};
/**
 * What of the name of an image is taken for what, for people: `its name web-20240131 is read with 20240131 as a date;
 * its line is web-*`.
 */
function lineInWords(name) {
    const { parts, pattern, vendor } = (0,line/* lineOf */.c)(name);
    const taken = parts.map(({ kind, text }) => `${text} as ${words[kind]}`).join(' and ');
    const rule = vendor === undefined ? '' : ` by the rule for ${vendor}`;
    return `its name ${name} is read with ${taken}${rule}; its line is ${pattern}`;
}

// EXTERNAL MODULE: ./build/src/domain/image/succession.js
var succession = __webpack_require__(36065);
// EXTERNAL MODULE: ./build/src/domain/image/fit.js
var fit = __webpack_require__(60395);
// EXTERNAL MODULE: ./build/src/domain/image/request.js
var image_request = __webpack_require__(44909);
// EXTERNAL MODULE: ./build/src/domain/image/launch-shape.js
var launch_shape = __webpack_require__(67037);
// EXTERNAL MODULE: ./build/src/aws/images/image-parameters.js
var image_parameters = __webpack_require__(24724);
// EXTERNAL MODULE: ./build/src/aws/images/images.js + 1 modules
var images_images = __webpack_require__(97308);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
;// CONCATENATED MODULE: ./build/src/aws/images/choose-images.js










/** The image for each site, checked for a launch there. */
async function chooseImages(connection, request) {
    const images = new images_images/* ImageReader */.D(connection);
    const values = await (0,image_parameters/* parameterValues */.o)(connection, parametersOf(request));
    const inUse = (spec) => {
        const { ImageId = '' } = spec.data;
        const parameter = (0,image_request/* parameterOf */.l)(ImageId);
        return parameter === undefined ? ImageId || undefined : values.get(parameter);
    };
    const asked = request.requests.flatMap((one) => idOf(one, values) ?? []);
    await images.learn([
        ...request.specs.flatMap((spec) => inUse(spec) ?? []),
        ...asked,
        ...(request.pinned?.values() ?? []),
    ]);
    const bySite = new Map();
    const warnings = [];
    const problems = [];
    const kept = [];
    const followed = new Map();
    await (0,map_concurrently/* mapConcurrently */.X)(request.specs, async (spec) => {
        const before = inUse(spec);
        const wanted = await chooseFor(spec, { request, images, values, before });
        const pin = request.pinned?.get(spec.key);
        const reported = pin === undefined ? wanted : (images.of(pin) ?? goneImage(pin));
        if (pin !== undefined && typeof wanted === 'object' && wanted.id !== pin)
            kept.push(`${spec.label}: ${pin} of the plan is taken, though ${wanted.name} (${wanted.id}) is what would be chosen now`);
        if (reported === undefined)
            return;
        const problem = (text) => problems.push(`${spec.groups.join(', ')}: ${spec.label}: ${text}`);
        const refuseUnfit = (image) => {
            for (const text of request.unfit(spec, image, image.id === before ? 'in use' : 'chosen'))
                problem(text);
        };
        const parameter = request.aliases === 'keep' ? (0,image_request/* parameterOf */.l)(spec.data.ImageId ?? '') : undefined;
        if (parameter !== undefined) {
            const kept = images.of(before ?? '');
            if (kept !== undefined && request.changesType(spec))
                refuseUnfit(kept);
            return void warnings.push({ message: `${spec.label}: ${keptAlias(parameter, before, reported)}` });
        }
        if (typeof reported === 'string')
            return void problem(reported);
        if (reported.id !== spec.data.ImageId || request.changesType(spec))
            refuseUnfit(reported);
        const chosen = { before: images.of(before ?? ''), after: reported };
        bySite.set(spec.key, chosen);
        if (pin === undefined && chosen.before !== undefined && request.requests.some(({ kind }) => kind === 'latest'))
            followed.set(chosen.before.id, chosen);
        for (const told of [(0,fit/* rootMoved */.iu)(chosen.before, reported, spec.data), (0,launch_shape/* notAllowed */.mj)(reported)])
            if (told !== undefined)
                warnings.push({ message: `${spec.label}: ${told}` });
    });
    const told = [...followed.values()].flatMap(({ before, after }) => (before ? [{ before, after }] : []));
    return {
        bySite,
        warnings: [...warnings, ...told.flatMap(({ before }) => stays(before))],
        notes: [...told.flatMap(({ before, after }) => taken(before, after)), ...kept],
        problems,
    };
}
function parametersOf({ specs, requests }) {
    const used = specs.flatMap(({ data }) => (0,image_request/* parameterOf */.l)(data.ImageId ?? '') ?? []);
    return [...used, ...requests.flatMap((request) => (request.kind === 'parameter' ? request.name : []))];
}
function idOf(request, values) {
    if (request.kind === 'id')
        return request.id;
    return request.kind === 'parameter' ? values.get(request.name) : undefined;
}
/** An image id in its place would unhook the template from its parameter: so the parameter decides, and this says what. */
function keptAlias(parameter, now, wanted) {
    const decides = `the parameter ${parameter} decides its image at each launch and is left alone`;
    if (typeof wanted !== 'string' && wanted.id === now)
        return `${decides}; it names ${now}, as is asked for`;
    const names = now === undefined || !(0,image_request/* isImageId */.r)(now) ? 'it names no image' : `it names ${now}`;
    const next = typeof wanted === 'string' ? '' : `, and ${wanted.id} is asked for`;
    return `${decides}; ${names}${next}. Change the parameter, or set \`replace-ssm-alias: true\``;
}
/** The image, or why there is none; undefined where none is needed. */
async function chooseFor(spec, search) {
    const { request, images, before } = search;
    // A template whose every override brings an image of its own needs none.
    if (spec.data.ImageId === undefined && spec.types.length === 0)
        return undefined;
    const inUse = before === undefined ? undefined : images.of(before);
    const types = request.typesOf(spec);
    const architecture = (0,fit/* wantedArchitecture */.nb)(inUse?.architecture, types);
    const refusals = [];
    for (const one of request.requests) {
        const found = await find(one, { ...search, inUse, architecture });
        if (typeof found === 'string')
            refusals.push(found);
        else if (architecture === undefined || found.architecture === architecture || request.requests.length === 1)
            return found;
        else
            refusals.push(`${found.id} is for ${found.architecture}, not for ${architecture}`);
    }
    return refusals.join('; ');
}
async function find(one, finding) {
    const { request, images, values, before, inUse, architecture } = finding;
    const choice = { now: request.now, deprecated: 'ignore' };
    switch (one.kind) {
        case 'latest': {
            if (inUse === undefined)
                return `its image ${before ?? ''} does not exist any more, is not shared with this account, or is not allowed by its Allowed AMIs settings, so its family cannot be told; set \`image\` to \`name:<glob>\` with \`image-owners\`, or to an image id`;
            const family = await images.familyOf(inUse, owned(request.owners));
            // The image in use stays where nothing comes after it: an audit, not a patch, tells that it is deprecated.
            return (0,succession/* lastSuccessor */.XZ)(inUse, family, choice) ?? inUse;
        }
        case 'name': {
            const owners = owned(request.owners) ?? (inUse && [inUse.owner]);
            if (owners === undefined)
                return `its image ${before ?? ''} does not exist any more, is not shared with this account, or is not allowed by its Allowed AMIs settings, so its owner cannot be told; set \`image-owners\``;
            const found = newestOf(await images.named({ owners, name: one.pattern, architecture }), choice);
            const kind = architecture === undefined ? '' : ` for ${architecture}`;
            return found ?? `no image${kind} of ${owners.join(', ')} that can be launched matches ${one.pattern}`;
        }
        case 'id':
            return images.of(one.id) ?? goneImage(one.id);
        case 'parameter': {
            const id = values.get(one.name);
            if (id === undefined)
                return `the parameter ${one.name} does not exist`;
            // A parameter may hold anything, a secret as well: its value is named only where it is an image.
            if (!(0,image_request/* isImageId */.r)(id))
                return `the parameter ${one.name} does not hold the id of an image`;
            return (images.of(id) ??
                `${id}, which the parameter ${one.name} names, does not exist, is not shared with this account, or is not allowed by its Allowed AMIs settings`);
        }
        default:
            return one;
    }
}
const goneImage = (id) => `${id} does not exist in this region, is not shared with this account, or is not allowed by its Allowed AMIs settings`;
const newestOf = (images, choice) => {
    const best = (0,image_image/* newest */.BP)(images, choice);
    return images.find((image) => image === best);
};
const owned = (owners) => (owners.length > 0 ? owners : undefined);
/** Where a name shows nothing of its successors, `latest` finds none, which is no good news. */
function stays({ id, name }) {
    const { doubt } = (0,line/* lineOf */.c)(name);
    return doubt === undefined ? [] : [{ message: `${id} (${name === '' ? 'without a name' : name}) stays: ${doubt}` }];
}
function taken(before, after) {
    const { doubt } = (0,line/* lineOf */.c)(before.name);
    if (doubt !== undefined)
        return [];
    const found = before.id === after.id ? 'nothing in it comes after this' : `the last in it is ${after.name} (${after.id})`;
    return [`${before.id}: ${lineInWords(before.name)}, and ${found}`];
}

// EXTERNAL MODULE: ./build/src/aws/images/instance-types.js
var instance_types = __webpack_require__(67699);
// EXTERNAL MODULE: ./build/src/aws/observe/launch-sources.js + 2 modules
var launch_sources = __webpack_require__(43807);
// EXTERNAL MODULE: ./build/src/domain/patch/launch-data.js
var launch_data = __webpack_require__(12749);
// EXTERNAL MODULE: ./build/src/domain/yaml/error.js
var yaml_error = __webpack_require__(80606);
// EXTERNAL MODULE: ./build/src/domain/user-data/docker-reference.js
var docker_reference = __webpack_require__(38975);
// EXTERNAL MODULE: ./build/src/domain/user-data/wanted-image.js
var wanted_image = __webpack_require__(9440);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/src/domain/user-data/mime.js

/** The parts of a MIME message in their order, those of nested multiparts among them. */
function mimeParts(text, start = 0, end = text.length) {
    const bodyStart = endOfHeaders(text, start, end);
    const headers = headersOf(text.slice(start, bodyStart));
    const type = headers.get('content-type') ?? 'text/plain';
    const contentType = (type.split(';')[0] ?? '').trim().toLowerCase();
    if (!contentType.startsWith('multipart/')) {
        const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
        return [{ start: bodyStart, end, contentType, encoding }];
    }
    const parameter = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/iu.exec(type);
    const boundary = parameter?.[1] ?? parameter?.[2];
    if (boundary === undefined)
        throw new yaml_error/* UserDataError */._('The user data is a MIME multipart without a boundary.');
    return sections(text, { start: bodyStart, end, boundary }).flatMap((part) => mimeParts(text, part.start, part.end));
}
/** What stands between the lines that are the boundary; a last part may be open, as mail readers allow. */
function sections(text, { start, end, boundary }) {
    const found = [];
    let open;
    for (let at = start; at < end; at = Math.min(end, lineEndAfter(text, at))) {
        const line = text.slice(at, Math.min(end, lineEndAfter(text, at))).trimEnd();
        if (line !== `--${boundary}` && line !== `--${boundary}--`)
            continue;
        if (open !== undefined)
            found.push({ start: open, end: Math.max(open, withoutLineEnd(text, at)) });
        if (line.endsWith(`${boundary}--`))
            return found;
        open = Math.min(end, lineEndAfter(text, at));
    }
    return open === undefined ? found : [...found, { start: open, end }];
}
/** The line end in front of a boundary belongs to the boundary. */
function withoutLineEnd(text, offset) {
    return text[offset - 2] === '\r' ? offset - 2 : offset - 1;
}
function lineEndAfter(text, offset) {
    const end = text.indexOf('\n', offset);
    return end < 0 ? text.length : end + 1;
}
function endOfHeaders(text, start, end) {
    if (/^\r?\n/u.test(text.slice(start, start + 2)))
        return lineEndAfter(text, start);
    const blank = /\r?\n\r?\n/u.exec(text.slice(start, end));
    return blank ? start + blank.index + blank[0].length : end;
}
function headersOf(text) {
    const lines = text.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u);
    return new Map(lines.flatMap((line) => {
        const [, name, value] = /^([\w-]+):(.*)$/u.exec(line) ?? [];
        return name === undefined ? [] : [[name.toLowerCase(), (value ?? '').trim()]];
    }));
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/kind.js
/** The kind of user data, before any base64. */
function userDataKind(bytes) {
    if (bytes.length === 0)
        return 'empty';
    if (bytes[0] === 0x1f && bytes[1] === 0x8b)
        return 'gzip';
    if (bytes.includes(0))
        return 'binary';
    const text = bytesToText(bytes);
    if (text.trim() === '')
        return 'empty';
    const [first = ''] = text.replace(/^\u00ef\u00bb\u00bf/u, '').split('\n', 1);
    if (/^#taupage-ami-config\s*$/u.test(first))
        return 'taupage';
    if (isCloudConfig(text))
        return 'cloud-config';
    if (first.startsWith('#!'))
        return 'script';
    if (/^(?:From [^\n]*\n)?(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:/iu.test(text))
        return 'mime';
    return 'text';
}
/**
 * Cloud-init takes user data for what it begins with, in any case, behind white space and whatever follows, by the longest
 * of its markers: `type_from_starts_with` in https://github.com/canonical/cloud-init/blob/main/cloudinit/handlers/__init__.py
 */
function isCloudConfig(text) {
    return /^(?:\u00ef\u00bb\u00bf)?\s*#cloud-config(?!-archive|-jsonp)/iu.test(text);
}
/** Bytes as text of the same length, one character a byte, so that offsets agree and every byte comes back. */
function bytesToText(bytes) {
    return Buffer.from(bytes).toString('latin1');
}
/** The way back from `bytesToText`. */
function textToBytes(text) {
    return new Uint8Array(Buffer.from(text, 'latin1'));
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/leaf.js



/** Takes user data apart, through any packing. */
function leavesOf(bytes, codec, depth = 0) {
    const kind = userDataKind(bytes);
    if (depth > 4)
        throw new yaml_error/* UserDataError */._('The user data is packed more than four times over.');
    if (kind === 'gzip') {
        return leavesOf(unzipped(bytes, codec), codec, depth + 1).map((leaf) => ({
            ...leaf,
            put: (changed) => codec.gzip(leaf.put(changed)),
        }));
    }
    if (kind !== 'mime')
        return [{ label: '', kind, bytes, put: (changed) => changed }];
    const text = bytesToText(bytes);
    return mimeParts(text).flatMap((part, index) => leavesOfPart(text, part, { number: index + 1, codec, depth }));
}
function leavesOfPart(text, part, { number, codec, depth }) {
    const label = `part ${number}${part.contentType === '' ? '' : ` (${part.contentType})`}`;
    const body = text.slice(part.start, part.end);
    const put = (changed) => textToBytes(text.slice(0, part.start) + changed + text.slice(part.end));
    if (!['', '7bit', '8bit', 'binary', 'base64'].includes(part.encoding)) {
        return [{ label, kind: 'binary', bytes: textToBytes(body), put: (changed) => put(bytesToText(changed)) }];
    }
    const inBase64 = part.encoding === 'base64';
    const inner = inBase64 ? new Uint8Array(Buffer.from(body, 'base64')) : textToBytes(body);
    return leavesOf(inner, codec, depth + 1).map((leaf) => ({
        label,
        kind: kindOfPart(part, leaf.kind),
        bytes: leaf.bytes,
        put: (changed) => put(inBase64 ? base64Like(body, leaf.put(changed)) : bytesToText(leaf.put(changed))),
    }));
}
/** A part may tell by its content type what the whole tells by its first line. */
function kindOfPart({ contentType }, kind) {
    if (kind !== 'text')
        return kind;
    if (contentType === 'text/cloud-config')
        return 'cloud-config';
    return contentType === 'text/x-taupage-ami-config' ? 'taupage' : kind;
}
/** Base64 in lines as long as they were, with the same line ends. */
function base64Like(body, bytes) {
    const lineEnd = /\r?\n/u.exec(body)?.[0] ?? '\n';
    const width = Math.max(4, body.trim().split(/\r?\n/u)[0]?.length ?? 76);
    const lines = Buffer.from(bytes)
        .toString('base64')
        .match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
    const [before = ''] = /^\s*/u.exec(body) ?? [];
    const [after = ''] = /\s*$/u.exec(body) ?? [];
    return before + lines.join(lineEnd) + after;
}
function unzipped(bytes, codec) {
    try {
        return codec.gunzip(bytes);
    }
    catch {
        // The cause is left out: nothing of the data may get into an error.
        throw new yaml_error/* UserDataError */._('The user data begins like gzip but cannot be decompressed.');
    }
}

;// CONCATENATED MODULE: ./build/src/domain/yaml/diff.js

/** `environment."a.b"` of the keys that lead to a value. */
function pathText(path) {
    return path
        .map((key) => ((0,dist/* isScalar */.jn)(key) ? String(key.value) : '?'))
        .map((key) => (/^[\w/:@+-]+$/u.test(key) ? key : JSON.stringify(key)))
        .join('.');
}

;// CONCATENATED MODULE: ./build/src/domain/yaml/layout.js

/** Applies replacements that do not overlap; of two at the same place the first comes first. */
function spliced(text, splices) {
    const parts = [];
    let from = 0;
    for (const splice of splices.toSorted((one, other) => one.start - other.start)) {
        parts.push(text.slice(from, splice.start), splice.text);
        from = splice.end;
    }
    return parts.join('') + text.slice(from);
}
function lineStart(text, offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
}
/** Where the next line begins, or the end of the text. */
function nextLine(text, offset) {
    const end = text.indexOf('\n', offset);
    return end < 0 ? text.length : end + 1;
}
/** The line end that the text uses. */
function lineEndOf(text) {
    return /\r?\n/u.exec(text)?.[0] ?? '\n';
}
/** New lines at the beginning of a line, or at the end of a text that may lack its last line end. */
function linesAt(text, offset, lines) {
    const end = lineEndOf(text);
    const open = offset > 0 && text[offset - 1] !== '\n';
    return { start: offset, end: offset, text: open ? end + lines.join(end) : lines.map((line) => line + end).join('') };
}
/** Where a pair's first character stands: its key, an anchor or tag of the key, or the `?` before it. */
function startOffset(pair) {
    const first = tokensOf(pair, 'start').find(({ type }) => !isFiller(type));
    return first?.offset ?? rangeOf(pair.key)[0];
}
/** Behind the last character of a pair that is not white space or comment; block text without the blank lines after it. */
function endOffset(pair, text) {
    const value = pair.value;
    if (!hasNoText(value))
        return endOfNode(value, text);
    const last = tokensOf(pair, 'sep').findLast(({ type }) => !isFiller(type));
    return last ? last.offset + last.source.length : rangeOf(pair.key)[1];
}
/** Behind the colon; undefined where a pair has none, as in `{a, b}`. */
function colonEndOf(pair) {
    const colon = tokensOf(pair, 'sep').find(({ type }) => type === 'map-value-ind');
    return colon && colon.offset + 1;
}
/** Where the line behind a pair begins; blank lines belong to the pair only where they are part of its value (`|+`). */
function lineAfter(pair, text) {
    const leaf = lastLeaf(pair);
    return leaf && keepsBlankLines(leaf, text) ? rangeOf(leaf)[1] : nextLine(text, endOffset(pair, text));
}
/** The value at the very end of a pair, however deep. */
function lastLeaf(pair) {
    const value = pair.value;
    if (!(0,dist/* isCollection */.P3)(value) || value.flow === true)
        return value;
    const last = value.items.at(-1);
    return (0,dist/* isPair */.tO)(last)
        ? lastLeaf(last)
        : (0,dist/* isCollection */.P3)(last)
            ? lastLeaf({ value: last })
            : last;
}
/** Whether a value has no text of its own: the value of `key:`. */
function hasNoText(node) {
    return !node || ((0,dist/* isScalar */.jn)(node) && node.source === '' && node.type === dist/* Scalar */.X5.PLAIN);
}
function isBlockText(node) {
    return (0,dist/* isScalar */.jn)(node) && (node.type === dist/* Scalar */.X5.BLOCK_LITERAL || node.type === dist/* Scalar */.X5.BLOCK_FOLDED);
}
function isBlockCollection(node) {
    return (0,dist/* isCollection */.P3)(node) && node.flow !== true;
}
function rangeOf(node) {
    const { range } = node;
    return range;
}
function tokensOf(pair, side) {
    const source = pair.srcToken;
    return source?.[side] ?? [];
}
/** The columns between the keys of a mapping and those of the mapping that holds it, as the text has it; 2 where it has none. */
function stepOf(root, text) {
    if (!(0,dist/* isMap */.jh)(root) || root.flow === true)
        return 2;
    for (const pair of root.items) {
        const inner = (0,dist/* isMap */.jh)(pair.value) && pair.value.flow !== true ? pair.value.items[0] : undefined;
        const step = inner ? columnOf(text, startOffset(inner)) - columnOf(text, startOffset(pair)) : 0;
        if (step > 0)
            return step;
    }
    return 2;
}
function columnOf(text, offset) {
    return offset - lineStart(text, offset);
}
function isFiller(type) {
    return type === 'space' || type === 'newline' || type === 'comment' || type === 'comma';
}
function endOfNode(node, text) {
    if (isBlockText(node)) {
        const [start, end] = rangeOf(node);
        // Blank lines go, but spaces at the end of the last line with text are text.
        return start + text.slice(start, end).replace(/(?:\r?\n[ \t]*)+$/u, '').length;
    }
    if ((0,dist/* isCollection */.P3)(node) && node.flow !== true) {
        const last = node.items.at(-1);
        if ((0,dist/* isPair */.tO)(last))
            return endOffset(last, text);
        // An empty item (`- `) ends where its range begins: behind the dash.
        if (last)
            return Math.max(endOfNode(last, text), rangeOf(last)[0]);
    }
    return rangeOf(node)[1];
}
/** Whether blank lines behind a value are part of it: block text with `+`. */
function keepsBlankLines(node, text) {
    if (!isBlockText(node))
        return false;
    const [start] = rangeOf(node);
    return /^[|>][1-9]?\+/u.test(text.slice(start, start + 3));
}

;// CONCATENATED MODULE: ./build/src/domain/yaml/value.js

/**
 * What a scalar means, as text that is equal for two scalars only where YAML 1.2 and YAML 1.1 agree that they are equal.
 * The readers of user data (PyYAML) speak 1.1, where `0755` is 493 and `yes` is true; newer ones speak 1.2.
 */
function meaningOf(scalar) {
    const { value } = scalar;
    const older = scalar.type === dist/* Scalar */.X5.PLAIN && scalar.tag === undefined ? readAs11(scalar.source ?? '', value) : value;
    return `${spell(value)} ${spell(older)}`;
}
/** Whether two nodes mean the same; the order of a mapping's keys does not matter. Aliases are followed. */
function sameMeaning(one, other, document) {
    const left = followed(one, document);
    const right = followed(other, document);
    if ((0,dist/* isScalar */.jn)(left) && (0,dist/* isScalar */.jn)(right))
        return meaningOf(left) === meaningOf(right);
    if ((0,dist/* isSeq */.oP)(left) && (0,dist/* isSeq */.oP)(right)) {
        return (left.items.length === right.items.length &&
            left.items.every((item, index) => sameMeaning(item, right.items[index], document)));
    }
    if ((0,dist/* isMap */.jh)(left) && (0,dist/* isMap */.jh)(right)) {
        return left.items.length === right.items.length && left.items.every((pair) => hasPair(right, pair, document));
    }
    return false;
}
function hasPair(map, wanted, document) {
    return map.items.some(({ key, value }) => sameMeaning(key, wanted.key, document) && sameMeaning(value, wanted.value, document));
}
function followed(node, document) {
    if (!node)
        return nothing;
    return (0,dist/* isAlias */.Vj)(node) ? (node.resolve(document) ?? node) : node;
}
const nothing = Object.assign(new dist/* Scalar */.X5(null), { type: dist/* Scalar */.X5.PLAIN, source: '' });
function readAs11(source, value) {
    if (source.includes('\n'))
        return value;
    const { contents } = (0,dist/* parseDocument */.Tp)(source, {
        version: '1.1',
        intAsBigInt: true,
        logLevel: 'silent',
        prettyErrors: false,
    });
    if (contents === null)
        return source === '' ? null : value;
    return (0,dist/* isScalar */.jn)(contents) ? contents.value : value;
}
function spell(value) {
    const text = value instanceof Date ? value.toISOString() : String(value);
    return JSON.stringify([typeof value, text]);
}

;// CONCATENATED MODULE: ./build/src/domain/yaml/render.js



/** A value as it stands in a block mapping; lines below the key begin at `column`. */
function renderBlock(node, column, hand) {
    if ((0,dist/* isScalar */.jn)(node) && isBlockScalar(node))
        return renderLiteral(String(node.value), column);
    if ((0,dist/* isMap */.jh)(node) && !node.flow && node.items.length > 0) {
        return { inline: '', lines: node.items.flatMap((pair) => renderPair(pair, column, hand)) };
    }
    if ((0,dist/* isSeq */.oP)(node) && !node.flow && node.items.length > 0) {
        return { inline: '', lines: node.items.flatMap((item) => renderItem(item, column, hand)) };
    }
    return { inline: (0,dist/* isScalar */.jn)(node) ? scalarText(node, hand) : renderFlow(node, hand), lines: [] };
}
/** The lines of a key and its value in a block mapping whose keys begin at `column`. */
function renderPair({ key, value }, column, hand) {
    const { inline, lines } = renderBlock(value, column + hand.step, hand);
    return [`${' '.repeat(column)}${keyText(key, hand)}:${inline === '' ? '' : ` ${inline}`}`, ...lines];
}
/** A value on one line, as it stands inside brackets. */
function renderFlow(node, hand) {
    if ((0,dist/* isMap */.jh)(node))
        return `{${node.items.map((pair) => renderFlowPair(pair, hand)).join(', ')}}`;
    if ((0,dist/* isSeq */.oP)(node))
        return `[${node.items.map((item) => renderFlow(item, hand)).join(', ')}]`;
    if (!(0,dist/* isScalar */.jn)(node))
        return 'null';
    const text = scalarText(node, hand);
    // PyYAML before 5 takes no colon in a plain value inside brackets. `1:30`, which is a number for some, stays plain.
    const isSafe = isQuoted(text) || /^[\w./@+-](?:[\w./@+ -]*[\w./@+-])?$/u.test(text);
    if (isSafe || typeof node.value !== 'string')
        return text;
    const quoted = Object.assign(new dist/* Scalar */.X5(node.value), { type: dist/* Scalar */.X5.QUOTE_DOUBLE });
    return meaningOf(node) === meaningOf(quoted) ? quote(node.value) : text;
}
function renderFlowPair({ key, value }, hand) {
    return `${renderFlow(key, hand)}: ${renderFlow(value, hand)}`;
}
function renderItem(item, column, hand) {
    const { inline, lines } = renderBlock(item, column + 2, hand);
    const dash = `${' '.repeat(column)}- `;
    if (inline !== '')
        return [dash + inline, ...lines];
    const [first = '', ...rest] = lines;
    return [dash + first.slice(column + 2), ...rest];
}
function keyText(key, hand) {
    if (!(0,dist/* isScalar */.jn)(key))
        throw new yaml_error/* UserDataError */._('A key of the change is not a single value.');
    return isBlockScalar(key) ? quote(String(key.value)) : scalarText(key, hand);
}
function scalarText(node, { text }) {
    const source = node.range ? text.slice(node.range[0], node.range[1]) : '';
    if (source === '' && node.value === null)
        return 'null';
    if (!isBlockScalar(node) && !/[\r\n]/u.test(source) && source !== '')
        return source;
    return quote(String(node.value));
}
function renderLiteral(value, column) {
    const body = value.endsWith('\n') ? value.slice(0, -1) : value;
    // Spaces at the ends of the text, further line ends and control characters would be read back differently.
    if (body === '' || /^[\s]|\n$|[^\P{C}\n\t]|[\u2028\u2029\ufeff]/u.test(body))
        return { inline: quote(value), lines: [] };
    const lines = body.split('\n').map((line) => (line === '' ? '' : ' '.repeat(column) + line));
    return { inline: value === body ? '|-' : '|', lines };
}
/** In double quotes on one line; characters that YAML 1.1 takes for line ends or for unprintable are escaped. */
function quote(value) {
    return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}
function isQuoted(text) {
    return text.startsWith('"') || text.startsWith("'");
}
function isBlockScalar(node) {
    return node.type === dist/* Scalar */.X5.BLOCK_LITERAL || node.type === dist/* Scalar */.X5.BLOCK_FOLDED;
}
/** A mapping of the change without the keys that it deletes; undefined where nothing else is in it. */
function withoutDeletions(map) {
    const items = map.items.flatMap(({ key, value }) => {
        if (isNothing(value))
            return [];
        const kept = (0,dist/* isMap */.jh)(value) ? withoutDeletions(value) : value;
        return kept === undefined ? [] : [new dist/* Pair */.Rm(key, kept)];
    });
    return items.length === 0 && map.items.length > 0 ? undefined : mapOf(items, map.flow === true ? 'flow' : 'block');
}
/** A mapping of the given pairs. */
function mapOf(items, style) {
    return Object.assign(new dist/* YAMLMap */.CA(), { items: [...items], flow: style === 'flow' });
}
/** Whether a value is absent or `null`. */
function isNothing(node) {
    return !node || ((0,dist/* isScalar */.jn)(node) && node.value === null);
}

;// CONCATENATED MODULE: ./build/src/domain/yaml/edit.js



/** Replaces the value of a pair of the mapping by a new one. */
function replaceValue({ text, map, style }, pair, value) {
    const colon = colonEndOf(pair);
    const old = pair.value;
    if (map.flow === true || colon === undefined)
        return [replaceFlowValue(text, pair, renderFlow(value, style))];
    const sameLines = isBlockCollection(old) && isBlockCollection(value);
    const column = columnOf(text, startOffset(pair));
    const oldColumn = old && sameLines ? columnOf(text, rangeOf(old)[0]) : 0;
    const { inline, lines } = renderBlock(value, oldColumn > column ? oldColumn : column + style.step, style);
    const behindColon = inline === '' ? '' : ` ${inline}`;
    if (hasNoText(old)) {
        const at = endOffset(pair, text);
        return [
            { start: at, end: at, text: behindColon },
            ...(lines.length > 0 ? [linesAt(text, nextLine(text, at), lines)] : []),
        ];
    }
    const [start] = rangeOf(old);
    const end = endOffset(pair, text);
    if (isBlockCollection(old)) {
        requireOwnLine(text, start);
        return [
            { start: colon, end: colon, text: behindColon },
            replaceLines(text, { start: lineStart(text, start), end: nextLine(text, end) }, lines),
        ];
    }
    if (lines.length === 0)
        return [{ start, end, text: inline }];
    if (isBlockText(old) || text.slice(colon, start).includes('\n')) {
        return [{ start: colon, end, text: [behindColon, ...lines].join(lineEndOf(text)) }];
    }
    return [{ start: colon, end, text: behindColon }, linesAt(text, nextLine(text, end), lines)];
}
/** Adds a pair at the end of the mapping, in the way in which the mapping is written. */
function addPair({ text, map, style }, pair) {
    const last = map.items.at(-1);
    if (map.flow === true || last === undefined)
        return [addFlowPair({ text, map, style }, pair)];
    const column = columnOf(text, startOffset(map.items[0] ?? last));
    const lines = renderPair(pair, column, style);
    const after = lineAfter(last, text);
    if (after === text.length && !text.endsWith('\n') && isBlockText(lastLeaf(last))) {
        // A line end after block text at the end of the file would become part of its value for some readers.
        requireOwnLine(text, startOffset(last));
        return [linesAt(text, lineStart(text, startOffset(last)), lines)];
    }
    return [linesAt(text, pastComments(text, after, column), lines)];
}
/** Takes a pair out of a mapping that has others: with the comment on its lines and the comment lines right above it. */
function removePair({ text, map }, pair) {
    if (map.flow === true)
        return removeFlowPair(text, map, pair);
    const at = startOffset(pair);
    requireOwnLine(text, at);
    const column = columnOf(text, at);
    const end = pastComments(text, lineAfter(pair, text), column + 1);
    const before = map.items[map.items.indexOf(pair) - 1];
    const leaf = before && lastLeaf(before);
    // Block text with `+` right above would take the blank lines that follow for its own.
    const blank = leaf && keepsBlankLines(leaf, text) ? (/^(?:[ \t]*\r?\n)*/u.exec(text.slice(end))?.[0].length ?? 0) : 0;
    return [{ start: commentsAbove(text, at), end: end + blank, text: '' }];
}
function replaceLines(text, { start, end }, lines) {
    const eol = lineEndOf(text);
    const closed = text[end - 1] === '\n';
    return { start, end, text: lines.join(eol) + (closed && lines.length > 0 ? eol : '') };
}
/** Where the comment lines from `offset` on end that are indented by `column` at least; blank lines only in between. */
function pastComments(text, offset, column) {
    let end = offset;
    for (let at = offset; at < text.length; at = nextLine(text, at)) {
        const line = text.slice(at, nextLine(text, at));
        const comment = /^ *#/u.exec(line);
        if (comment ? comment[0].length - 1 < column : line.trim() !== '')
            break;
        if (comment)
            end = nextLine(text, at);
    }
    return end;
}
/** Where the comment lines right above a pair begin, never line 1: there stands the marker of the format. */
function commentsAbove(text, offset) {
    const column = columnOf(text, offset);
    let start = lineStart(text, offset);
    for (let above = lineStart(text, start - 1); start > 0 && above > 0; above = lineStart(text, start - 1)) {
        if (!text.startsWith('#', above + column) || text.slice(above, above + column).trim() !== '')
            break;
        start = above;
    }
    return start;
}
function replaceFlowValue(text, pair, value) {
    const at = endOffset(pair, text);
    if (!hasNoText(pair.value))
        return { start: rangeOf(pair.value)[0], end: at, text: value };
    return { start: at, end: at, text: colonEndOf(pair) === undefined ? `: ${value}` : ` ${value}` };
}
function addFlowPair({ text, map, style }, pair) {
    const [open, close] = rangeOf(map);
    const last = map.items.at(-1);
    const added = renderFlowPair(pair, style);
    if (last === undefined)
        return { start: open + 1, end: open + 1, text: added };
    const start = startOffset(last);
    const ownLine = text.slice(lineStart(text, start), start).trim() === '';
    const gap = ownLine ? lineEndOf(text) + text.slice(lineStart(text, start), start) : ' ';
    const comma = flowItems(map)
        .at(-1)
        ?.start.find((token) => token.type === 'comma' && token.offset > start);
    const at = comma ? comma.offset + 1 : endOffset(last, text);
    return { start: at, end: at, text: `${comma && at < close ? '' : ','}${gap}${added}` };
}
function removeFlowPair(text, map, pair) {
    const items = flowItems(map);
    const index = items.findIndex((item) => item === pair.srcToken);
    const start = startOffset(pair);
    const end = endOffset(pair, text);
    const before = tokensOf(pair, 'start').find(({ type }) => type === 'comma');
    const comma = before ?? items[index + 1]?.start.find(({ type }) => type === 'comma');
    if (comma === undefined)
        return [{ start, end, text: '' }];
    const between = before ? text.slice(comma.offset + 1, start) : '';
    if (before && between.trim() === '')
        return [{ start: comma.offset, end, text: '' }];
    if (before)
        return [
            { start: comma.offset, end: comma.offset + 1, text: '' },
            { start, end, text: '' },
        ];
    const spaces = /^ */u.exec(text.slice(comma.offset + 1))?.[0].length ?? 0;
    return [{ start, end: comma.offset + 1 + spaces, text: '' }];
}
function flowItems(map) {
    return map.srcToken?.items ?? [];
}
function requireOwnLine(text, offset) {
    if (text.slice(lineStart(text, offset), offset).trim() === '')
        return;
    throw new yaml_error/* UserDataError */._('A key that is to be changed does not begin on a line of its own; change it by hand.');
}

;// CONCATENATED MODULE: ./build/src/domain/yaml/sharing.js

/** Whether any value in or under a node is used elsewhere through an alias, so that a change here would be one there. */
function isShared(node, document) {
    if (!node)
        return false;
    const anchors = new Set();
    (0,dist/* visit */.YR)(node, { Node: (_, inner) => void (anchorOf(inner) !== undefined && anchors.add(anchorOf(inner))) });
    return anchors.size > 0 && aliasesOf(document).some((name) => anchors.has(name));
}
/** Whether the node itself, not one inside it, is used elsewhere through an alias. */
function isAliasTarget(node, document) {
    const anchor = anchorOf(node);
    return anchor !== undefined && aliasesOf(document).includes(anchor);
}
/** The mappings that a mapping takes in by the merge key `<<`. */
function mergedInto(map, document) {
    return map.items.filter(isMerge).flatMap(({ value }) => {
        const sources = (0,dist/* isSeq */.oP)(value) ? value.items : [value];
        return sources
            .map((source) => ((0,dist/* isAlias */.Vj)(source) ? source.resolve(document) : source))
            .filter((source) => (0,dist/* isMap */.jh)(source));
    });
}
function isMerge({ key }) {
    return (0,dist/* isScalar */.jn)(key) && typeof key.value === 'symbol';
}
function anchorOf(node) {
    return (0,dist/* isNode */.Ll)(node) && 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
}
function aliasesOf(document) {
    const names = [];
    (0,dist/* visit */.YR)(document, { Alias: (_, { source }) => void names.push(source) });
    return names;
}

;// CONCATENATED MODULE: ./build/src/domain/yaml/difference.js








/**
 * The first edit that is still to be made: values before deletions, so that a mapping is not emptied on the way.
 * Undefined when the document has everything that is wanted. Throws a `UserDataError` where an edit is not safe.
 */
function nextEdit(visit) {
    return firstStep(visit, setStep) ?? firstStep(visit, deleteStep);
}
function firstStep(visit, rule) {
    for (const wanted of visit.wanted.items) {
        const existing = pairOf(visit, wanted.key);
        const step = (existing && stepInside(visit, { wanted, existing, rule })) ?? rule(visit, wanted, existing);
        if (step)
            return step;
    }
    return undefined;
}
/** Where a mapping meets a mapping, the keys inside are merged. */
function stepInside(visit, { wanted, existing, rule }) {
    const { document, target, show } = visit;
    const old = (0,dist/* isAlias */.Vj)(existing.value) ? existing.value.resolve(document) : existing.value;
    if (!(0,dist/* isMap */.jh)(wanted.value) || !(0,dist/* isMap */.jh)(old))
        return undefined;
    const path = [...visit.path, wanted.key];
    const inner = {
        document,
        wanted: wanted.value,
        path,
        show,
        target: { ...target, map: old },
        holder: { target, pair: existing },
    };
    const step = firstStep(inner, rule);
    if (step && (0,dist/* isAlias */.Vj)(existing.value))
        throw refusal(path, 'is an alias, so what it holds belongs to another key');
    if (step && isAliasTarget(old, document))
        throw refusal(path, 'is used elsewhere through an alias');
    return step;
}
function setStep(visit, wanted, existing) {
    const { document, target } = visit;
    const path = [...visit.path, wanted.key];
    const value = (0,dist/* isMap */.jh)(wanted.value) ? withoutDeletions(wanted.value) : wanted.value;
    if (!value || isNothing(value))
        return undefined;
    if (existing === undefined) {
        const inherited = inheritedPair(visit, wanted.key);
        if (inherited && (0,dist/* isMap */.jh)(value))
            throw refusal(path, 'comes from another mapping by the merge key "<<"');
        if (inherited && sameMeaning(inherited.value, value, document))
            return undefined;
        const change = { path: pathText(path), before: undefined, after: visit.show(path, value) };
        return { change, splices: addPair(target, new dist/* Pair */.Rm(wanted.key, value)) };
    }
    const old = existing.value;
    const resolved = (0,dist/* isAlias */.Vj)(old) ? old.resolve(document) : old;
    // Mappings have been merged by now, and what is left in them is as wanted.
    if (((0,dist/* isMap */.jh)(resolved) && (0,dist/* isMap */.jh)(value)) || sameMeaning(old, value, document))
        return undefined;
    requireReplaceable(visit, { path, pair: existing, value });
    const change = { path: pathText(path), before: visit.show(path, old ?? undefined), after: visit.show(path, value) };
    return { change, splices: replaceValue(target, existing, value) };
}
function deleteStep(visit, wanted, existing) {
    if (!isNothing(wanted.value))
        return undefined;
    const { document, target, holder } = visit;
    const path = [...visit.path, wanted.key];
    if (inheritedPair(visit, wanted.key))
        throw refusal(path, 'comes from another mapping by the merge key "<<"');
    if (existing === undefined)
        return undefined;
    requireKeyForm(path, existing);
    if (isShared(existing.value, document) || isShared(existing.key, document)) {
        throw refusal(path, 'is used elsewhere through an alias');
    }
    const change = { path: pathText(path), before: visit.show(path, existing.value ?? null), after: undefined };
    if (target.map.items.length > 1 || target.map.flow === true)
        return { change, splices: removePair(target, existing) };
    if (holder === undefined)
        return { change, splices: emptied(target, existing) };
    requireReplaceable(visit, { path: visit.path, pair: holder.pair, value: noKeys });
    return { change, splices: replaceValue(holder.target, holder.pair, noKeys) };
}
const noKeys = mapOf([], 'flow');
function emptied({ text }, last) {
    const end = endOffset(last, text);
    const open = end === text.length || text[end - 1] === '\n';
    return [{ start: startOffset(last), end, text: open ? `{}${end === text.length ? '' : lineEndOf(text)}` : '{}' }];
}
function pairOf({ target, path }, key) {
    if (!(0,dist/* isScalar */.jn)(key))
        return undefined;
    const alike = target.map.items.filter((pair) => (0,dist/* isScalar */.jn)(pair.key) && !isMerge(pair) && String(pair.key.value) === String(key.value));
    const found = alike.filter((pair) => (0,dist/* isScalar */.jn)(pair.key) && meaningOf(pair.key) === meaningOf(key));
    if (found.length > 1)
        throw refusal([...path, key], 'stands more than once');
    if (found.length === 0 && alike.length > 0) {
        // `"80"` next to `80` would be a second key that looks like the first.
        const why = 'is written there with another type (text in quotes or a plain value); write it the same way';
        throw refusal([...path, key], why);
    }
    return found[0];
}
function inheritedPair({ target, document }, key) {
    return mergedInto(target.map, document)
        .flatMap((map) => map.items)
        .find((pair) => sameMeaning(pair.key, key, document));
}
function requireReplaceable({ document }, { path, pair, value }) {
    requireKeyForm(path, pair);
    const old = pair.value;
    if (isShared(old, document))
        throw refusal(path, 'is used elsewhere through an alias');
    const marks = tokensOf(pair, 'sep').map(({ type }) => type);
    if (marks.includes('tag'))
        throw refusal(path, 'has an explicit type (a tag)');
    if (marks.includes('anchor') && (isBlockCollection(old) || isBlockCollection(value) || isNothing(old))) {
        throw refusal(path, 'has an anchor');
    }
}
function requireKeyForm(path, pair) {
    if (tokensOf(pair, 'start').some(({ type }) => type === 'explicit-key-ind')) {
        throw refusal(path, 'is written with an explicit "?"');
    }
}
function refusal(path, why) {
    return new yaml_error/* UserDataError */._(`The key ${pathText(path)} of the user data cannot be changed: it ${why}.`);
}

;// CONCATENATED MODULE: ./build/src/domain/yaml/plain.js

/** A YAML document as plain values (mappings as `Map`), read by one version of the language; undefined where it cannot be. */
function plainOf(text, version) {
    const document = (0,dist/* parseDocument */.Tp)(text, {
        version,
        merge: true,
        intAsBigInt: true,
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'silent',
    });
    if (document.errors.length > 0)
        return undefined;
    try {
        return { value: document.toJS({ mapAsMap: true }) };
    }
    catch {
        // Merge keys that hold no mapping, or aliases that multiply beyond all measure.
        return undefined;
    }
}
/** The deep merge of plain values: `null` deletes, mappings are merged, everything else is replaced. */
function mergedPlain(before, wanted) {
    if (!(wanted instanceof Map))
        return wanted;
    const result = new Map(before instanceof Map ? before : []);
    for (const [key, value] of wanted) {
        if (value === null)
            result.delete(key);
        else if (value instanceof Map && !(result.get(key) instanceof Map)) {
            // A mapping that only deletes has nothing to delete here.
            if (hasValues(value))
                result.set(key, mergedPlain(undefined, value));
        }
        else
            result.set(key, mergedPlain(result.get(key), value));
    }
    return result.size === 0 && before !== undefined && !(before instanceof Map) && !hasValues(wanted) ? before : result;
}
/** Whether two plain values are equal; the order of a mapping's keys does not matter. */
function equalPlain(one, other) {
    if (one instanceof Map && other instanceof Map) {
        return one.size === other.size && [...one].every(([key, value]) => hasEntry(other, key, value));
    }
    if (Array.isArray(one) && Array.isArray(other)) {
        return one.length === other.length && one.every((item, index) => equalPlain(item, other[index]));
    }
    if (one instanceof Date && other instanceof Date)
        return one.getTime() === other.getTime();
    if (one instanceof Uint8Array && other instanceof Uint8Array)
        return String(one) === String(other);
    if (one instanceof Set && other instanceof Set)
        return equalPlain([...one], [...other]);
    return Object.is(one, other);
}
function hasEntry(map, key, value) {
    if (map.has(key))
        return equalPlain(map.get(key), value);
    // Keys that are objects (dates, lists) are not found by identity.
    return [...map].some(([candidate, other]) => equalPlain(candidate, key) && equalPlain(other, value));
}
function hasValues(map) {
    return map.size === 0 || [...map.values()].some((value) => (value instanceof Map ? hasValues(value) : value !== null));
}

;// CONCATENATED MODULE: ./build/src/domain/yaml/source.js


const options = {
    keepSourceTokens: true,
    intAsBigInt: true,
    merge: true,
    prettyErrors: false,
    logLevel: 'silent',
};
/**
 * Reads one YAML document. `what` names it in errors, which give line and column and never a piece of the text. Keys that
 * stand twice are accepted with `keys: 'any'`, since the readers of user data accept them.
 */
function readYaml(text, { what, keys }) {
    const lines = new dist/* LineCounter */.HN();
    const documents = (0,dist/* parseAllDocuments */.hR)(text, {
        ...options,
        uniqueKeys: keys === 'unique',
        lineCounter: lines,
    });
    const [document] = 'empty' in documents ? [] : documents;
    if (document === undefined) {
        return { text, document: (0,dist/* parseDocument */.Tp)(text, { ...options, lineCounter: lines }), lines };
    }
    const [error] = document.errors;
    if (error)
        throw new yaml_error/* UserDataError */._(`${what} is not valid YAML: ${problemOf(error)} at ${source_location(lines, error.pos[0])}.`);
    if (documents.length > 1)
        throw new yaml_error/* UserDataError */._(`${what} has ${documents.length} YAML documents; only one can be changed.`);
    refuseEndless(document, { what, lines });
    return { text, document, lines };
}
/** A value that contains itself has no end: whatever follows it runs out of stack. */
function refuseEndless(document, { what, lines }) {
    (0,dist/* visit */.YR)(document, {
        Alias: (_, alias, ancestors) => {
            const around = ancestors.some((node) => (0,dist/* isNode */.Ll)(node) && 'anchor' in node && node.anchor === alias.source);
            // The same name may be an anchor again further in, and then it is that one that is meant.
            if (!around || !ancestors.includes(alias.resolve(document)))
                return;
            throw new yaml_error/* UserDataError */._(`${what} has a YAML alias that refers to the value that it stands in, at ${source_location(lines, alias.range?.[0] ?? 0)}; write the value out.`);
        },
    });
}
/** `line 3, column 7` of an offset. */
function source_location(lines, offset) {
    const { line, col } = lines.linePos(offset);
    return `line ${line}, column ${col}`;
}
// The parser's own messages quote the text they complain about, so only its codes are used.
function problemOf({ code }) {
    return problems[code] ?? 'something unexpected stands';
}
const problems = {
    BAD_ALIAS: 'an alias is wrong',
    BAD_DIRECTIVE: 'a directive is wrong',
    BAD_DQ_ESCAPE: 'an escape in double quotes is wrong',
    BAD_INDENT: 'the indentation is wrong',
    BAD_SCALAR_START: 'a plain value begins with a reserved character',
    BLOCK_AS_IMPLICIT_KEY: 'a mapping or list begins where a single value is expected',
    BLOCK_IN_FLOW: 'a block begins inside brackets',
    DUPLICATE_KEY: 'a key stands twice',
    MISSING_CHAR: 'a quote, bracket, comma, colon or space is missing',
    MULTILINE_IMPLICIT_KEY: 'a key goes over several lines',
    RESOURCE_EXHAUSTION: 'the nesting is too deep',
    TAB_AS_INDENT: 'a tab is used for indentation',
    TAG_RESOLVE_FAILED: 'a value does not fit its tag',
    UNEXPECTED_TOKEN: 'something unexpected stands',
};

;// CONCATENATED MODULE: ./build/src/domain/user-data/shown-value.js


const mask = '***';
/** Shows a value only where its key holds image references and it has the form of one with a tag or digest. */
function shownValue(path, value) {
    if (value === undefined)
        return undefined;
    const key = path.at(-1);
    if (!(0,dist/* isScalar */.jn)(key) || (key.value !== 'source' && key.value !== 'image'))
        return mask;
    if (!(0,dist/* isScalar */.jn)(value) || typeof value.value !== 'string')
        return mask;
    const reference = (0,docker_reference/* tryDockerReference */.t$)(value.value);
    return reference?.tag === undefined && reference?.digest === undefined ? mask : value.value;
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/merge.js









/**
 * Merges YAML deeply into YAML text: `null` deletes a key, mappings are merged, other values are replaced. The text is
 * edited in place, so every byte that no change touches stays. Nothing to change gives the very same text.
 */
function mergeYaml({ text, what, merge, mergeWhat }) {
    const wanted = readWanted(merge, mergeWhat);
    if (wanted.map.items.length === 0)
        return { text, changes: [] };
    const changes = [];
    let current = text;
    for (let left = countPairs(wanted.map); left >= 0; left -= 1) {
        const step = stepOn(readYaml(current, { what, keys: 'any' }), wanted, what);
        if (step.changes.length === 0) {
            verify({ text, what, merge, mergeWhat }, current);
            return { text: current, changes };
        }
        current = step.text;
        changes.push(...step.changes);
    }
    throw unsafe(what);
}
function readWanted(text, what) {
    const { document, lines } = readYaml(text, { what, keys: 'unique' });
    const map = document.contents;
    if (!(0,dist/* isMap */.jh)(map))
        throw new yaml_error/* UserDataError */._(`${what} is not a YAML mapping (key: value).`);
    (0,dist/* visit */.YR)(document, {
        Node: (_, node) => {
            const marked = 'anchor' in node && node.anchor !== undefined;
            if (!marked && node.tag === undefined)
                return;
            const offset = node.range?.[0] ?? 0;
            throw new yaml_error/* UserDataError */._(`${what} uses an anchor or a tag at ${source_location(lines, offset)}; write the value out.`);
        },
        Alias: (_, { range }) => {
            throw new yaml_error/* UserDataError */._(`${what} uses an alias at ${source_location(lines, range?.[0] ?? 0)}; write the value out.`);
        },
        Pair: (_, { key }) => {
            const merges = typeof key?.value === 'symbol';
            if (merges)
                throw new yaml_error/* UserDataError */._(`${what} uses the merge key "<<"; write the values out.`);
            if ((0,dist/* isMap */.jh)(key) || (key !== null && 'items' in key)) {
                throw new yaml_error/* UserDataError */._(`${what} has a key that is a list or a mapping.`);
            }
        },
    });
    return { map, text };
}
function stepOn(source, wanted, what) {
    const { text, document } = source;
    const root = document.contents;
    if (root !== null && !(0,dist/* isMap */.jh)(root) && !isBlank(source)) {
        throw new yaml_error/* UserDataError */._(`${what} is not a YAML mapping (key: value), so no key of it can be changed.`);
    }
    if (root === null || !(0,dist/* isMap */.jh)(root))
        return startOn(text, wanted);
    const style = { text: wanted.text, step: stepOf(root, text) };
    const step = nextEdit({
        document,
        wanted: wanted.map,
        path: [],
        show: shownValue,
        target: { text, map: root, style },
        holder: undefined,
    });
    return step ? { text: spliced(text, step.splices), changes: [step.change] } : { text, changes: [] };
}
/** In a document without any key, everything is new and comes at the end. */
function startOn(text, wanted) {
    const map = withoutDeletions(wanted.map);
    if (map === undefined || map.items.length === 0)
        return { text, changes: [] };
    const { lines } = renderBlock(mapOf(map.items, 'block'), 0, { text: wanted.text, step: 2 });
    const changes = map.items.map(({ key, value }) => ({
        path: pathText([key]),
        before: undefined,
        after: shownValue([key], value),
    }));
    return { text: spliced(text, [linesAt(text, text.length, lines)]), changes };
}
function isBlank({ document }) {
    return document.contents?.source === '';
}
// The promise of this file rests on offsets; this is the proof, by both versions of the language.
function verify({ text, what, merge }, result) {
    for (const version of ['1.2', '1.1']) {
        const before = plainOf(text, version);
        const wanted = plainOf(merge, version);
        if (before === undefined && version === '1.2')
            throw unsafe(what);
        if (before === undefined || wanted === undefined)
            continue;
        const after = plainOf(result, version);
        if (after === undefined || !equalPlain(after.value, mergedPlain(before.value, wanted.value)))
            throw unsafe(what);
    }
}
function unsafe(what) {
    return new yaml_error/* UserDataError */._(`${what} is written in a way that this change cannot be made safely; change it by hand.`);
}
function countPairs(map) {
    return map.items.reduce((sum, { value }) => sum + 1 + ((0,dist/* isMap */.jh)(value) ? countPairs(value) : 0), 0);
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/patch.js
/** User data that is as wanted already. */
function unchanged(bytes) {
    return { bytes, changed: false, changes: [] };
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/keys.js




/** Merges YAML deeply into the one piece of user data that has keys. */
function mergeKeys(bytes, merge, codec) {
    const leaves = leavesOf(bytes, codec);
    const [leaf, ...more] = leaves.filter(({ kind }) => kind === 'taupage' || kind === 'cloud-config');
    if (leaf === undefined) {
        throw new yaml_error/* UserDataError */._(`Keys can be changed only in YAML that begins with #taupage-ami-config or #cloud-config; the user data ${describe(leaves)}.`);
    }
    if (more.length > 0) {
        const locations = [leaf, ...more].map(({ label }) => label).join(', ');
        throw new yaml_error/* UserDataError */._(`The user data has several parts with keys, and it is not clear which is meant: ${locations}.`);
    }
    return mergeInto(bytes, leaf, { merge, mergeWhat: 'The input user-data' });
}
/** Merges YAML into one piece of the user data. */
function mergeInto(bytes, leaf, wanted) {
    const { text, mark } = yamlTextOf(leaf);
    const merged = mergeYaml({ text, what: keyName(leaf), ...wanted });
    if (merged.changes.length === 0)
        return unchanged(bytes);
    const prefix = leaf.label === '' ? '' : `${leaf.label}: `;
    const changes = merged.changes.map((change) => ({ ...change, path: prefix + change.path }));
    return { bytes: leaf.put(new TextEncoder().encode(mark + merged.text)), changed: true, changes };
}
/** The text of a piece, without its byte order mark. */
function yamlTextOf(leaf) {
    try {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(leaf.bytes);
        const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
        return { text: text.slice(mark.length), mark };
    }
    catch {
        throw new yaml_error/* UserDataError */._(`${keyName(leaf)} is not UTF-8 text.`);
    }
}
/** How errors call a piece. */
function keyName({ label }) {
    return label === '' ? 'The user data' : `The user data, ${label},`;
}
/** For errors: `is a script`, `has 2 parts: a script, binary data`. */
function describe(leaves) {
    const [only, ...more] = leaves;
    if (only === undefined)
        return 'has no parts';
    if (more.length === 0 && only.label === '')
        return `is ${names[only.kind]}`;
    return `has ${leaves.length} part${more.length === 0 ? '' : 's'}: ${leaves.map(({ kind }) => names[kind]).join(', ')}`;
}
const names = {
    empty: 'empty',
    taupage: 'Taupage YAML',
    'cloud-config': 'cloud-config YAML',
    script: 'a script',
    text: 'text of an unknown format',
    binary: 'binary data',
};

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/source-text.js
/** The outermost text. */
function wholeText(text) {
    return { text, offsets: Array.from({ length: text.length }, (_, index) => index) };
}
/** A part of a text. */
function partOf({ text, offsets }, start, end) {
    return { text: text.slice(start, end), offsets: offsets.slice(start, end) };
}
/** Where the text stands in the outermost one; undefined where it stands there in another way, with quotes or escapes inside. */
function spanOf({ text, offsets }, outermost) {
    const [start] = offsets;
    const end = (offsets.at(-1) ?? 0) + 1;
    return start !== undefined && outermost.slice(start, end) === text ? { start, end } : undefined;
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/word.js

/** A part of a word. */
function partOfWord({ source, variable, quoted }, start, end) {
    return { source: partOf(source, start, end), variable: variable.slice(start, end), quoted };
}
/** The text of a word that has no variable; undefined for the others. */
function literalOf({ source, variable }) {
    return variable.includes(true) ? undefined : source.text;
}
/** The name of the variable that a word consists of, whole: `$IMAGE`, `${IMAGE}`, `${ARGS[@]}`, `$env:IMAGE`. */
function variableName({ source, variable }) {
    if (!variable.every(Boolean))
        return undefined;
    const [, braced, plain] = /^\$(?:\{(?:env:)?([A-Za-z_]\w*)(?:\[[@*]\])?\}|(?:env:)?([A-Za-z_]\w*))$/iu.exec(source.text) ?? [];
    return braced ?? plain;
}
/**
 * The names of variables of which a word uses a part, or to which it adds something: `$IMAGE-arm64`, `${IMAGE%:*}`. One
 * that stands alone, with a value for where it is not set at most, is none of them.
 */
function partlyUsed({ source: { text }, variable }) {
    return [...text.matchAll(USES)].flatMap(({ index, 0: all, groups = {} }) => {
        const name = groups['braced'] ?? groups['plain'] ?? groups['percent'] ?? groups['late'] ?? '';
        const isAlone = all === text && /^(?:\[[@*]\])?(?::?[-=?].*)?$/su.test(groups['rest'] ?? '');
        return variable[index] !== true || isAlone ? [] : [name.toLowerCase()];
    });
}
const USES = /\$\{(?:env:)?(?<braced>[A-Za-z_]\w*)(?<rest>[^}]*)\}|\$(?:env:)?(?<plain>[A-Za-z_]\w*)|%(?<percent>[A-Za-z_]\w*)[^%\s]*%|!(?<late>[A-Za-z_]\w*)!/giu;
/** Taken apart at the first `=` of `NAME=value`; undefined for a word of another form. */
function assignmentOf(word) {
    const [all, name, plus] = /^([A-Za-z_]\w*)(\+?)=/u.exec(word.source.text) ?? [];
    if (all === undefined || name === undefined || word.variable.slice(0, all.length).includes(true))
        return undefined;
    return { name, value: partOfWord(word, all.length), extent: plus === '+' ? 'part' : 'whole' };
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/may-be-of.js


/** Whether a place that is not taken may be of a repository: what is variable in its name may be anything. */
function mayBeOf(place, wanted) {
    const { source, variable } = place.word;
    if (place.obstacle === 'variable')
        return false;
    const literal = literalOf(place.word);
    const whole = literal === undefined ? undefined : (0,docker_reference/* tryDockerReference */.t$)(literal);
    if (whole !== undefined)
        return (0,docker_reference/* repositoryOf */._M)(whole) === (0,docker_reference/* repositoryOf */._M)(wanted);
    const pattern = source.text
        .split('')
        .map((character, index) => (variable[index] === true ? ANY : character))
        .join('');
    const slash = pattern.lastIndexOf('/');
    const [name = ''] = pattern.slice(slash + 1).split(/[:@]/u);
    if (!/[a-z0-9]/iu.test(name))
        return false;
    const pieces = (pattern.slice(0, slash + 1) + name).split(new RegExp(`${ANY}+`, 'u'));
    const { path } = wanted;
    return [(0,docker_reference/* repositoryOf */._M)(wanted), path, `library/${path}`].some((text) => consistsOf(text, pieces));
}
/** Stands for a variable; no text has it. */
const ANY = '\0';
/** Whether a text is these pieces in this order, with anything between them. */
function consistsOf(text, pieces) {
    const [first = '', ...more] = pieces;
    const last = more.pop();
    if (last === undefined)
        return text === first;
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
        return false;
    let rest = text.slice(first.length, text.length - last.length);
    for (const piece of more) {
        const at = rest.indexOf(piece);
        if (at < 0)
            return false;
        rest = rest.slice(at + piece.length);
    }
    return true;
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/options.js
const options_options = (alone, valued) => ({
    alone: new Set(alone.split(/\s+/u)),
    valued: new Set(valued.split(/\s+/u)),
});
/**
 * Options that stand before the command of a tool.
 * https://docs.docker.com/reference/cli/docker/ https://docs.podman.io/en/latest/markdown/podman.1.html
 * https://github.com/containerd/nerdctl/blob/main/docs/command-reference.md
 * https://github.com/containerd/containerd/blob/main/docs/man/ctr.8.md
 * https://github.com/kubernetes-sigs/cri-tools/blob/master/docs/crictl.md
 */
const globalOptions = {
    docker: options_options('-D --debug --tls --tlsverify -v --version --help', '--config -c --context -H --host -l --log-level --tlscacert --tlscert --tlskey'),
    podman: options_options('--help --noout -r --remote --syslog --transient-store -v --version --trace', '--cgroup-manager --config --conmon -c --connection --events-backend --hooks-dir --identity --imagestore --log-level --module --network-cmd-path --network-config-dir --out --root --runroot --runtime --runtime-flag --ssh --storage-driver --storage-opt --tmpdir --url --volumepath --cpu-profile --memory-profile --default-mounts-file --namespace --max-workers --registries-conf --db-backend'),
    nerdctl: options_options('--debug --debug-full --experimental --help --insecure-registry --kube-hide-dupe -v --version', '-a --address -H --host --bridge-ip --cgroup-manager --cni-netconfpath --cni-path --data-root --host-gateway-ip --hosts-dir -n --namespace --snapshotter --storage-driver --userns-remap --cdi-spec-dirs --global-dns --global-dns-opts --global-dns-search'),
    ctr: options_options('--debug -h --help -v --version', '-a --address --connect-timeout -n --namespace --timeout'),
    crictl: options_options('-D --debug -h --help -v --version --enable-tracing', '-c --config -i --image-endpoint -r --runtime-endpoint -t --timeout --tracing-endpoint --tracing-sampling-rate-per-million'),
};
/**
 * Options of `run` and `create`, those of docker, podman and nerdctl together.
 * https://docs.docker.com/reference/cli/docker/container/run/ https://docs.podman.io/en/latest/markdown/podman-run.1.html
 */
const run = options_options('-d --detach -i --interactive -t --tty -P --publish-all --rm --privileged --init --read-only --no-healthcheck --oom-kill-disable --disable-content-trust --sig-proxy -q --quiet --help --use-api-socket --env-host --http-proxy --no-hosts --no-hostname --passwd --read-only-tmpfs --replace --rmi --tls-verify --unsetenv-all --insecure-registry', `-a --attach --add-host --annotation --arch --authfile --blkio-weight --blkio-weight-device --cap-add --cap-drop --cert-dir
  --cgroup-conf --cgroup-parent --cgroupns --cgroups --chrootdirs --cidfile --conmon-pidfile --cosign-certificate-identity
  --cosign-certificate-identity-regexp --cosign-certificate-oidc-issuer --cosign-certificate-oidc-issuer-regexp --cosign-key
  --cpu-count --cpu-percent --cpu-period --cpu-quota --cpu-rt-period --cpu-rt-runtime -c --cpu-shares --cpus --cpuset-cpus
  --cpuset-mems --creds --decryption-key --detach-keys --device --device-cgroup-rule --device-read-bps --device-read-iops
  --device-write-bps --device-write-iops --dns --dns-opt --dns-option --dns-search --domainname --entrypoint -e --env --env-file
  --env-merge --expose --gidmap --gpus --group-add --group-entry --health-cmd --health-interval --health-log-destination
  --health-max-log-count --health-max-log-size --health-on-failure --health-retries --health-start-interval
  --health-start-period --health-startup-cmd --health-startup-interval --health-startup-retries --health-startup-success
  --health-startup-timeout --health-timeout -h --hostname --hosts-file --hostuser --image-volume --init-ctr --init-path
  --intelrdt-l3-cbm --io-maxbandwidth --io-maxiops --ip --ip6 --ipc --ipfs-address --isolation --kernel-memory -l --label
  --label-file --link --link-local-ip --log-driver --log-opt --mac-address -m --memory --memory-reservation --memory-swap
  --memory-swappiness --mount --name --net --net-alias --network --network-alias --oom-score-adj --os --passwd-entry
  --personality --pid --pidfile --pids-limit --platform --pod --pod-id-file --preserve-fd --preserve-fds -p --publish --pull
  --rdt-class --requires --restart --retry --retry-delay --runtime --sdnotify --seccomp-policy --secret --security-opt
  --shm-size --shm-size-systemd --stop-signal --stop-timeout --storage-opt --subgidname --subuidname --sysctl --systemd
  --timeout --tmpfs --tz --uidmap --ulimit --umask --unsetenv -u --user --userns --uts --variant --verify -v --volume
  --volume-driver --volumes-from -w --workdir`);
const pull = options_options('-a --all-tags --all-platforms --disable-content-trust -q --quiet --tls-verify --help --insecure-registry', '--arch --authfile --cert-dir --cosign-key --creds --decryption-key --ipfs-address --os --platform --policy --retry --retry-delay --soci-index-digest --unpack --variant --verify');
/** https://docs.docker.com/reference/cli/docker/service/create/ */
const service = options_options('-d --detach --init --no-healthcheck --no-resolve-image -q --quiet --read-only -t --tty --with-registry-auth --oom-kill-disable', `--cap-add --cap-drop --config --constraint --container-label --credential-spec --dns --dns-option --dns-search --endpoint-mode
  --entrypoint -e --env --env-file --generic-resource --group --health-cmd --health-interval --health-retries
  --health-start-interval --health-start-period --health-timeout --host --hostname --isolation -l --label --limit-cpu
  --limit-memory --limit-pids --log-driver --log-opt --max-concurrent --memory-swap --memory-swappiness --mode --mount --name
  --network --oom-score-adj --placement-pref -p --publish --replicas --replicas-max-per-node --reserve-cpu --reserve-memory
  --restart-condition --restart-delay --restart-max-attempts --restart-window --rollback-delay --rollback-failure-action
  --rollback-max-failure-ratio --rollback-monitor --rollback-order --rollback-parallelism --secret --stop-grace-period
  --stop-signal --sysctl --ulimit --update-delay --update-failure-action --update-max-failure-ratio --update-monitor
  --update-order --update-parallelism -u --user -w --workdir`);
/** https://docs.docker.com/reference/cli/docker/service/update/ */
const serviceUpdate = {
    alone: new Set([...service.alone, '--force', '--rollback']),
    valued: new Set([
        ...service.valued,
        '--image',
        '--args',
        ...[
            'cap',
            'config',
            'constraint',
            'container-label',
            'dns',
            'dns-option',
            'dns-search',
            'env',
            'generic-resource',
        ].flatMap((name) => [`--${name}-add`, `--${name}-rm`]),
        ...[
            'group',
            'host',
            'label',
            'mount',
            'network',
            'placement-pref',
            'publish',
            'secret',
            'sysctl',
            'ulimit',
        ].flatMap((name) => [`--${name}-add`, `--${name}-rm`]),
    ]),
};
const ctrRun = options_options('--rm --null-io -d --detach -t --tty --net-host --privileged --read-only --no-pivot --allow-new-privs --cni --isolated --seccomp --remap-labels --runc-systemd-cgroup --sync-fs', `--snapshotter --snapshotter-label --config --cwd --env --env-file --label --annotation --mount --runtime --runtime-config-path
  --runc-binary --runc-root --memory-limit --cpus --cpu-quota --cpu-period --cpu-shares --cpuset-cpus --cpuset-mems --cgroup
  --platform --gpus --with-ns --pid-file --log-uri --seccomp-profile --apparmor-default-profile --apparmor-profile --device
  --cap-add --cap-drop -u --user --uidmap --gidmap --hostname --blockio-class --blockio-config-file --rdt-class
  --rootfs-propagation --fifo-dir --sandbox --memory-request --cpuset`);
const ctrPull = options_options('-k --skip-verify --plain-http --all-platforms --all-metadata --print-chainid --skip-metadata --http-dump --http-trace --local --sync-fs', '-u --user --refresh --hosts-dir --tlscacert --tlscert --tlskey --snapshotter --label --platform --max-concurrent-downloads');
const criPull = options_options('--help', '--creds --auth --pod-config -a --annotation --pull-timeout --username -u');
const none = options_options('', '');
const first = (of) => ({ options: of, images: 'first' });
const each = (of) => ({ options: of, images: 'all' });
const ofContainers = {
    run: first(run),
    create: first(run),
    'container run': first(run),
    'container create': first(run),
    pull: first(pull),
    'image pull': first(pull),
    tag: first(none),
    'image tag': first(none),
};
const imageCommands = {
    docker: {
        ...ofContainers,
        'service create': first(service),
        'service update': { options: serviceUpdate, images: 'option' },
    },
    podman: { ...ofContainers, pull: each(pull), 'image pull': each(pull) },
    nerdctl: ofContainers,
    ctr: {
        run: first(ctrRun),
        ...Object.fromEntries(['containers', 'container', 'c'].map((group) => [`${group} create`, first(ctrRun)])),
        ...Object.fromEntries(['images', 'image', 'i'].map((group) => [`${group} pull`, first(ctrPull)])),
        ...Object.fromEntries(['images', 'image', 'i'].map((group) => [`${group} tag`, first(none)])),
    },
    crictl: { pull: first(criPull) },
};
const wrapper = (valued = '', words = 0) => ({ options: options_options('', valued), words });
/** https://man7.org/linux/man-pages/ of each */
const wrappers = {
    sudo: wrapper('-u --user -g --group -h --host -p --prompt -C --close-from -r --role -t --type -T --command-timeout -U --other-user -D --chdir -R --chroot'),
    doas: wrapper('-u -C'),
    env: wrapper('-u --unset -C --chdir'),
    exec: wrapper('-a'),
    command: wrapper(),
    builtin: wrapper(),
    nohup: wrapper(),
    setsid: wrapper(),
    time: wrapper('-f --format -o --output'),
    nice: wrapper('-n --adjustment'),
    ionice: wrapper('-c --class -n --classdata'),
    chrt: wrapper('', 1),
    taskset: wrapper('', 1),
    stdbuf: wrapper('-i --input -o --output -e --error'),
    timeout: wrapper('-k --kill-after -s --signal', 1),
    flock: wrapper('-w --timeout -E --conflict-exit-code', 1),
    chroot: wrapper('--groups --userspec', 1),
    runuser: wrapper('-u --user -g --group -G --supp-group'),
    'systemd-cat': wrapper('-t --identifier -p --priority'),
    'systemd-run': wrapper('-p --property -u --unit --slice -H --host -M --machine -E --setenv --uid --gid --description --working-directory --nice -d --on-active --on-boot --on-calendar'),
    'systemd-inhibit': wrapper('--what --who --why --mode'),
    retry: wrapper('-t --times -n -d --delay --max-attempts -m --min --max'),
    unbuffer: wrapper(),
    // `k3s ctr images pull`: https://docs.k3s.io/cli
    k3s: wrapper(),
    microk8s: wrapper(),
    busybox: wrapper(),
};

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/dialect.js
/**
 * What tools fill in before the text is used: Jinja, Helm and Handlebars, ERB, GitHub Actions, Ruby and Octopus Deploy,
 * Windows and Ansible, CMake, autoconf and Maven, and names in angle brackets that stand for something.
 */
const templates = [
    /\{\{[^\n{}]{0,200}\}\}/uy,
    /<%[^\n%]{0,200}%>/uy,
    /\$\{\{[^\n{}]{0,200}\}\}/uy,
    /#\{[^\n{}]{0,200}\}/uy,
    /%[A-Za-z_][\w.]{0,60}%/uy,
    /@@[A-Za-z_][\w.-]{0,60}@@/uy,
    /@[A-Za-z_][\w.-]{0,60}@/uy,
    /<[A-Za-z_][\w.-]{0,60}>/uy,
];
/** `${VERSION:-1.2}`, with one more pair of braces inside. */
const braced = /\$\{(?:[^{}\n]|\{[^{}\n]{0,200}\}){0,200}\}/uy;
/** https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html */
const shell = {
    escape: '\\',
    comment: /#/uy,
    separators: ';&|()\n',
    redirections: 'read',
    variables: [...templates, braced, /\$(?:[A-Za-z_]\w*|[\d@*#?!$-])/uy, /[*?[\]{}]/uy],
    doubledQuotes: false,
};
/** Command lines of units: https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines */
const unitCommand = {
    escape: '\\',
    comment: undefined,
    separators: '\n',
    redirections: 'none',
    variables: [...templates, braced, /\$[A-Za-z_]\w*/uy, /%[A-Za-z%]/uy],
    doubledQuotes: false,
};
/** https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing */
const powershell = {
    escape: '`',
    comment: /#/uy,
    separators: ';&|(){}\n',
    redirections: 'read',
    variables: [...templates, braced, /\$(?:[A-Za-z]+:)?[A-Za-z_]\w*/uy, /[@][A-Za-z_]\w*/uy, /[*?]/uy],
    doubledQuotes: true,
};
/** https://learn.microsoft.com/windows-server/administration/windows-commands/cmd */
const batch = {
    escape: '^',
    comment: /(?:rem\b|::)/iuy,
    separators: '&|()\n',
    redirections: 'read',
    variables: [/%(?:[A-Za-z_][\w:~,=-]{0,100}%|~?[\d*]|%?[A-Za-z])/uy, ...templates, /![A-Za-z_]\w*!/uy],
    doubledQuotes: false,
};

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/commands.js


/** The commands of a text, each as its words. What it cannot read to the end, such as a quote that stands alone, is taken as text. */
function commandsOf(source, dialect) {
    return new CommandReader(source, dialect).read();
}
class CommandReader {
    #source;
    #text;
    #dialect;
    #commands = [];
    #substitutions = [];
    #documents = [];
    #at = 0;
    #words = [];
    #characters = '';
    #offsets = [];
    #variable = [];
    #quoted = false;
    #started = false;
    #redirected = false;
    #awaited = [];
    /** What was looked for in vain up to the end of the text is not looked for again. */
    #unclosed = new Set();
    constructor(source, dialect) {
        this.#source = source;
        this.#text = source.text;
        this.#dialect = dialect;
    }
    read() {
        while (this.#at < this.#text.length)
            this.#step();
        this.#endCommand();
        return { commands: this.#commands, substitutions: this.#substitutions, documents: this.#documents };
    }
    #step() {
        const { separators, comment } = this.#dialect;
        const character = this.#text.charAt(this.#at);
        if (this.#skipsEscape())
            return;
        if (character === '\n')
            return this.#endLine();
        if (/\s/u.test(character)) {
            this.#endWord();
            this.#at += 1;
            return;
        }
        if (!this.#started && comment !== undefined && this.#matches(comment) !== undefined)
            return this.#skipComment();
        if (character === '"' || (character === "'" && this.#dialect !== batch))
            return this.#quote(character);
        if (this.#substitutes())
            return;
        if (mayVary(character) && this.#dialect.variables.some((pattern) => this.#takesVariable(pattern)))
            return;
        if (this.#redirects())
            return;
        if (separators.includes(character)) {
            this.#endCommand();
            this.#at += 1;
            return;
        }
        this.#take(1, 'text');
    }
    /** An escape at the end of a line lets the command go on; before another character it is dropped. */
    #skipsEscape() {
        const { escape } = this.#dialect;
        if (this.#text.charAt(this.#at) !== escape)
            return false;
        const lineEnd = /\r?\n/uy;
        lineEnd.lastIndex = this.#at + 1;
        const [newLine] = lineEnd.exec(this.#text) ?? [];
        if (newLine === undefined) {
            this.#at += 1;
            if (this.#at < this.#text.length)
                this.#take(1, 'text');
        }
        else {
            this.#at += 1 + newLine.length;
            // Only in a shell may a word go on in the next line, and there it does not where that begins with a space.
            if (this.#dialect !== shell)
                this.#endWord();
        }
        return true;
    }
    #skipComment() {
        const block = this.#dialect === powershell && this.#text.charAt(this.#at - 1) === '<';
        const end = this.#text.indexOf(block ? '#>' : '\n', this.#at);
        this.#at = end < 0 ? this.#text.length : end + (block ? 2 : 0);
    }
    #quote(mark) {
        const end = this.#endOfQuote(mark, this.#at);
        if (end === undefined)
            return this.#take(1, 'text');
        this.#started = true;
        this.#quoted = true;
        this.#at += 1;
        while (this.#at < end) {
            if (mark === "'")
                this.#take(1, 'text');
            else if (this.#escapesInQuotes(end))
                continue;
            else if (this.#substitutes(end))
                continue;
            else if (!this.#takesNamed())
                this.#take(1, 'text');
        }
        this.#at = end + 1;
    }
    #escapesInQuotes(end) {
        if (this.#text.charAt(this.#at) !== this.#dialect.escape || this.#at + 1 >= end)
            return false;
        const next = this.#text.charAt(this.#at + 1);
        if (next === '\n')
            this.#at += 2;
        else if (this.#dialect !== shell || /["$`\\]/u.test(next)) {
            this.#at += 1;
            this.#take(1, 'text');
        }
        else
            this.#take(1, 'text');
        return true;
    }
    #endOfQuote(mark, start) {
        if (this.#unclosed.has(mark))
            return undefined;
        for (let at = start + 1; at < this.#text.length; at += 1) {
            const character = this.#text.charAt(at);
            if (mark === '"' && character === this.#dialect.escape)
                at += 1;
            // Quotes inside of a substitution are its own: "$(docker create "$IMAGE")".
            else if (mark === '"' && this.#dialect !== batch && this.#text.startsWith('$(', at))
                at = this.#endOfParentheses(at + 1) ?? at;
            else if (character === mark) {
                if (!this.#dialect.doubledQuotes || this.#text.charAt(at + 1) !== mark)
                    return at;
                at += 1;
            }
        }
        this.#unclosed.add(mark);
        return undefined;
    }
    /** `$(command)` and, in a shell, a command in backticks. */
    #substitutes(end = this.#text.length) {
        const start = this.#at;
        const opening = this.#text.startsWith('$(', start) ? '$(' : this.#text.charAt(start) === '`' && '`';
        if (opening === false || this.#dialect === batch || (opening === '`' && this.#dialect !== shell))
            return false;
        const close = opening === '`' ? this.#text.indexOf('`', start + 1) : this.#endOfParentheses(start + 1);
        if (close === undefined || close < 0 || close >= end) {
            this.#take(opening.length, 'variable');
            return true;
        }
        if (!this.#text.startsWith('$((', start))
            this.#substitutions.push(partOf(this.#source, start + opening.length, close));
        this.#take(close + 1 - start, 'variable');
        return true;
    }
    #endOfParentheses(start) {
        if (this.#unclosed.has('('))
            return undefined;
        let depth = 0;
        let mark = '';
        for (let at = start; at < this.#text.length; at += 1) {
            const character = this.#text.charAt(at);
            if (character === this.#dialect.escape && mark !== "'")
                at += 1;
            else if (mark !== '')
                mark = character === mark ? '' : mark;
            else if (character === '"' || character === "'")
                mark = character;
            else if (character === '(')
                depth += 1;
            else if (character === ')') {
                depth -= 1;
                if (depth === 0)
                    return at;
            }
        }
        this.#unclosed.add('(');
        return undefined;
    }
    #redirects() {
        if (this.#dialect.redirections === 'none' || !/[<>&@]/u.test(this.#text.charAt(this.#at)))
            return false;
        if (this.#dialect === powershell && this.#takesBlock())
            return true;
        const hereDocument = /<<(-?)[ \t]*(?:'([^'\n]{1,100})'|"([^"\n]{1,100})"|\\?([\w.+-]{1,100}))/uy;
        const [all, dash, ...names] = (this.#dialect === shell && this.#match(hereDocument)) || [];
        const delimiter = names.find((name) => name !== undefined);
        if (all !== undefined && delimiter !== undefined && !this.#text.startsWith('<<<', this.#at)) {
            this.#endWord();
            this.#awaited.push({ delimiter, tabs: dash === '-' ? 'removed' : 'kept' });
            this.#at += all.length;
            return true;
        }
        const operator = this.#matches(/(?:&>>?|[<>]{1,3}[&|]?-?)(?!\()/uy);
        if (operator === undefined)
            return false;
        // The number of a file, not a word: `2>&1`.
        if (/^\d+$/u.test(this.#characters))
            this.#dropWord();
        this.#endWord();
        this.#redirected = true;
        this.#at += operator.length;
        return true;
    }
    /** Block comments and here-strings of PowerShell. */
    #takesBlock() {
        if (this.#text.startsWith('<#', this.#at)) {
            this.#at += 1;
            this.#skipComment();
            return true;
        }
        const [opening, mark] = this.#match(/@(["'])\r?\n/uy) ?? [];
        if (opening === undefined)
            return false;
        const start = this.#at + opening.length;
        const end = this.#text.indexOf(`\n${mark}@`, start - 1);
        if (end < 0)
            return false;
        this.#documents.push(partOf(this.#source, start, Math.max(start, end + 1)));
        this.#at = end + 3;
        return true;
    }
    #takesNamed() {
        if (!mayVary(this.#text.charAt(this.#at)))
            return false;
        return this.#dialect.variables.some((pattern) => isNamed(pattern) && this.#takesVariable(pattern));
    }
    #takesVariable(pattern) {
        const found = this.#matches(pattern);
        if (found === undefined)
            return false;
        this.#take(found.length, 'variable');
        return true;
    }
    #match(pattern) {
        pattern.lastIndex = this.#at;
        return pattern.exec(this.#text) ?? undefined;
    }
    #matches(pattern) {
        return this.#match(pattern)?.[0];
    }
    #take(count, kind) {
        this.#started = true;
        const end = Math.min(this.#at + count, this.#text.length);
        for (; this.#at < end; this.#at += 1) {
            this.#characters += this.#text.charAt(this.#at);
            this.#offsets.push(this.#source.offsets[this.#at] ?? 0);
            this.#variable.push(kind === 'variable');
        }
    }
    #endWord() {
        if (this.#started && !this.#redirected)
            this.#words.push({
                source: { text: this.#characters, offsets: this.#offsets },
                variable: this.#variable,
                quoted: this.#quoted,
            });
        if (this.#started)
            this.#redirected = false;
        this.#dropWord();
    }
    #dropWord() {
        this.#characters = '';
        this.#offsets = [];
        this.#variable = [];
        this.#quoted = false;
        this.#started = false;
    }
    #endCommand() {
        this.#endWord();
        this.#redirected = false;
        if (this.#words.length > 0)
            this.#commands.push(this.#words);
        this.#words = [];
    }
    #endLine() {
        this.#endCommand();
        this.#at += 1;
        for (const awaited of this.#awaited)
            this.#readDocument(awaited);
        this.#awaited = [];
    }
    #readDocument({ delimiter, tabs }) {
        const start = this.#at;
        while (this.#at < this.#text.length) {
            const lineStart = this.#at;
            const found = this.#text.indexOf('\n', lineStart);
            const end = found < 0 ? this.#text.length : found;
            this.#at = Math.min(end + 1, this.#text.length);
            const line = this.#text.slice(lineStart, end).replace(/\r$/u, '');
            if ((tabs === 'removed' ? line.replace(/^\t+/u, '') : line) !== delimiter)
                continue;
            this.#documents.push(partOf(this.#source, start, lineStart));
            return;
        }
        this.#documents.push(partOf(this.#source, start));
    }
}
/** Where something that is put in later may begin; most characters need no closer look. */
const mayVary = (character) => '${<%!@#*?[]}'.includes(character);
/** Inside quotes only names are put in: a `*` is one there. */
const isNamed = ({ source }) => !source.startsWith('[');

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/invocation.js


const keywords = new Set('if then else elif fi do done while until ! { } coproc begin process end try catch finally return & @'.split(' '));
/** By the name of the program: https://github.com/runfinch/finch takes the command line of nerdctl. */
const tools = new Map([
    ['docker', 'docker'],
    ['podman', 'podman'],
    ['podman-remote', 'podman'],
    ['nerdctl', 'nerdctl'],
    ['finch', 'nerdctl'],
    ['ctr', 'ctr'],
    ['crictl', 'crictl'],
]);
const declarations = new Set(['export', 'readonly', 'local', 'declare', 'typeset', 'set']);
const shells = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'fish']);
/** Reads a command from its first word on. */
function invocationOf(words) {
    const assignments = [];
    let at = 0;
    while (at < words.length) {
        const word = words[at];
        const assignment = assignmentOf(word);
        const typed = assignment === undefined ? powershellAssignment(words, at) : undefined;
        if (assignment !== undefined)
            assignments.push(assignment);
        if (typed !== undefined)
            assignments.push(typed.assignment);
        if (assignment !== undefined || typed !== undefined) {
            at = typed?.next ?? at + 1;
            continue;
        }
        const name = commandName(word);
        if (keywords.has(word.source.text) || declarations.has(name) || (at > 0 && isDeclared(words, at))) {
            at += 1;
            continue;
        }
        const wrapper = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
        if (wrapper !== undefined) {
            at = afterOptions(words, at + 1, wrapper);
            continue;
        }
        return { assignments, command: commandAt(words, at, name) };
    }
    return { assignments, command: { kind: 'other' } };
}
/** `-r` of `declare -r NAME=value`. */
const isDeclared = (words, at) => {
    const [before] = words.slice(at - 1);
    return before !== undefined && declarations.has(commandName(before)) && /^-\w+$/u.test(words[at]?.source.text ?? '');
};
/** `$image = 'web:1'`, `$env:IMAGE = "web:1"`, `[string]$image='web:1'`, and the index of what follows. */
function powershellAssignment(words, at) {
    const word = words[at];
    const [all, name, joined] = /^(?:\[[\w.]{1,60}\])?\$(?:[a-z]+:)?([a-z_]\w*)(?:(\+?=)|$)/iu.exec(word.source.text) ?? [];
    if (all === undefined || name === undefined)
        return undefined;
    const isJoined = joined !== undefined && word.source.text.length > all.length;
    const operator = joined ?? words[at + 1]?.source.text;
    const next = isJoined ? at + 1 : at + (joined === undefined ? 3 : 2);
    const value = isJoined ? partOfWord(word, all.length) : words[next - 1];
    if (value === undefined || (operator !== '=' && operator !== '+='))
        return undefined;
    // `'web:1' + $suffix`, `'web:1' -f $tag`
    const goesOn = /^(?:\+|-\w+)/u.test(words[next]?.source.text ?? '');
    return { assignment: { name, value, extent: goesOn || operator === '+=' ? 'part' : 'whole' }, next };
}
/** Without its folder: `/usr/bin/docker`, `C:\docker\docker.exe`. */
function commandName(word) {
    const text = literalOf(word) ?? '';
    return (text.split(/[/\\]/u).at(-1) ?? '').toLowerCase().replace(/\.exe$/u, '');
}
function commandAt(words, at, name) {
    const tool = tools.get(name);
    if (tool !== undefined)
        return { kind: 'tool', tool, words: words.slice(at + 1) };
    const rest = words.slice(at + 1);
    const scriptBehind = (option, shell) => {
        const index = rest.findIndex((word) => option.test(word.source.text));
        const script = index < 0 ? undefined : rest[index + 1];
        return script === undefined ? { kind: 'other' } : { kind: 'script', shell, script };
    };
    if (shells.has(name) || name === 'su')
        return scriptBehind(/^(?:-[a-z]*c[a-z]*|--command)$/u, 'posix');
    if (name === 'eval')
        return scriptIn(rest, 'posix');
    if (name === 'powershell' || name === 'pwsh')
        return scriptBehind(/^-c(?:ommand)?$/iu, 'powershell');
    if (name === 'invoke-expression' || name === 'iex')
        return scriptIn(rest, 'powershell');
    if (name === 'cmd')
        return scriptBehind(/^\/c$/iu, 'batch');
    return { kind: 'other' };
}
const scriptIn = ([script], shell) => script === undefined ? { kind: 'other' } : { kind: 'script', shell, script };
function afterOptions(words, from, { options, words: more }) {
    let at = from;
    for (; at < words.length; at += 1) {
        const text = words[at]?.source.text ?? '';
        if (text === '--') {
            at += 1;
            break;
        }
        if (/^-?\d+[smh]?$/u.test(text) && more === 0)
            continue;
        if (!text.startsWith('-'))
            break;
        if (options.valued.has(text))
            at += 1;
    }
    return at + more;
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/readings.js
const readings_nothing = { images: [], commands: [], inner: [] };

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/words.js



/** A text as one word: with its variables, and with its quotes if it has any around it. */
function wordOf(source) {
    const spaces = /^\s*/u.exec(source.text)?.[0].length ?? 0;
    const inner = partOf(source, spaces, spaces + source.text.trim().length);
    return { source: inner, variable: variablesIn(inner.text, unitCommand), quoted: false };
}
function variablesIn(text, { variables }) {
    const marks = Array.from({ length: text.length }, () => false);
    for (const pattern of [...variables, /\$\([^)\n]{0,200}\)/uy])
        for (const { index, 0: found } of text.matchAll(new RegExp(pattern.source, 'gu')))
            marks.fill(true, index, index + found.length);
    return marks;
}
/** The words of one line, as systemd splits them. */
function lineWords(source) {
    return commandsOf(source, unitCommand).commands[0] ?? [];
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/unit.js




/**
 * The images of a systemd unit, a quadlet or TOML: `Image=` of a container, the command lines of a service, `source` and
 * `image` of TOML such as Bottlerocket's settings.
 * https://docs.podman.io/en/latest/markdown/podman-systemd.unit.5.html https://bottlerocket.dev/en/os/latest/#/api/settings/
 */
function readUnit(source) {
    const lines = logicalLines(source).map(readLine);
    return {
        images: lines.flatMap(({ images }) => images),
        commands: lines.flatMap(({ commands }) => commands),
        inner: [],
    };
}
/** A line that ends in a backslash goes on in the next one, behind comments that stand in between. */
function logicalLines(source) {
    const found = [];
    let start = 0;
    let open = false;
    for (let at = 0; at < source.text.length;) {
        const newLine = source.text.indexOf('\n', at);
        const end = newLine < 0 ? source.text.length : newLine;
        const line = source.text.slice(at, end).trimEnd();
        const isComment = /^\s*[#;]/u.test(line);
        if (!open)
            start = at;
        if (isComment && !open)
            start = end;
        else if (!isComment) {
            open = line.endsWith('\\');
            if (!open)
                found.push(partOf(source, start, end));
        }
        at = end + 1;
    }
    return found;
}
function readLine(line) {
    const [all, key, before] = /^\s*(["']?[A-Za-z][\w.-]*["']?)(\s*=\s*)/u.exec(line.text) ?? [];
    if (all === undefined || key === undefined || before === undefined)
        return readings_nothing;
    const value = partOf(line, all.length);
    if (key === 'Image')
        return { ...readings_nothing, images: [wordOf(value)] };
    if (/^(?:image|source)$/u.test(key))
        return { ...readings_nothing, images: quotedWord(value) };
    if (/^Exec(?:Start|Stop|Reload)(?:Pre|Post)?$|^ExecCondition$/u.test(key)) {
        const prefix = /^[-@:+!|]*/u.exec(value.text)?.[0].length ?? 0;
        return { ...readings_nothing, commands: [lineWords(partOf(value, prefix))] };
    }
    if (key !== 'Environment')
        return readings_nothing;
    return { ...readings_nothing, commands: lineWords(value).flatMap((word) => (assignmentOf(word) ? [[word]] : [])) };
}
/** TOML has its texts in quotes. */
function quotedWord(value) {
    const [all, double, single] = /^(?:"([^"\\\n]*)"|'([^'\n]*)')\s*(?:#.*)?$/u.exec(value.text) ?? [];
    const text = double ?? single;
    return all === undefined || text === undefined ? [] : [wordOf(partOf(value, 1, 1 + text.length))];
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/yaml.js




/** Keys whose texts and lists are commands: those of cloud-init, of compose files, of documents of the Systems Manager. */
const COMMAND_KEYS = /^(?:runcmd|bootcmd|commands?|cmd|args|entrypoint|script|run|inline|runCommand)$/u;
/** The deepest nesting that is read. */
const DEEPEST = 50;
/** The images of YAML, or of JSON: `image:`, the commands of cloud-config, and files that are written by it. */
function readYamlImages(source) {
    const documents = (0,dist/* parseAllDocuments */.hR)(source.text, {
        keepSourceTokens: true,
        merge: true,
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'silent',
    });
    if ('empty' in documents || documents.some(({ errors }) => errors.length > 0))
        return readings_nothing;
    return together(documents.map((document) => new YamlReader(source, document).read(document.contents, { key: '', depth: 0 })));
}
class YamlReader {
    #source;
    #document;
    constructor(source, document) {
        this.#source = source;
        this.#document = document;
    }
    read(node, place) {
        if (place.depth > DEEPEST)
            return readings_nothing;
        const inside = { ...place, depth: place.depth + 1 };
        if ((0,dist/* isMap */.jh)(node))
            return together(node.items.map(({ key, value }) => this.#readPair((0,dist/* isScalar */.jn)(key) ? String(key.value) : '', value, inside)));
        if ((0,dist/* isSeq */.oP)(node)) {
            const words = COMMAND_KEYS.test(place.key) ? this.#argumentsOf(node.items) : undefined;
            return words === undefined
                ? together(node.items.map((item) => this.read(item, inside)))
                : { ...readings_nothing, commands: [words] };
        }
        return (0,dist/* isScalar */.jn)(node) ? { ...readings_nothing, inner: this.#innerOf(node, place.key) } : readings_nothing;
    }
    #readPair(key, value, place) {
        const image = key === 'image' ? this.#scalarText((0,dist/* isAlias */.Vj)(value) ? value.resolve(this.#document) : value) : undefined;
        return image === undefined ? this.read(value, { ...place, key }) : { ...readings_nothing, images: [wordOf(image)] };
    }
    /** The words of `[docker, run, web:1]`; undefined for a list that is of commands itself. */
    #argumentsOf(items) {
        const texts = items.map((item) => this.#scalarText(item));
        const [first] = texts;
        if (first === undefined || /\s/u.test(first.text.trim()) || texts.includes(undefined))
            return undefined;
        return texts.flatMap((text) => text ?? []).map((text) => ({ ...wordOf(text), source: text, quoted: true }));
    }
    #innerOf(node, key) {
        const isText = node.type === dist/* Scalar */.X5.BLOCK_LITERAL || node.type === dist/* Scalar */.X5.BLOCK_FOLDED || String(node.value).includes('\n');
        if (!isText && !COMMAND_KEYS.test(key))
            return [];
        const source = this.#scalarText(node);
        return source === undefined ? [] : [{ source, language: isText && !COMMAND_KEYS.test(key) ? undefined : 'shell' }];
    }
    #scalarText(node) {
        if (!(0,dist/* isScalar */.jn)(node) || !node.range)
            return undefined;
        const [start, end] = node.range;
        const raw = partOf(this.#source, start, end);
        const text = decoded(node, raw);
        // What the parser reads must be what was decoded here, or the offsets are those of something else.
        return text !== undefined && text.text.trimEnd() === String(node.value).trimEnd() ? text : undefined;
    }
}
function decoded({ type }, raw) {
    switch (type) {
        case dist/* Scalar */.X5.PLAIN:
            return raw.text.includes('\n') ? undefined : raw;
        case dist/* Scalar */.X5.QUOTE_SINGLE:
            return raw.text.includes('\n') ? undefined : picked(raw, [...unquoted(raw.text)]);
        case dist/* Scalar */.X5.QUOTE_DOUBLE:
            return raw.text.includes('\n') ? undefined : unescaped(raw);
        case dist/* Scalar */.X5.BLOCK_LITERAL:
        case dist/* Scalar */.X5.BLOCK_FOLDED:
            return unindented(raw, type);
        default:
            return undefined;
    }
}
const picked = ({ offsets }, characters) => ({
    text: characters.map(([character]) => character).join(''),
    offsets: characters.map(([, index]) => offsets[index] ?? 0),
});
function* unquoted(text) {
    for (let at = 1; at < text.length - 1; at += 1) {
        if (text.startsWith("''", at))
            at += 1;
        yield [text.charAt(at), at];
    }
}
const ESCAPES = {
    n: '\n',
    t: '\t',
    r: '\r',
    '"': '"',
    '\\': '\\',
    '/': '/',
    ' ': ' ',
};
/** Undefined where there is an escape that no script needs. */
function unescaped(raw) {
    const characters = [];
    for (let at = 1; at < raw.text.length - 1; at += 1) {
        if (raw.text.charAt(at) !== '\\') {
            characters.push([raw.text.charAt(at), at]);
            continue;
        }
        const [, hex] = /^\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/u.exec(raw.text.slice(at, at + 6)) ?? [];
        const simple = ESCAPES[raw.text.charAt(at + 1)];
        if (hex === undefined && simple === undefined)
            return undefined;
        characters.push([simple ?? String.fromCodePoint(Number.parseInt(hex ?? '', 16)), at]);
        at += hex === undefined ? 1 : 5;
    }
    return picked(raw, characters);
}
function unindented(raw, type) {
    const body = raw.text.indexOf('\n') + 1;
    const [header = ''] = raw.text.split('\n', 1);
    const lines = linesFrom(raw.text, body);
    const [given] = /[1-9]/u.exec(header.replace(/\s#.*$/u, '')) ?? [];
    const indents = lines.flatMap(({ text }) => (text.trim() === '' ? [] : [/^ */u.exec(text)?.[0].length ?? 0]));
    const [firstIndent = 0] = indents;
    // A given indentation counts from the parent's, which is not known here: the least that occurs is right then.
    const indent = given === undefined ? firstIndent : Math.min(...indents, firstIndent);
    const characters = lines.flatMap(({ text, start }) => {
        const kept = text
            .slice(indent)
            .split('')
            .map((character, index) => [character, start + Math.min(indent, text.length) + index]);
        return [...kept, ['\n', start + text.length]];
    });
    return picked(raw, type === dist/* Scalar */.X5.BLOCK_FOLDED ? folded(characters) : characters);
}
/** A single line end inside of a folded text is a space. */
function folded(characters) {
    const last = characters.findLastIndex(([character]) => character !== '\n');
    return characters.map(([character, index], at) => {
        const alone = characters[at - 1]?.[0] !== '\n' && characters[at + 1]?.[0] !== '\n';
        return [character === '\n' && alone && at < last ? ' ' : character, index];
    });
}
function linesFrom(text, from) {
    const found = [];
    for (let start = from; start < text.length;) {
        const newLine = text.indexOf('\n', start);
        const end = newLine < 0 ? text.length : newLine;
        found.push({ text: text.slice(start, end).replace(/\r$/u, ''), start });
        start = end + 1;
    }
    return found;
}
function together(parts) {
    return {
        images: parts.flatMap(({ images }) => images),
        commands: parts.flatMap(({ commands }) => commands),
        inner: parts.flatMap(({ inner }) => inner),
    };
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/read.js






/** Texts inside of texts that are read: a script that writes a unit whose command is a shell's is three. */
const read_DEEPEST = 6;
const dialects = { shell: shell, powershell: powershell, batch: batch };
/** Reads a text in its language; undefined: what its content shows. */
function readText(source, language, depth = 0) {
    if (depth > read_DEEPEST)
        return { images: [], invocations: [] };
    const readings = readingsOf(source, language ?? languageOf(source.text));
    const invocations = readings.commands.map(invocationOf);
    const scripts = invocations.flatMap(({ command }) => command.kind === 'script' ? [{ source: command.script.source, language: read_shells[command.shell] }] : []);
    const inner = [...readings.inner, ...scripts].map((text) => readText(text.source, text.language, depth + 1));
    return {
        images: [...readings.images, ...inner.flatMap(({ images }) => images)],
        invocations: [...invocations, ...inner.flatMap((text) => text.invocations)],
    };
}
const read_shells = { posix: 'shell', powershell: 'powershell', batch: 'batch' };
function readingsOf(source, language) {
    switch (language) {
        case 'yaml':
            return readYamlImages(source);
        case 'unit':
            return readUnit(source);
        case 'shell':
        case 'powershell':
        case 'batch': {
            const { commands, substitutions, documents } = commandsOf(source, dialects[language]);
            const inner = [
                ...substitutions.map((text) => ({ source: text, language })),
                ...documents.map((text) => ({ source: text, language: undefined })),
            ];
            return { images: [], commands, inner };
        }
        case 'other':
            return { images: [], commands: [], inner: ofWindows(source) };
        default:
            return language;
    }
}
/** What a text is, by its beginning. */
function languageOf(text) {
    const [interpreter] = /^#!.*/u.exec(text) ?? [];
    if (interpreter !== undefined) {
        if (/\b(?:ba|da|a|z|k|mk)?sh\b/u.test(interpreter))
            return 'shell';
        return /\b(?:pwsh|powershell)\b/u.test(interpreter) ? 'powershell' : 'other';
    }
    if (/<(?:powershell|script)>/iu.test(text))
        return 'other';
    const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*[#;]/u.test(line));
    const [first = ''] = lines;
    if (/^\s*\[{1,2}[A-Za-z][\w. "'-]*\]{1,2}\s*(?:#.*)?$/u.test(first))
        return 'unit';
    if (/^---\s*$|^\s*[{[]\s*(?:["\n{[]|$)|^\s*(?:- )?["']?[\w./-]+["']?\s*:(?:\s|$)/u.test(first))
        return 'yaml';
    return 'shell';
}
/** The scripts of Windows user data. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html */
function ofWindows(source) {
    return [...source.text.matchAll(/<(powershell|script)>/giu)].flatMap(({ index, 0: opening, 1: name = '' }) => {
        const start = index + opening.length;
        const end = source.text.toLowerCase().indexOf(`</${name.toLowerCase()}>`, start);
        const language = name.toLowerCase() === 'script' ? 'batch' : 'powershell';
        return end < 0 ? [] : [{ source: partOf(source, start, end), language }];
    });
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/images/places.js





/** The places of a text where an image stands: arguments of commands that take one, `image:`, `Image=`, variables that are used as one. */
function imagePlaces(text, language) {
    const { images, invocations } = readText(wholeText(text), language);
    const assignments = invocations.flatMap((invocation) => invocation.assignments);
    const values = valuesOf(assignments);
    const found = [
        ...images.map((word) => ({ word, obstacle: undefined })),
        ...invocations.flatMap(({ command }) => (command.kind === 'tool' ? imageArguments(command, values) : [])),
    ];
    const used = new Set(found.flatMap(({ word }) => variableName(word)?.toLowerCase() ?? []));
    const holding = assignments.filter(({ name }) => used.has(name.toLowerCase()) || namesImage(name));
    const extended = new Set([
        ...holding.flatMap(({ name, extent }) => (extent === 'part' ? name.toLowerCase() : [])),
        ...[...found, ...holding.map(({ value: word }) => ({ word }))].flatMap(({ word }) => partlyUsed(word)),
    ]);
    const held = holding.map(({ name, value }) => ({
        word: value,
        obstacle: extended.has(name.toLowerCase()) ? 'extended' : undefined,
    }));
    const known = new Set(assignments.map(({ name }) => name.toLowerCase()));
    const places = [...found.filter(({ word }) => !known.has(variableName(word)?.toLowerCase() ?? '')), ...held];
    return once(places.flatMap((place) => placeOf(place, text)));
}
/** What variables hold, where it is known whole. */
const valuesOf = (assignments) => new Map(assignments.map(({ name, value, extent }) => [
    name.toLowerCase(),
    extent === 'whole' ? literalOf(value) : undefined,
]));
/** `IMAGE`, `APP_IMAGE`, `dockerImage`, `IMAGE_URI`. */
const namesImage = (name) => /(?:image|img)(?:_?(?:name|ref|uri|url|tag|full))?$/iu.test(name);
/** The images in the arguments of a tool. */
function imageArguments({ tool, words }, values) {
    const named = commandOf(tool, words);
    if (named === undefined)
        return [];
    const { options, images } = named.command;
    const found = [];
    const doubtful = (from, obstacle) => words.slice(from).map((word) => ({ word, obstacle }));
    for (let at = named.next; at < words.length;) {
        const word = words[at];
        const text = word.source.text;
        if (text === '--') {
            const next = words[at + 1];
            return [...found, ...(next ? [{ word: next, obstacle: undefined }] : [])];
        }
        if (text.startsWith('-') && text.length > 1) {
            const after = afterOption(words, at, options);
            if (after === undefined)
                return [...found, ...doubtful(at + 1, 'option')];
            // The file system of the container is a folder then.
            if (text === '--rootfs')
                return found;
            if (images === 'option')
                found.push(...valueOfImageOption(words, at));
            at = after;
            continue;
        }
        if (images === 'option') {
            at += 1;
            continue;
        }
        const kind = variableKind(word, values);
        if (kind === 'unknown')
            return [...found, { word, obstacle: 'variable' }, ...doubtful(at + 1, 'behind variable')];
        if (kind !== 'options')
            found.push({ word: withoutTransport(word, tool), obstacle: undefined });
        if (kind !== 'options' && images === 'first')
            return found;
        at += 1;
    }
    return found;
}
/** The value of `--image web:1` and `--image=web:1`. */
function valueOfImageOption(words, at) {
    const word = words[at];
    const joined = '--image=';
    const value = word.source.text.startsWith(joined)
        ? partOfWord(word, joined.length)
        : word.source.text === '--image'
            ? words[at + 1]
            : undefined;
    return value === undefined ? [] : [{ word: value, obstacle: undefined }];
}
/** Whether a word that is a variable, whole, may stand for options: `docker run $OPTS web:1`. */
function variableKind(word, values) {
    if (word.variable.includes(false) || word.source.text === '')
        return 'no variable';
    const name = variableName(word);
    if (name === undefined)
        return 'unknown';
    const value = values.get(name.toLowerCase());
    if (value?.startsWith('-') === true || value === '')
        return 'options';
    if (value !== undefined || namesImage(name))
        return 'image';
    if (word.quoted && !word.source.text.includes('['))
        return 'image';
    return /opt|arg|flag|param|extra|env|vol|port|label|mount|net/iu.test(name) ? 'options' : 'unknown';
}
/** The command of a tool behind its global options, and the index of what follows it; undefined where it takes no image. */
function commandOf(tool, words) {
    let at = 0;
    while (words[at]?.source.text.startsWith('-') === true) {
        const after = afterOption(words, at, globalOptions[tool]);
        if (after === undefined)
            return undefined;
        at = after;
    }
    const [one = '', two = ''] = words.slice(at, at + 2).map((word) => literalOf(word) ?? '');
    const commands = imageCommands[tool];
    for (const [name, length] of [
        [one, 1],
        [`${one} ${two}`, 2],
    ]) {
        const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
        if (command !== undefined)
            return { command, next: at + length };
    }
    return undefined;
}
/** The index behind an option and its value; undefined where it is not known whether it has one. */
function afterOption(words, at, { alone, valued }) {
    const text = words[at]?.source.text ?? '';
    const [name = ''] = text.split('=', 1);
    // An unknown option has no value where another option follows it.
    const next = words[at + 1];
    const unknown = next === undefined || next.source.text.startsWith('-') ? at + 1 : undefined;
    if (text.includes('=') && (text.startsWith('--') || valued.has(name) || alone.has(name)))
        return at + 1;
    if (valued.has(text))
        return at + 2;
    if (alone.has(text))
        return at + 1;
    if (text.startsWith('--'))
        return unknown;
    // Letters together: `-itv /a:/b`, `-p80:80`.
    for (let index = 1; index < text.length; index += 1) {
        const letter = `-${text.charAt(index)}`;
        if (valued.has(letter))
            return index === text.length - 1 ? at + 2 : at + 1;
        if (!alone.has(letter))
            return unknown;
    }
    return at + 1;
}
/** https://github.com/containers/image/blob/main/docs/containers-transports.5.md */
const withoutTransport = (word, tool) => tool === 'podman' && word.source.text.startsWith('docker://') ? partOfWord(word, 'docker://'.length) : word;
function placeOf({ word, obstacle }, outermost) {
    const [offset] = word.source.offsets;
    if (offset === undefined)
        return [];
    const place = { word, line: outermost.slice(0, offset).split('\n').length };
    const text = literalOf(word);
    if (text === undefined || isPlaceholder(text)) {
        const whole = word.variable.every(Boolean);
        // Behind a doubtful option or variable a variable is no sign of an image.
        if (obstacle === 'option' || obstacle === 'behind variable')
            return [];
        return [{ ...place, kind: 'not taken', obstacle: whole ? 'variable' : 'part variable' }];
    }
    const reference = (0,docker_reference/* tryDockerReference */.t$)(text);
    if (reference === undefined) {
        const half = halfReference(word, text);
        if (half === undefined || obstacle !== undefined)
            return [];
        return [{ ...place, word: half, kind: 'not taken', obstacle: 'part variable' }];
    }
    const span = spanOf(word.source, outermost);
    const tagged = reference.tag !== undefined || reference.digest !== undefined;
    const reason = obstacle ?? (tagged ? undefined : 'untagged') ?? (span === undefined ? 'pieces' : undefined);
    if (reason !== undefined || span === undefined)
        return [{ ...place, kind: 'not taken', obstacle: reason ?? 'pieces' }];
    return [{ ...place, kind: 'reference', ...span, text, reference }];
}
/** `__VERSION__`, and a tag that is only a word for what is to stand there. */
const isPlaceholder = (text) => /__\w+__/u.test(text) ||
    /:(?:[A-Z]+_)*(?:VERSION|TAG|PLACEHOLDER|REPLACE|CHANGE|CHANGEME|TODO|BUILD|COMMIT|SHA|DIGEST)(?:_[A-Z]+)*$/u.test(text);
/** A name that is one, and behind it what no tag or digest has: most likely something that is put in later. */
function halfReference({ source, variable, quoted }, text) {
    const [, name = '', mark] = /^([^\s@]+?)([:@])(?!\/)[^/]*$/u.exec(text) ?? [];
    if (mark === undefined || (0,docker_reference/* tryDockerReference */.t$)(`${name}:1`) === undefined)
        return undefined;
    return { source, quoted, variable: variable.map((_, index) => index > name.length) };
}
/** A place that is reached on two ways is one. */
function once(places) {
    const byOffset = new Map(places.map((place) => [place.word.source.offsets[0], place]));
    return [...byOffset.values()].sort((one, other) => (one.word.source.offsets[0] ?? 0) - (other.word.source.offsets[0] ?? 0));
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/retag-words.js



/** More than these are counted. */
const MOST = 10;
/** Images with their lines. One word, such as `redis:6`, has the form of a user and a password too, and is shown without its tag. */
function foundInWords(taken) {
    return listed(taken.map(({ text, reference, ...place }) => `${shownReference(text, reference)} (${retag_words_lineInWords(place)})`));
}
const shownReference = (text, reference) => text.includes('/') || isCommonTag(reference.tag) ? text : (0,docker_reference/* repositoryOf */._M)(reference);
/** Versions, and nothing that could be a password. */
const isCommonTag = (tag) => tag === undefined || /^v?\d+(?:\.\d+)*$|^latest$|^stable$/u.test(tag);
const reasons = {
    'part variable': 'a part of it is a variable or a placeholder',
    variable: 'all of it is a variable',
    extended: 'it is the value of a variable that is used in part, or has more added to it',
    pieces: 'it is put together from quoted or escaped pieces',
    option: 'an option stands before it that is not known, so it may be the value of that',
    'behind variable': 'a variable stands before it that may be the image',
    untagged: 'it has no tag and no digest',
};
/** What stands in the place of an image and was not taken, with lines and reasons. Only what is of the wanted repository is shown. */
function notTakenInWords(places, wanted) {
    return listed(places.map((place) => {
        const isOwn = wanted === undefined || (wanted.kind === 'reference' && mayBeOf(place, wanted.reference));
        const shown = isOwn ? shownWord(place.word, place.obstacle) : undefined;
        return `${shown ?? 'an image'} (${retag_words_lineInWords(place)}: ${reasons[place.obstacle]})`;
    }));
}
/** Commands that are known to hold no secret. */
const PLAIN = /^\$\((?:uname|arch|hostname|dpkg|date|git)[\w ./+%-]{0,60}\)$|^`(?:uname|arch|hostname|dpkg|date|git)[\w ./+%-]{0,60}`$/u;
const SIMPLE = /^(?:\$[A-Za-z_]\w*|\$\{[A-Za-z_]\w*\}|\$[a-z]+:\w+|\$[\d@*#]|%\w+%?|![A-Za-z_]\w*!|\{\{[\w .]{0,60}\}\}|#\{[\w .]{0,60}\}|@@?[\w.-]{1,60}@@?|<%?=?[\w .-]{1,60}%?>|[*?[\]{}])$/u;
/** A word with its variables by name, and without what else may stand in them: `app:${VERSION…}`. */
function shownWord({ source, variable }, obstacle) {
    // Where it is not sure that an image stands there, its end may be a secret.
    if (obstacle === 'option' || obstacle === 'behind variable')
        return undefined;
    const reference = variable.includes(true) ? undefined : (0,docker_reference/* tryDockerReference */.t$)(source.text);
    if (reference !== undefined)
        return shownReference(source.text, reference);
    const runs = [];
    for (const [index, character] of source.text.split('').entries()) {
        const isVariable = variable[index] === true;
        const last = runs.at(-1);
        if (last !== undefined && last.variable === isVariable)
            last.text += character;
        else
            runs.push({ text: character, variable: isVariable });
    }
    return runs.map((run) => (run.variable ? shownVariable(run.text) : run.text)).join('');
}
function shownVariable(text) {
    if (SIMPLE.test(text) || PLAIN.test(text))
        return text;
    const [, name] = /^\$\{([A-Za-z_]\w*)/u.exec(text) ?? [];
    if (name !== undefined)
        return `\${${name}…}`;
    return text.startsWith('$(') || text.startsWith('`') ? '$(…)' : '…';
}
/** Where the repository is named, but not as an image; nothing but the line is shown. */
function mentionsInWords(leaves, wanted) {
    const names = [(0,docker_reference/* repositoryOf */._M)(wanted), wanted.host === undefined ? wanted.path : `${wanted.host}/${wanted.path}`];
    const lines = leaves.flatMap((leaf, number) => bytesToText(leaf.bytes)
        .split('\n')
        .flatMap((line, index) => names.some((name) => names.length > 0 && mentions(line, name))
        ? [retag_words_lineInWords({ leaf: { number, label: leaf.label }, line: index + 1 })]
        : []));
    if (lines.length === 0)
        return '';
    return ` Its name followed by a tag or digest also stands at ${listed(lines)}, where no image is known to stand.`;
}
function mentions(line, name) {
    const at = line.indexOf(name);
    return at >= 0 && /^[:@][\w$]/u.test(line.slice(at + name.length)) && !/[\w/.-]/u.test(line.charAt(at - 1));
}
function listed(texts) {
    const more = texts.length - MOST;
    return more > 0 ? `${texts.slice(0, MOST).join(', ')} and ${more} more` : texts.join(', ');
}
const retag_words_lineInWords = ({ leaf, line }) => `${leaf.label === '' ? '' : `${leaf.label}, `}line ${line}`;

;// CONCATENATED MODULE: ./build/src/domain/user-data/retag.js









/** Sets tag and digest of the one image that is meant, at each place where it stands. */
function retagText(bytes, wanted, request) {
    const leaves = leavesOf(bytes, request);
    const readable = leaves.flatMap((leaf, number) => (isReadable(leaf) ? [{ leaf, number }] : []));
    if (readable.length === 0)
        throw new yaml_error/* UserDataError */._(`docker-image cannot be set: ${request.where}.`);
    if (wanted.kind === 'reference' && wanted.reference.tag === undefined && wanted.reference.digest === undefined) {
        throw new yaml_error/* UserDataError */._(`docker-image needs a tag or a digest here: ${request.where}, where an image is found by them.`);
    }
    const places = readable.flatMap(({ leaf, number }) => placesOf(leaf, number));
    const taken = places.filter((place) => place.kind === 'reference');
    const notTaken = places.filter((place) => place.kind === 'not taken');
    const chosen = choose({ taken, notTaken }, wanted, request);
    if (chosen === undefined)
        throw notFound({ taken, notTaken }, wanted, { ...request, leaves });
    return replace(bytes, chosen, { wanted, codec: request });
}
const isReadable = ({ kind }) => kind !== 'binary' && kind !== 'empty';
function placesOf(leaf, number) {
    const language = leaf.kind === 'cloud-config' ? 'yaml' : undefined;
    return imagePlaces(bytesToText(leaf.bytes), language).map((place) => ({
        ...place,
        leaf: { number, label: leaf.label },
    }));
}
/** The places of the one image that is meant; undefined where none is. Throws where several may be. */
function choose({ taken, notTaken }, wanted, { otherRepository }) {
    if (wanted.kind === 'version') {
        if (taken.length === 0)
            return undefined;
        const doubtful = notTaken.filter(({ obstacle }) => obstacle !== 'untagged');
        return onlyOne(taken, doubtful, 'a tag or digest alone is given, and');
    }
    const same = taken.filter(({ reference }) => (0,docker_reference/* sameRepository */.RB)(reference, wanted.reference));
    const doubtful = notTaken.filter((place) => mayBeOf(place, wanted.reference));
    if (same.length > 0)
        return onlyOne(same, doubtful, '');
    if (otherRepository === 'refuse' || taken.length === 0 || doubtful.length > 0)
        return undefined;
    return onlyOne(taken, notTaken, `no image is of ${(0,docker_reference/* repositoryOf */._M)(wanted.reference)}, and`);
}
/** The same image at several places is one. */
function onlyOne(taken, doubtful, why) {
    const images = new Set(taken.map(identity));
    if (images.size === 1 && doubtful.length === 0)
        return taken;
    const reason = why === '' ? '' : `${why} `;
    const [first] = taken;
    const repositories = new Set(taken.map(({ reference }) => (0,docker_reference/* repositoryOf */._M)(reference)));
    const of = first !== undefined && repositories.size === 1 ? ` to ${(0,docker_reference/* repositoryOf */._M)(first.reference)}` : '';
    if (images.size > 1)
        throw new yaml_error/* UserDataError */._(`docker-image cannot be set: ${reason}the user data has ${images.size} different references${of}, and it is not clear which is meant: ${foundInWords(taken)}.`);
    throw new yaml_error/* UserDataError */._(`docker-image cannot be set: ${reason}beside ${foundInWords(taken)} the user data may have the same image where it cannot be changed. Not taken: ${notTakenInWords(doubtful)}.`);
}
const identity = ({ reference }) => JSON.stringify([(0,docker_reference/* repositoryOf */._M)(reference), reference.tag, reference.digest]);
function replace(bytes, chosen, { wanted, codec }) {
    const edits = chosen.flatMap((place) => {
        const after = newText(place, wanted);
        return after === place.text ? [] : [{ place, after }];
    });
    if (edits.length === 0)
        return unchanged(bytes);
    let current = bytes;
    // From the end, so that what stands before an edit keeps its offset.
    for (const { place, after } of edits.toReversed()) {
        const leaf = leavesOf(current, codec)[place.leaf.number];
        if (leaf === undefined)
            throw new Error('A piece of user data is gone after a change in another one.');
        const text = bytesToText(leaf.bytes);
        current = leaf.put(textToBytes(text.slice(0, place.start) + after + text.slice(place.end)));
    }
    const changes = edits.map(({ place, after }) => ({ path: placeInWords(place), before: place.text, after }));
    return { bytes: current, changed: true, changes };
}
function newText({ text, reference }, wanted) {
    if (wanted.kind === 'reference')
        return (0,docker_reference/* sameRepository */.RB)(reference, wanted.reference) ? (0,wanted_image/* retagged */.Qh)(text, wanted.reference) : wanted.text;
    (0,wanted_image/* refuseOwnName */.Q$)(wanted, reference);
    return (0,wanted_image/* retagged */.Qh)(text, wanted);
}
const placeInWords = ({ leaf, line }) => `${leaf.label === '' ? '' : `${leaf.label}, `}line ${line}`;
function notFound({ taken, notTaken }, wanted, { where, leaves }) {
    const images = taken.length === 0 ? 'No other image was recognised either.' : `Images found: ${foundInWords(taken)}.`;
    const others = notTaken.length === 0 ? '' : ` Not taken: ${notTakenInWords(notTaken, wanted)}.`;
    if (wanted.kind === 'version')
        return new yaml_error/* UserDataError */._(`docker-image is a tag or digest alone: ${where}, and holds no image whose repository it could keep.${others}`);
    const repository = (0,docker_reference/* repositoryOf */._M)(wanted.reference);
    const mentions = mentionsInWords(leaves, wanted.reference);
    const hint = taken.length > 0 ? ' Set `allow-other-repository: true` to replace the one image of another repository.' : '';
    return new yaml_error/* UserDataError */._(`docker-image cannot be set: ${where}, and holds no reference to ${repository} with a tag or digest. ${images}${others}${mentions}${hint}`);
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/docker.js










/**
 * Sets the Docker image: the key `source` of Taupage user data; elsewhere the tag and digest of the one image of the same
 * repository, wherever it stands. Throws a `UserDataError` that lists what was found where it cannot be told what is meant.
 */
function patchDockerImage(bytes, request) {
    const wanted = (0,wanted_image/* wantedImage */.xR)(request.dockerImage);
    const leaves = leavesOf(bytes, request);
    const [taupage, ...more] = leaves.filter(({ kind }) => kind === 'taupage');
    if (more.length > 0)
        throw new yaml_error/* UserDataError */._('The user data has several Taupage parts, and it is not clear which is meant.');
    if (taupage !== undefined)
        return setSource(bytes, taupage, { wanted, otherRepository: request.otherRepository });
    return retagText(bytes, wanted, { ...request, where: `the user data ${describe(leaves)}` });
}
function setSource(bytes, leaf, request) {
    const root = readYaml(yamlTextOf(leaf).text, { what: keyName(leaf), keys: 'any' }).document.contents;
    const old = (0,dist/* isMap */.jh)(root) ? root.get('source', true) : undefined;
    if (old !== undefined && !(0,dist/* isScalar */.jn)(old)) {
        throw new yaml_error/* UserDataError */._(`The key source of the user data is not a plain value, so docker-image cannot be set.`);
    }
    const image = newSource(old, request);
    return mergeInto(bytes, leaf, { merge: `source: ${inQuotesLike(old, image)}`, mergeWhat: 'The input docker-image' });
}
/** The new value of `source`. An image of another repository is another program: it must be asked for. */
function newSource(old, { wanted, otherRepository }) {
    const text = typeof old?.value === 'string' ? old.value : '';
    const inUse = (0,docker_reference/* tryDockerReference */.t$)(text);
    if (wanted.kind === 'version') {
        // One word without a tag may be anything, and the change would show it.
        if (inUse === undefined || (text === inUse.path && !text.includes('/')))
            throw new yaml_error/* UserDataError */._('docker-image is a tag or digest alone, but the key source of the user data has no image whose repository it could keep.');
        (0,wanted_image/* refuseOwnName */.Q$)(wanted, inUse);
        return (0,wanted_image/* retagged */.Qh)(text, wanted);
    }
    if (old === undefined || old.value === null || otherRepository === 'allow')
        return wanted.text;
    if (inUse === undefined)
        throw new yaml_error/* UserDataError */._('docker-image cannot be set: the key source of the user data is no image reference, so it cannot be told whether it is of the same repository; set `allow-other-repository: true` to replace it.');
    if ((0,docker_reference/* sameRepository */.RB)(inUse, wanted.reference))
        return wanted.text;
    // Without a tag or digest it might be anything.
    const isShown = inUse.tag !== undefined || inUse.digest !== undefined;
    throw new yaml_error/* UserDataError */._(`docker-image is of the repository ${(0,docker_reference/* repositoryOf */._M)(wanted.reference)}, but the image in use is of ${isShown ? (0,docker_reference/* repositoryOf */._M)(inUse) : 'another one'}; set \`allow-other-repository: true\` if that is meant.`);
}
/** The image in the quotes that stand there; without any, only where YAML reads it as text: `1234:5` is a number. */
function inQuotesLike(old, image) {
    if (old?.type === dist/* Scalar */.X5.QUOTE_SINGLE)
        return `'${image}'`;
    const plain = (0,dist/* parseDocument */.Tp)(image).contents;
    const text = Object.assign(new dist/* Scalar */.X5(image), { type: dist/* Scalar */.X5.QUOTE_DOUBLE });
    const isText = (0,dist/* isScalar */.jn)(plain) && meaningOf(plain) === meaningOf(text);
    return old?.type !== dist/* Scalar */.X5.QUOTE_DOUBLE && isText ? image : quote(image);
}

;// CONCATENATED MODULE: ./build/src/domain/user-data/user-data.js




/** The largest user data of an instance or a launch template, in bytes before base64. */
const userDataLimit = 16_384;
/** The same for launch configurations, whose base64 text may have 21,847 characters. */
const launchConfigurationUserDataLimit = 16_383;
/**
 * Changes user data and leaves every byte that the change does not touch. Throws a `UserDataError`, which holds nothing of
 * the user data but image references, when the change cannot be made safely or the result is too large.
 */
function patchUserData(bytes, request) {
    const { merge, dockerImage, otherRepository = 'refuse', limit = userDataLimit } = request;
    const merged = merge === undefined ? unchanged(bytes) : mergeKeys(bytes, merge, request);
    const patched = dockerImage === undefined
        ? unchanged(merged.bytes)
        : patchDockerImage(merged.bytes, { ...request, dockerImage, otherRepository });
    if (patched.changes.some(({ path }) => merged.changes.some((change) => change.path === path))) {
        throw new yaml_error/* UserDataError */._('The inputs docker-image and user-data set the same key to different values; give one of them.');
    }
    const changes = [...merged.changes, ...patched.changes];
    if (changes.length === 0)
        return unchanged(bytes);
    if (patched.bytes.length > limit) {
        throw new yaml_error/* UserDataError */._(`The user data would have ${patched.bytes.length} bytes; ${limit} are allowed.`);
    }
    return { bytes: patched.bytes, changed: true, changes };
}
/** The bytes of user data as AWS gives it: base64 text, or nothing. */
function decodeUserData(base64) {
    const text = (base64 ?? '').replace(/\s/gu, '');
    if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/u.test(text)) {
        throw new yaml_error/* UserDataError */._('The user data is not base64 text.');
    }
    return new Uint8Array(Buffer.from(text, 'base64'));
}
/** The base64 text that AWS takes. */
function encodeUserData(bytes) {
    return Buffer.from(bytes).toString('base64');
}

;// CONCATENATED MODULE: ./build/src/modes/patch-changes.js














/** Finds out what differs from the wish, and checks every bit of it; changes nothing. */
async function requestedChanges(run, specs, wish) {
    const problems = [];
    const problem = (spec, text) => void problems.push(`${spec.groups.join(', ')}: ${spec.label}: ${text}`);
    const types = await knownTypes(run, specs, wish);
    const typesOf = (spec) => [...new Set(typeNames(spec, wish))].flatMap((name) => types.get(name) ?? []);
    if (wish.instanceType !== undefined && !types.has(wish.instanceType))
        problems.push(`the instance type ${wish.instanceType} does not exist in ${run.connection.region}`);
    const chosen = await imagesFor(run, specs, wish, {
        typesOf,
        // The launch that results: what overrides and templates say of types by requirements as well.
        unfit: (spec, image, choice) => [
            ...(0,fit/* incompatibilities */.sG)(image, {
                data: { ...spec.data, BlockDeviceMappings: (0,launch_data/* devicesFor */.XA)(spec.data, image.rootDevice) },
                types: typesOf(spec),
                now: run.clock.now() / 1000,
                choice,
            }),
            ...spec.requirements.flatMap((requirements) => (0,launch_shape/* shapeMisfits */.z7)(image, { requirements }, types)),
        ],
    });
    const userData = userDataFor(specs, wish, problem);
    for (const spec of specs) {
        const obstacle = wish.instanceType === undefined ? undefined : obstacleToType(spec);
        if (obstacle !== undefined)
            problem(spec, obstacle);
    }
    const patches = specs.flatMap((spec) => {
        const changes = changesFor(spec, {
            image: chosen.bySite.get(spec.key),
            instanceType: spec.location.kind === 'override' ? undefined : wish.instanceType,
            userData: userData.get(spec.key)?.text,
        });
        return (0,launch_data/* changesNothing */.TY)(changes) ? [] : [{ spec, changes, userData: userData.get(spec.key)?.changes ?? [] }];
    });
    return {
        patches,
        images: chosen.bySite,
        notes: [...chosen.notes, ...notesOf(specs, wish, userData)],
        warnings: chosen.warnings,
        problems: [...new Set([...problems, ...chosen.problems])],
    };
}
function changesFor({ data }, { image, instanceType, userData }) {
    const changes = (0,launch_data/* differing */.R1)(data, { ImageId: image?.after.id, InstanceType: instanceType, UserData: userData });
    if (changes.ImageId === undefined)
        return changes;
    const devices = (0,launch_data/* devicesFor */.XA)(data, image?.after.rootDevice);
    const same = devices === undefined || (0,launch_data/* sameData */.n6)(devices, data.BlockDeviceMappings ?? []);
    return same ? changes : { ...changes, BlockDeviceMappings: devices };
}
/** With the types that stand there by name in requirements. */
const describedNames = (spec, wish) => [
    ...typeNames(spec, wish),
    ...spec.requirements.flatMap((requirements) => (0,launch_shape/* namedTypes */.J3)({ requirements })),
];
const typeNames = (spec, { instanceType }) => instanceType !== undefined && spec.ownType ? [instanceType] : spec.types;
async function knownTypes({ connection }, specs, wish) {
    const names = specs.flatMap((spec) => describedNames(spec, wish));
    const runRequest = wish.instanceType === undefined ? names : [...names, wish.instanceType];
    // Without an image or a type to check there is nothing to ask.
    return wish.image === undefined && wish.instanceType === undefined ? new Map() : (0,instance_types/* instanceTypes */.o)(connection, runRequest);
}
function obstacleToType(spec) {
    if (spec.location.kind === 'override')
        return undefined;
    if (!spec.ownType)
        return 'the overrides of its mixed instances policy name the types, so `instance-type` would change nothing';
    return spec.data.InstanceRequirements === undefined
        ? undefined
        : 'it describes its types by `InstanceRequirements`, which `instance-type` cannot stand beside';
}
async function imagesFor({ connection, clock }, specs, { image, instanceType, pinned }, checks) {
    if (image !== undefined)
        return await chooseImages(connection, {
            specs,
            requests: image.images,
            ...(pinned && { pinned }),
            owners: image.imageOwners,
            aliases: image.replaceSsmAlias ? 'replace' : 'keep',
            ...checks,
            changesType: (spec) => changesType(spec, instanceType),
            now: clock.now() / 1000,
        });
    if (instanceType === undefined)
        return { bySite: new Map(), warnings: [], notes: [], problems: [] };
    // The image stays: it must be able to run on the new type.
    const images = new images_images/* ImageReader */.D(connection);
    const changing = specs.filter((spec) => changesType(spec, instanceType));
    const values = await (0,image_parameters/* parameterValues */.o)(connection, changing.flatMap(({ data }) => (0,image_request/* parameterOf */.l)(data.ImageId ?? '') ?? [])); // prettier-ignore
    const idOf = ({ data: { ImageId = '' } }) => {
        const image = (0,launch_sources/* sourceImage */.$x)(ImageId, values);
        return (image.kind === 'parameter' || image.kind === 'image' ? image.id : undefined) ?? '';
    };
    await images.learn(changing.map(idOf).filter((id) => id !== ''));
    const problems = changing.flatMap((spec) => {
        const inUse = images.of(idOf(spec));
        const found = inUse === undefined ? [] : checks.unfit(spec, inUse, 'in use');
        return found.map((text) => `${spec.groups.join(', ')}: ${spec.label}: ${text}`);
    });
    return { bySite: new Map(), warnings: [], notes: [], problems };
}
/** Whether a site will launch another type than today; what overrides name is not changed. */
const changesType = ({ data, location, ownType }, wanted) => wanted !== undefined && ownType && location.kind !== 'override' && data.InstanceType !== wanted;
/** Bytes; user data that unpacks to more is a trap. */
const MOST_UNPACKED = 1_048_576;
/** A tag or digest alone leaves open which image is meant: the one that was found is named. */
function notesOf(specs, { userData }, patched) {
    const { dockerImage } = userData ?? {};
    if (dockerImage === undefined || (0,wanted_image/* tryWantedImage */.CV)(dockerImage)?.kind !== 'version')
        return [];
    return specs.flatMap((spec) => {
        const images = (patched.get(spec.key)?.changes ?? []).flatMap(({ before, after }) => before !== undefined && after !== undefined && (0,docker_reference/* tryDockerReference */.t$)(after) ? [after] : []);
        return [...new Set(images)].map((image) => `${spec.label}: docker-image is a tag or digest alone, so the repository stays: ${image}`);
    });
}
/** The new user data, by site; missing where it stays byte for byte. */
function userDataFor(specs, { userData, migrateToLaunchTemplate }, problem) {
    const patched = new Map();
    const { dockerImage, allowOtherRepository = false, userData: merge } = userData ?? {};
    if (dockerImage === undefined && merge === undefined)
        return patched;
    for (const spec of specs) {
        if (spec.location.kind === 'override')
            continue;
        const short = spec.location.kind === 'configuration' && !migrateToLaunchTemplate;
        try {
            const { bytes, changed, changes } = patchUserData(decodeUserData(spec.data.UserData), {
                ...(dockerImage !== undefined && { dockerImage }),
                otherRepository: allowOtherRepository ? 'allow' : 'refuse',
                ...(merge !== undefined && { merge }),
                limit: short ? launchConfigurationUserDataLimit : userDataLimit,
                gunzip: (packed) => new Uint8Array((0,external_node_zlib_.gunzipSync)(packed, { maxOutputLength: MOST_UNPACKED })),
                gzip: (plain) => new Uint8Array((0,external_node_zlib_.gzipSync)(plain)),
            });
            if (changed)
                patched.set(spec.key, { text: encodeUserData(bytes), changes });
        }
        catch (error) {
            if (!(error instanceof yaml_error/* UserDataError */._))
                throw error;
            problem(spec, error.message.replace(/\.$/, ''));
        }
    }
    return patched;
}


/***/ })

};
