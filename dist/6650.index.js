export const id = 6650;
export const ids = [6650,2992];
export const modules = {

/***/ 72992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sha256: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** The SHA-256 of a text in UTF-8, or of bytes, in hex digits. */
const sha256 = (data) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(data).digest('hex');


/***/ }),

/***/ 12749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   R1: () => (/* binding */ differing),
/* harmony export */   TY: () => (/* binding */ changesNothing),
/* harmony export */   XA: () => (/* binding */ devicesFor),
/* harmony export */   n6: () => (/* binding */ sameData),
/* harmony export */   wD: () => (/* binding */ namesSnapshots)
/* harmony export */ });
/** What of the wanted fields differs from what is there. */
function differing(data, wanted) {
    const fields = Object.entries(wanted);
    return Object.fromEntries(fields.filter(([name, value]) => value !== undefined && value !== data[name]));
}
const changesNothing = (changes) => Object.keys(changes).length === 0;
/**
 * The devices as they must be sent for a new image, undefined where none are given. The snapshot of the root device
 * belongs to the old image: EC2 takes the new image's own.
 */
function devicesFor(data, rootDevice) {
    return data.BlockDeviceMappings?.map((device) => {
        if (device.DeviceName !== rootDevice || device.Ebs?.SnapshotId === undefined)
            return device;
        const { SnapshotId: _, ...ebs } = device.Ebs;
        return { ...device, Ebs: ebs };
    });
}
/** EC2 forgets the snapshots of a version's devices in the next one, unless they are sent again. */
const namesSnapshots = ({ BlockDeviceMappings }) => (BlockDeviceMappings ?? []).some(({ Ebs }) => Ebs?.SnapshotId !== undefined);
/** Whether two pieces of data mean the same: order of keys and fields without a value aside. */
const sameData = (one, other) => canonical(one) === canonical(other);
/** One text per meaning. */
function canonical(value) {
    return JSON.stringify(value, (_, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
        : inner);
}


/***/ }),

/***/ 74785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ PLAN_SCHEMA_VERSION)
/* harmony export */ });
/** Version of the file's shape: raised when a reader of the old shape would go wrong. */
const PLAN_SCHEMA_VERSION = 1;


/***/ }),

/***/ 50543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E3: () => (/* binding */ plannedInputs),
/* harmony export */   __: () => (/* binding */ inputUnderPlan),
/* harmony export */   vM: () => (/* binding */ contradictions)
/* harmony export */ });
/* harmony import */ var _declared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70417);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83468);
/** Which inputs are part of a plan, and how those of a run that carries it out may differ from it. */


/** They concern the run that is given them, and no plan: it does the same with any of them. */
const OF_THE_RUN = new Set([
    'mode',
    'role-session-name',
    'role-duration-seconds',
    'audience',
    'allowed-account-ids',
    'break-glass',
    'dry-run',
    'plan-file',
    'apply',
    'plan-digest',
    'github-token',
    'tracking-issue',
    'pull-request-comment',
    'deployment',
    'report-html',
]);
/** So does where its record goes, and which teams are told; tokens and addresses of webhooks are secrets besides. */
const isOfTheRun = (name) => OF_THE_RUN.has(name) || /^(audit|notify)-/.test(name);
/** They may hold secrets, so that a plan holds only their digest, and a run that carries it out must be given them anew. */
const HASHED = new Set(['user-data']);
/** The inputs of a dry run as its plan holds them; `digestOf` gives the SHA-256 of a text. */
function plannedInputs(read, digestOf) {
    const given = Object.entries((0,_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .givenInputs */ .PC)(read)).filter(([name]) => !isOfTheRun(name));
    const [hashed, plain] = [true, false].map((isHashed) => given.filter(([name]) => HASHED.has(name) === isHashed)); // prettier-ignore
    return {
        inputs: Object.fromEntries(plain ?? []),
        hashedInputs: Object.fromEntries((hashed ?? []).map(([name, text]) => [name, digestOf(text)])),
    };
}
/** The text of an input in a run that carries a plan out. */
function inputUnderPlan({ mode, inputs }, read) {
    return (name) => {
        if (name === 'mode')
            return mode;
        if (isOfTheRun(name) || HASHED.has(name))
            return read(name);
        return Object.hasOwn(inputs, name) ? (inputs[name] ?? '') : '';
    };
}
/**
 * Every input that says something else than the plan; a sentence each. One at its default counts as not given, and a list may
 * have its entries on lines or between commas.
 */
function contradictions({ mode, inputs, hashedInputs }, read, digestOf) {
    const planned = { ...inputs, mode };
    return Object.entries((0,_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .givenInputs */ .PC)(read))
        .flatMap(([name, text]) => {
        if (HASHED.has(name))
            return []; // below
        if (name !== 'mode' && isOfTheRun(name))
            return [];
        const own = Object.hasOwn(planned, name) ? planned[name] : undefined;
        if (own !== undefined && asOneForm(own) === asOneForm(text))
            return [];
        return [`\`${name}\` is ${(0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)([text])}, and the plan ${inPlan(name, own)}`];
    })
        .concat(hashedProblems(hashedInputs, read, digestOf));
}
function inPlan(name, own) {
    if (own !== undefined)
        return `was made with ${(0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)([own])}`;
    const usual = _declared_js__WEBPACK_IMPORTED_MODULE_0__/* .declaredInputs */ .WB[name];
    return usual === undefined ? 'was made without it' : `was made with ${(0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)([usual])}`;
}
function hashedProblems(planned, read, digestOf) {
    return [...HASHED].flatMap((name) => {
        const text = read(name).trim();
        const digest = Object.hasOwn(planned, name) ? planned[name] : undefined;
        if (text === '' && digest === undefined)
            return [];
        if (text === '')
            return [`\`${name}\` must be given again: the plan holds nothing of it but its digest`];
        if (digest === undefined)
            return [`\`${name}\` is given, and the plan was made without it`];
        return digestOf(text) === digest ? [] : [`\`${name}\` is another one than the plan was made with`];
    });
}
const asOneForm = (text) => text
    .split(/[\n,]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => (/^(true|false)$/i.test(entry) ? entry.toLowerCase() : entry))
    .join('\n');


/***/ }),

/***/ 64815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ ACTION_VERSION)
/* harmony export */ });
/** The version of the action, as package.json has it; a test holds it to that. */
const ACTION_VERSION = '1.0.0';


/***/ }),

/***/ 76650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planWriter: () => (/* binding */ planWriter)
/* harmony export */ });
/* harmony import */ var _domain_patch_launch_data_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12749);
/* harmony import */ var _domain_plan_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74785);
/* harmony import */ var _inputs_plan_planned_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50543);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2240);
/* harmony import */ var _aws_client_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72992);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64815);
/** A dry run that writes a plan. */






/** Collects what a dry run sees, and makes the plan of it at the end. */
function planWriter() {
    let seen = new Map();
    let bastion;
    return {
        task: {
            kind: 'write',
            groups: (groups) => {
                seen = groups;
            },
            bastion: (facts) => {
                bastion = facts;
            },
        },
        write: (header, result) => {
            const { inputs, hashedInputs } = (0,_inputs_plan_planned_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .plannedInputs */ .E3)(header.input, _aws_client_sha256_js__WEBPACK_IMPORTED_MODULE_1__.sha256);
            const { mode, catalogue = null, now, expiresSeconds, account, region, role, run } = header;
            const asked = {
                mode,
                inputs: { ...inputs, 'aws-region': region },
                hashedInputs,
                catalogue,
            };
            const parts = plannedParts(result, { seen, bastion, asked });
            if (parts === undefined)
                return undefined;
            const rest = {
                schemaVersion: _domain_plan_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAN_SCHEMA_VERSION */ .j,
                actionVersion: _version_js__WEBPACK_IMPORTED_MODULE_3__/* .ACTION_VERSION */ .Y,
                createdAt: (0,_text_time_js__WEBPACK_IMPORTED_MODULE_4__/* .isoTime */ .L)(now),
                expiresAt: new Date(Math.round((now + expiresSeconds) * 1000)).toISOString(),
                account,
                region,
                role,
                run,
                ...asked,
                ...parts,
            };
            const id = (0,_aws_client_sha256_js__WEBPACK_IMPORTED_MODULE_1__.sha256)((0,_domain_patch_launch_data_js__WEBPACK_IMPORTED_MODULE_5__/* .canonical */ .$N)(rest)).slice(0, 16);
            const { schemaVersion, ...more } = rest;
            const plan = { schemaVersion, id, ...more };
            const text = `${JSON.stringify(plan, undefined, 2)}\n`;
            return { id, text, digest: (0,_aws_client_sha256_js__WEBPACK_IMPORTED_MODULE_1__.sha256)(text), expiresAt: plan.expiresAt };
        },
    };
}
function plannedParts(result, { seen, bastion, asked }) {
    if (result.kind === 'bastion')
        return bastion === undefined || result.bastion.failure !== undefined
            ? undefined
            : { groups: [], bastion: plannedBastion(bastion, result.bastion, asked) };
    if (result.kind !== 'groups' || result.groups.length === 0 || !result.groups.every(isPlanned))
        return undefined;
    const groups = result.groups.flatMap((group) => {
        const now = seen.get(group.group);
        return now === undefined ? [] : [plannedGroup(now, group, asked)];
    });
    return groups.length === result.groups.length ? { groups, bastion: null } : undefined;
}
/** `dark`, `gated` and others that a dry run would leave are planned as well; one that would fail is not. */
const isPlanned = ({ status, failure }) => failure === undefined && (status === 'planned' || status === 'current' || status === 'waiting');
function plannedGroup({ facts, becomes = [] }, result, asked) {
    return {
        group: result.group,
        fingerprint: (0,_aws_client_sha256_js__WEBPACK_IMPORTED_MODULE_1__.sha256)((0,_domain_patch_launch_data_js__WEBPACK_IMPORTED_MODULE_5__/* .canonical */ .$N)({ now: facts, becomes, asked })),
        now: facts,
        becomes,
        steps: stepsOf(result),
        userData: (result.patch?.specs ?? []).flatMap(({ userData }) => userData).map(changeOf),
    };
}
const plannedBastion = (facts, result, asked) => ({
    ...facts,
    fingerprint: (0,_aws_client_sha256_js__WEBPACK_IMPORTED_MODULE_1__.sha256)((0,_domain_patch_launch_data_js__WEBPACK_IMPORTED_MODULE_5__/* .canonical */ .$N)({ facts, asked })),
    steps: stepsOf(result),
    userDataChanges: result.userData.map(changeOf),
});
const stepsOf = ({ steps }) => steps.map(({ action, detail, reason }) => ({ action, detail, reason }));
const changeOf = ({ path, before, after, }) => ({ path, before: before ?? null, after: after ?? null });


/***/ })

};
