export const id = 3423;
export const ids = [3423];
export const modules = {

/***/ 49314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ momentOf),
/* harmony export */   ln: () => (/* binding */ momentInWords),
/* harmony export */   v_: () => (/* binding */ dayInWords)
/* harmony export */ });
/** Moments as a catalogue writes them. */
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2}))?$/;
const DAY_MILLISECONDS = 86_400_000;
/**
 * Seconds since the Unix epoch; undefined for a text that is none, or a day or time that does not exist. A date alone is a day in
 * UTC: `from` gives its first millisecond and `until` its last, so that an end is always inclusive.
 */
function momentOf(text, boundary) {
    const [, year = '', month = '', day = '', hour, minute = '', second = '00', zone = ''] = MOMENT.exec(text) ?? [];
    const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
    // Date.UTC makes the 30th of February a day in March.
    if (year === '' || new Date(midnight).toISOString().slice(0, 10) !== `${year}-${month}-${day}`)
        return undefined;
    if (hour === undefined)
        return (boundary === 'from' ? midnight : midnight + DAY_MILLISECONDS - 1) / 1000;
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
        return undefined;
    const milliseconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
    return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}
/** `2026-12-18 09:30 UTC` */
function momentInWords(seconds) {
    return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
/** The day on which the moment lies, in UTC: `2026-12-18`. */
const dayInWords = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);


/***/ }),

/***/ 77201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ isZone),
/* harmony export */   K2: () => (/* binding */ cronProblem),
/* harmony export */   MF: () => (/* binding */ windowAt)
/* harmony export */ });
/* harmony import */ var croner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55814);
/** Windows in which changes may begin. Their cron expressions and time zones are read by croner. */

/** Reads a cron expression of five fields; throws where it is none. Two that say the same share one. */
function cronOf({ cron, zone }) {
    const key = `${zone} ${cron}`;
    const known = read.get(key);
    if (known !== undefined)
        return known;
    const made = new croner__WEBPACK_IMPORTED_MODULE_0__/* .Cron */ .l4(cron, { timezone: zone, mode: '5-part' });
    read.set(key, made);
    return made;
}
const read = new Map();
/** What is wrong with a cron expression, as the end of a sentence; undefined where it opens at some time after `now`. */
function cronProblem(cron, now) {
    try {
        return cronOf({ cron, zone: 'UTC' }).nextRun(new Date(now * 1000)) === null ? 'never falls due' : undefined;
    }
    catch (error) {
        return `is no cron expression of five fields (${error instanceof Error ? error.message : String(error)})`;
    }
}
/** Whether the machine knows a time zone of that IANA name. */
function isZone(name) {
    try {
        return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    }
    catch {
        return false;
    }
}
/**
 * Whether the window is open: from the moment at which it opens, so many minutes long, without its last moment. A time that
 * the change to summer time leaves out opens it an hour later by the clock, and one that is there twice opens it once.
 */
function windowAt(window, now) {
    const opened = openedAt(window, now);
    if (opened !== undefined)
        return { state: 'open', until: opened + window.minutes * 60 };
    return { state: 'closed', opensAt: opensAfter(window, now) };
}
/** How far back runs are looked for, in seconds: the last one is mostly near, and a window may open every minute. */
const SPANS = [900, 7200, 86_400, Infinity];
/**
 * The last run from which the window is still open. It is looked for forward, from so long before: backward croner fails in
 * some months, and leaves out a run that begins exactly then.
 */
function openedAt(window, now) {
    const length = window.minutes * 60;
    for (const span of SPANS) {
        const from = now - Math.min(span, length);
        const last = runsBetween(window, from, now).at(-1);
        if (last !== undefined)
            return last;
        if (span >= length)
            return undefined;
    }
    return undefined;
}
/** The first run after a moment; undefined where there is none. */
function opensAfter(window, now) {
    const cron = cronOf(window);
    const runs = startsAround(window, now).map((from) => cron.nextRuns(3, new Date(from * 1000)).map(secondsOf));
    const coming = runs.flat().filter((run) => run > now);
    return coming.length === 0 ? undefined : Math.min(...coming);
}
/** The runs after `from`, up to `to`, in their order. */
function runsBetween(window, from, to) {
    const cron = cronOf(window);
    const runs = new Set();
    for (const start of startsAround(window, from, to)) {
        let at = start;
        for (let run = cron.nextRun(new Date(at * 1000)); run !== null; run = cron.nextRun(run)) {
            // One that is not later would be found for ever.
            if (secondsOf(run) <= at || secondsOf(run) > to)
                break;
            at = secondsOf(run);
            if (at > from)
                runs.add(at);
        }
    }
    return [...runs].toSorted((one, other) => one - other);
}
const secondsOf = (date) => date.getTime() / 1000;
/**
 * From where runs are looked for: around a change of the clock croner leaves out runs, or gives some that are over, but from a
 * little earlier it finds them.
 */
function startsAround({ zone }, from, to = from) {
    return isNearChange(zone, from, to) ? [0, 1, 2, 3, 4, 5, 6, 7, 8].map((quarters) => from - quarters * 900) : [from];
}
const clocks = new Map();
/** Whether the clock of the zone changes in this time, or in the three hours before or after. */
function isNearChange(zone, from, to) {
    const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    clocks.set(zone, clock);
    const shown = (at) => Date.parse(`${clock.format(at * 1000).replace(' ', 'T')}Z`) / 1000;
    return shown(to + 10_800) - shown(from - 10_800) !== to - from + 21_600;
}


/***/ }),

/***/ 23423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readCatalogue: () => (/* binding */ readCatalogue)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/src/inputs/catalogue/located.js
/** A YAML text with the place of every value, so that what is wrong with a value can be told with its line and column. */

/** Reads YAML 1.2, of one document whose keys are unique. */
function locatedYaml(text) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, strict: true });
    const at = (offset, what) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(1, line), column: Math.max(1, col), what };
    };
    const problems = [...document.errors, ...document.warnings].map(({ message, pos: [start] }) => at(start, `it is not valid YAML: ${withoutStop(message)}`));
    const problemAt = (path, what, part = 'value') => at(offsetOf(document, path, part), what);
    if (problems.length > 0)
        return { value: undefined, problems, problemAt };
    try {
        return { value: document.toJS(), problems, problemAt };
    }
    catch (error) {
        // Aliases that multiply, or that mean nothing.
        const message = error instanceof Error ? error.message : String(error);
        return { value: undefined, problems: [at(0, `it is not valid YAML: ${withoutStop(message)}`)], problemAt };
    }
}
const withoutStop = (message) => (message.split('\n')[0] ?? '').replace(/[.:]$/, '');
/** Where in the text a value, or the key that leads to it, begins. */
function offsetOf(document, path, part) {
    let node = document.contents;
    let [offset, key] = [startOf(node) ?? 0, 0];
    for (const step of path) {
        const resolved = (0,dist/* isAlias */.Vj)(node) ? node.resolve(document) : node;
        if ((0,dist/* isMap */.jh)(resolved)) {
            const pair = resolved.items.find((item) => String((0,dist/* isScalar */.jn)(item.key) ? item.key.value : item.key) === String(step));
            if (pair === undefined)
                return offset;
            key = startOf(pair.key) ?? offset;
            node = pair.value;
            // A key without a value has no place of its own.
            offset = startOf(node) ?? key;
        }
        else if ((0,dist/* isSeq */.oP)(resolved)) {
            node = resolved.items[Number(step)];
            offset = startOf(node) ?? offset;
            key = offset;
        }
        else
            return offset;
    }
    return part === 'key' ? key : offset;
}
const startOf = (node) => ((0,dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined);

// EXTERNAL MODULE: ./build/src/domain/catalogue/moment.js
var catalogue_moment = __webpack_require__(49314);
// EXTERNAL MODULE: ./build/src/domain/catalogue/windows.js
var windows = __webpack_require__(77201);
// EXTERNAL MODULE: ./build/src/domain/traffic/shares.js
var shares = __webpack_require__(88330);
// EXTERNAL MODULE: ./build/src/inputs/parse.js
var parse = __webpack_require__(83468);
// EXTERNAL MODULE: ./build/src/inputs/role.js
var inputs_role = __webpack_require__(55159);
;// CONCATENATED MODULE: ./build/src/inputs/catalogue/file.js
/** A catalogue as its schema lets it be written. */
/** Every place of rules in a file, with the keys that lead to it. */
function rulesIn(file) {
    const at = (path, rules) => (rules === undefined ? [] : [{ path, rules }]);
    return [
        ...at(['defaults'], file.defaults),
        ...Object.entries(file.environments).flatMap(([name, { rules }]) => at(['environments', name, 'rules'], rules)),
        ...Object.entries(file.services).flatMap(([name, service]) => [
            ...at(['services', name, 'rules'], service.rules),
            ...Object.entries(service.in).flatMap(([where, { rules }]) => at(['services', name, 'in', where, 'rules'], rules)),
        ]),
    ];
}
/** Every lock in a file, with the keys that lead to it. */
function locksIn(file) {
    const at = (path, lock) => (lock === undefined ? [] : [{ path, lock }]);
    return [
        ...Object.entries(file.environments).flatMap(([name, { lock }]) => at(['environments', name, 'lock'], lock)),
        ...Object.entries(file.services).flatMap(([name, service]) => [
            ...at(['services', name, 'lock'], service.lock),
            ...Object.entries(service.in).flatMap(([where, { lock }]) => at(['services', name, 'in', where, 'lock'], lock)),
        ]),
    ];
}

// EXTERNAL MODULE: ./node_modules/ajv/dist/2020.js
var _2020 = __webpack_require__(52210);
;// CONCATENATED MODULE: ./build/src/domain/catalogue/catalogue.js
/** The rules from which a waiver may except. */
const waivableRules = ['max-days-behind', 'max-image-age-days', 'window', 'images', 'min-size'];

// EXTERNAL MODULE: ./build/src/inputs/modes.js
var modes = __webpack_require__(81975);
;// CONCATENATED MODULE: ./build/src/inputs/catalogue/schema.js
/**
 * The JSON schema of a catalogue (draft 2020-12), published as docs/catalogue.schema.json for editors. Where a text must follow
 * a pattern, its `description` ends the sentence `it must be ...`.
 */


/** The modes that a catalogue can name. */
const catalogueModes = Object.keys(modes/* modes */.nI).filter((mode) => mode !== 'catalogue');
const object = (properties, more = {}) => ({
    type: 'object',
    additionalProperties: false,
    ...more,
    properties,
});
const named = (values, more = {}) => ({
    type: 'object',
    ...more,
    propertyNames: { $ref: '#/$defs/name' },
    additionalProperties: values,
});
const ref = (name, description) => ({
    $ref: `#/$defs/${name}`,
    ...(description !== undefined && { description }),
});
const days = (description) => ({ type: 'integer', minimum: 0, maximum: 36_500, description });
const SELECTORS = ['groups', 'stacks', 'tags', 'bastion', 'traffic'];
const schema_text = (description) => ({ type: 'string', minLength: 1, description });
/** Of version 1. */
const catalogueSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:fleet-patch:catalogue:1',
    title: 'Fleet Patch catalogue',
    description: 'What may be changed, by whom, when, and to what. Nothing that is not in here is changed.',
    ...object({
        $schema: { type: 'string', description: 'for editors; it means nothing' },
        version: { const: 1, description: '1, the version of this format' },
        defaults: ref('rules', 'rules that hold wherever no environment and no service states them'),
        teams: named(object({
            github: {
                type: 'string',
                pattern: '^@?[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9._-]+)?$',
                description: 'a user or `org/team` of GitHub',
            },
            slack: { type: 'string', minLength: 1, description: 'a channel' },
            sns: { type: 'string', pattern: '^arn:aws[a-z-]*:sns:', description: 'the ARN of an SNS topic' },
            email: {
                type: 'string',
                pattern: '^[^@\\s]+@[^@\\s]+$',
                description: 'an address such as `ops@example.org`',
            },
        })),
        environments: named(object({
            account: {
                type: 'string',
                pattern: '^[0-9]{12}$',
                description: 'an account id of 12 digits in quotes, since it may begin with 0',
            },
            regions: {
                type: 'array',
                minItems: 1,
                uniqueItems: true,
                items: {
                    type: 'string',
                    pattern: '^[a-z]{2,6}(-[a-z]+)+-[0-9]{1,2}$',
                    description: 'a region such as `eu-central-1`',
                },
                description: 'the regions in which it has groups',
            },
            role: {
                type: 'string',
                pattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$',
                description: 'the ARN of the IAM role that runs assume here',
            },
            'github-environment': {
                type: 'string',
                minLength: 1,
                description: 'the environment of GitHub whose reviewers approve',
            },
            workflow: {
                type: 'string',
                pattern: '^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+/[.]github/workflows/[A-Za-z0-9_.-]+[.]ya?ml@(refs/(heads|tags)/[^*?]|[0-9a-f]{40}$)',
                description: 'the reviewed workflow that alone may assume the role, `owner/repository/.github/workflows/file.yml@refs/tags/v1*`',
            },
            protected: {
                type: 'array',
                uniqueItems: true,
                items: ref('mode'),
                description: 'modes that are never allowed here',
            },
            lock: ref('lock'),
            owner: ref('name', 'a team'),
            rules: ref('rules', 'a ceiling: no service of the environment can widen what they say'),
        }, { required: ['account', 'regions'] }), { minProperties: 1 }),
        services: named(object({
            owner: ref('name', 'a team'),
            description: { type: 'string' },
            lock: ref('lock'),
            rules: ref('rules'),
            in: named(object({
                groups: ref('lines', 'names of Auto Scaling groups; `*` and `?` are wildcards'),
                stacks: ref('stacks'),
                tags: ref('tags'),
                bastion: { type: 'string', minLength: 1, description: 'the `Name` tag or the id of an instance' },
                traffic: ref('traffic'),
                after: ref('name', 'an environment that must run the same image for `bake-days` first'),
                lock: ref('lock'),
                rules: ref('rules'),
            }, 
            // Strict mode wants a required key declared where it is required.
            { anyOf: SELECTORS.map((name) => ({ required: [name], properties: { [name]: true } })) }), { minProperties: 1, description: 'by environment' }),
        }, { required: ['owner', 'in'] }), { minProperties: 1 }),
        freezes: {
            type: 'array',
            items: object({
                name: { type: 'string', minLength: 1 },
                from: ref('moment'),
                until: ref('moment', 'the last day or moment'),
                environments: ref('names', 'without it all'),
                services: ref('names', 'without it all'),
                allows: {
                    type: 'array',
                    uniqueItems: true,
                    items: ref('mode'),
                    description: 'modes that stay allowed; `images`, `restore` and `rollback` always are',
                },
            }, { required: ['name', 'from', 'until'] }),
        },
        waivers: {
            type: 'array',
            items: object({
                service: ref('name'),
                environment: ref('name', 'without it all of the service'),
                rule: { enum: waivableRules, description: 'without it all of these' },
                reason: { type: 'string', minLength: 10 },
                by: { type: 'string', minLength: 1 },
                until: {
                    type: 'string',
                    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
                    description: 'its last day, in UTC, such as `2026-12-31`',
                },
            }, { required: ['service', 'reason', 'by', 'until'] }),
        },
    }, { required: ['version', 'environments', 'services'] }),
    $defs: {
        name: {
            type: 'string',
            pattern: '^[a-z0-9][a-z0-9._-]{0,62}$',
            description: 'a name of at most 63 small letters, digits and `._-`, which begins with a letter or digit',
        },
        names: { type: 'array', minItems: 1, uniqueItems: true, items: ref('name') },
        lines: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', minLength: 1 } },
        stacks: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            items: {
                type: 'string',
                pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,126}( [a-zA-Z0-9]+)?$',
                description: 'a stack as `name version`, or a `name` alone for all its versions',
            },
            description: 'stacks of Senza',
        },
        tags: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            items: { type: 'string', pattern: '^[^=]+=', description: 'a tag as `Key=Value`' },
            description: 'tags that a group must have, all of them',
        },
        moment: {
            type: 'string',
            pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?$',
            description: 'a day in UTC such as `2026-12-18`, or a moment with its zone such as `2026-12-18T18:00+01:00`',
        },
        mode: { enum: catalogueModes, description: 'a mode of the action' },
        amount: {
            description: 'a whole number of instances such as 2, or a percentage such as `25%`',
            oneOf: [
                { type: 'integer', minimum: 0 },
                { type: 'string', pattern: '^[0-9]{1,3}%$' },
            ],
        },
        traffic: object({
            blue: schema_text('the name of the one group'),
            green: schema_text('the name of the other group'),
            stack: {
                type: 'string',
                pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,126}$',
                description: 'a stack of Senza by its name, in place of `blue` and `green`',
            },
            versions: {
                type: 'array',
                minItems: 2,
                maxItems: 2,
                uniqueItems: true,
                items: { type: 'string', pattern: '^[a-zA-Z0-9]+$', description: 'a version, letters and digits' },
                description: 'its two versions, blue and green',
            },
            by: { enum: ['alb', 'nlb', 'route53', 'classic'], description: 'without it the one that fits' },
            'listener-rules': {
                type: 'array',
                minItems: 1,
                uniqueItems: true,
                items: {
                    type: 'string',
                    pattern: '^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener(-rule)?/(app|net)/',
                    description: 'the ARN of a rule or listener',
                },
                description: 'without it all that forward to either group',
            },
            record: schema_text('the name of weighted records in Route 53'),
            'hosted-zone': schema_text('the name or id of their zone'),
            'blue-identifier': schema_text('the identifier of the record of `blue`'),
            'green-identifier': schema_text('the identifier of the record of `green`'),
            steps: {
                type: 'array',
                minItems: 1,
                uniqueItems: true,
                items: { type: 'number', minimum: 0, maximum: 100, description: 'a percent from 0 to 100' },
                description: 'shares at which a shift holds, ascending',
            },
            keep: { type: 'number', minimum: 0, maximum: 43_200, description: 'minutes for which the old side is kept' },
            afterwards: { enum: ['zero', 'keep'], description: 'what becomes of the old side then' },
        }, {
            description: 'two groups of the service between which traffic is shifted',
            anyOf: [
                { required: ['blue', 'green'], properties: { blue: true, green: true } },
                { required: ['stack', 'versions'], properties: { stack: true, versions: true } },
            ],
        }),
        lock: object({
            reason: { type: 'string', minLength: 3 },
            by: { type: 'string', minLength: 1 },
            until: ref('moment', 'its last day or moment'),
        }, { required: ['reason', 'by'] }),
        rules: object({
            modes: { type: 'array', uniqueItems: true, items: ref('mode'), description: 'modes that are allowed' },
            refs: ref('lines', 'git refs from which a change may come, such as `refs/heads/main`; `*` is a wildcard'),
            actors: {
                type: 'array',
                uniqueItems: true,
                items: { type: 'string', minLength: 1 },
                description: 'logins of GitHub; empty: all that may run the workflow',
            },
            images: object({
                owners: {
                    type: 'array',
                    minItems: 1,
                    uniqueItems: true,
                    items: {
                        type: 'string',
                        pattern: '^([0-9]{12}|self|amazon|aws-marketplace)$',
                        description: 'an account id of 12 digits in quotes, `self`, `amazon` or `aws-marketplace`',
                    },
                },
                names: ref('lines', 'names of images; `*` is a wildcard'),
                'max-image-age-days': { type: 'integer', minimum: 1, maximum: 36_500 },
                'required-tags': { type: 'object', additionalProperties: { type: 'string' } },
            }),
            docker: object({
                repositories: ref('lines', 'repositories with their host; `*` is a wildcard'),
                tags: ref('lines', 'tags; `*` is a wildcard, `[0-9]` one of these'),
                digest: { type: 'boolean', description: 'whether an image must be named by its digest' },
            }),
            windows: {
                description: 'when changes may begin; the word `any` means always',
                anyOf: [
                    { const: 'any' },
                    {
                        type: 'array',
                        minItems: 1,
                        items: object({
                            cron: {
                                type: 'string',
                                pattern: '^\\S+( \\S+){4}$',
                                description: 'a cron expression of five fields, such as `0 8 * * 2-4`: when the window opens',
                            },
                            zone: {
                                type: 'string',
                                pattern: '^(UTC|[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+)+)$',
                                description: 'a time zone by its IANA name, such as `Europe/Berlin`',
                            },
                            minutes: { type: 'integer', minimum: 5, maximum: 10_080, description: 'how long it is open' },
                            modes: {
                                type: 'array',
                                minItems: 1,
                                uniqueItems: true,
                                items: ref('mode'),
                                description: 'the modes that it is for; without it all',
                            },
                        }, { required: ['cron', 'zone', 'minutes'] }),
                    },
                ],
            },
            'max-days-behind': days('`mode: images` fails where a group is more days behind'),
            'warn-days-behind': days('`mode: images` warns where a group is more days behind'),
            'min-size': { type: 'integer', minimum: 0, description: 'a group with a lower desired capacity is not rolled' },
            'max-surge': ref('amount'),
            'max-unavailable': ref('amount'),
            gates: object({
                checkpoints: {
                    type: 'array',
                    minItems: 1,
                    uniqueItems: true,
                    items: {
                        type: 'string',
                        pattern: '^[0-9]{1,6}%?$',
                        description: 'an amount of new capacity in quotes, such as `1` or `25%`',
                    },
                },
                alarms: ref('lines', 'names of CloudWatch alarms'),
                bake: { type: 'number', minimum: 0, description: 'minutes' },
            }),
            'bake-days': {
                type: 'number',
                minimum: 0,
                description: 'how long the environment that `after` names must have run the image',
            },
            'runs-over': {
                enum: ['warn', 'refuse'],
                description: 'what follows where the expected end is outside of the window',
            },
            approval: {
                enum: ['none', 'plan'],
                description: '`plan`: what changes something runs only as a plan that was approved',
            },
        }),
    },
};

;// CONCATENATED MODULE: ./build/src/inputs/catalogue/schema-problems.js
/** Holds a value against the schema of a catalogue, and says in plain sentences what does not fit. */



/** Everything in the file that does not fit the schema, each thing once; empty where all of it does. */
function schemaProblems({ value, problemAt }) {
    const validate = (compiled ??= new _2020.Ajv2020({ strict: true, allErrors: true, verbose: true }).compile(catalogueSchema));
    if (validate(value))
        return [];
    const errors = validate.errors ?? [];
    return errors.flatMap((error) => {
        const told = isTold(error, errors) ? wordsFor(error) : undefined;
        if (told === undefined)
            return [];
        const path = pathOf(error.instancePath);
        return [problemAt([...path, ...told.below], `${nameOf([...path, ...told.below])} ${told.what}`, told.part)];
    });
}
/** Made at the first file: it takes a tenth of a second. */
let compiled;
/** An error inside of alternatives says what one of them wants; only what the writer meant is told. */
function isTold(error, errors) {
    // Told by the error of the object, with the name.
    if (error.propertyName !== undefined)
        return false;
    const choice = errors.find((each) => (each.keyword === 'anyOf' || each.keyword === 'oneOf') &&
        error !== each &&
        error.schemaPath.startsWith(`${each.schemaPath}/`) &&
        error.instancePath.startsWith(each.instancePath));
    if (error.keyword === 'anyOf' && Array.isArray(error.data))
        return false;
    // A list of windows is meant where a list stands there.
    return choice === undefined || (Array.isArray(choice.data) && error.keyword !== 'const');
}
function wordsFor(error) {
    const { keyword, params, data, parentSchema = {} } = error;
    const here = (what) => ({ below: [], part: 'value', what });
    const description = String(parentSchema['description'] ?? '');
    switch (keyword) {
        case 'additionalProperties': {
            const name = String(params['additionalProperty']);
            const known = Object.keys((parentSchema['properties'] ?? {}));
            const near = (0,parse/* hint */.aK)(name, known);
            const allowed = near === '' ? `; there are ${(0,parse/* quoted */.TL)(known)}` : near;
            return { below: [name], part: 'key', what: `is no key of a catalogue${allowed}` };
        }
        case 'propertyNames':
            return { below: [String(params['propertyName'])], part: 'key', what: `must be ${NAME}` };
        case 'required':
            return here(`lacks ${(0,parse/* quoted */.TL)([String(params['missingProperty'])])}`);
        case 'enum': {
            const words = params['allowedValues'].map(String);
            return here(`is ${shown(data)} but must be one of ${(0,parse/* quoted */.TL)(words)}${(0,parse/* hint */.aK)(String(data), words)}`);
        }
        case 'const':
            return here(`is ${shown(data)} but must be ${description}`);
        case 'pattern':
            return here(`is ${shown(data)} but must be ${description}`);
        case 'type':
            return here(`is ${shown(data)} but must be ${TYPES[String(params['type'])] ?? String(params['type'])}${quotes(data, params)}`);
        case 'minimum':
        case 'maximum':
            return here(`is ${shown(data)} but must be at ${keyword === 'minimum' ? 'least' : 'most'} ${String(params['limit'])}`);
        case 'minLength':
            return here(`is ${shown(data)} but must have at least ${String(params['limit'])} characters`);
        case 'minItems':
        case 'minProperties':
            return here('is empty but must have at least one entry');
        case 'uniqueItems':
            return { below: [Number(params['i'])], part: 'value', what: 'stands in the list twice' };
        case 'anyOf':
            return here(Array.isArray(data) || typeof data !== 'object' ? `is ${shown(data)} but must be the word \`any\`, or a list of windows` : error.schemaPath.startsWith('#/$defs/traffic/') ? NO_PAIR : NO_SELECTOR); // prettier-ignore
        case 'oneOf':
            return here(`is ${shown(data)} but must be ${description}`);
        default:
            return here(error.message ?? `does not fit the schema (${keyword})`);
    }
}
const NAME = catalogueSchema.$defs.name.description;
const NO_SELECTOR = 'needs at least one of `groups`, `stacks`, `tags`, `bastion` and `traffic`';
const NO_PAIR = 'needs `blue` and `green`, or `stack` with `versions`';
const TYPES = {
    string: 'a text',
    integer: 'a whole number',
    number: 'a number',
    boolean: '`true` or `false`',
    array: 'a list',
    object: 'keys with values',
};
/** YAML takes digits for a number, and loses the zeros in front. */
const quotes = (data, params) => params['type'] === 'string' && (typeof data === 'number' || typeof data === 'boolean') ? ': put it in quotes' : '';
function shown(data) {
    if (data === null)
        return 'empty';
    if (Array.isArray(data))
        return 'a list';
    return typeof data === 'object' ? 'keys with values' : (0,parse/* quoted */.TL)([wordOf(data)]);
}
/** A scalar of YAML. */
const wordOf = (data) => (typeof data === 'string' ? data : (JSON.stringify(data) ?? ''));
const pathOf = (pointer) => pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
/** `services.web.in`; the file where it is the whole. */
const nameOf = (path) => (path.length === 0 ? 'the catalogue' : (0,parse/* quoted */.TL)([path.join('.')]));

;// CONCATENATED MODULE: ./build/src/inputs/catalogue/meaning-problems.js
/** What no schema can say of a catalogue: names that must exist, days that do not, windows that never open. */







/** Everything in a file that fits its schema and still cannot be meant. `now`: seconds since the Unix epoch. */
function meaningProblems(file, { problemAt }, now) {
    const problems = [];
    const say = (path, what, part) => problems.push(problemAt(path, `${nameOf(path)} ${what}`, part));
    names(file, say);
    accounts(file, say);
    succession(file, say);
    doubleClaims(file, say);
    moments(file, say);
    meaning_problems_windows(file, say, now);
    gates(file, say);
    traffic(file, say);
    approvals(file, say);
    return problems;
}
function names(file, say) {
    const known = {
        team: file.teams === undefined ? undefined : Object.keys(file.teams),
        environment: Object.keys(file.environments),
        service: Object.keys(file.services),
    };
    const check = (kind, name, path, part) => {
        const list = known[kind];
        if (name === undefined || list === undefined || list.includes(name))
            return;
        say(path, `names the ${kind} ${(0,parse/* quoted */.TL)([name])}, which the catalogue does not have${(0,parse/* hint */.aK)(name, list)}`, part);
    };
    for (const [name, { owner }] of Object.entries(file.environments))
        check('team', owner, ['environments', name, 'owner']);
    for (const [name, service] of Object.entries(file.services)) {
        check('team', service.owner, ['services', name, 'owner']);
        for (const where of Object.keys(service.in))
            check('environment', where, ['services', name, 'in', where], 'key');
    }
    for (const [index, { environments = [], services = [] }] of (file.freezes ?? []).entries()) {
        for (const [at, name] of environments.entries())
            check('environment', name, ['freezes', index, 'environments', at]);
        for (const [at, name] of services.entries())
            check('service', name, ['freezes', index, 'services', at]);
    }
    for (const [index, { service, environment }] of (file.waivers ?? []).entries()) {
        check('service', service, ['waivers', index, 'service']);
        check('environment', environment, ['waivers', index, 'environment']);
        const places = Object.hasOwn(file.services, service) ? file.services[service]?.in : undefined;
        const isKnown = environment !== undefined && known.environment.includes(environment);
        if (places !== undefined && isKnown && !Object.hasOwn(places, environment))
            say(['waivers', index, 'environment'], `is ${(0,parse/* quoted */.TL)([environment])}, where the service ${service} is not`);
    }
}
function accounts({ environments }, say) {
    for (const [name, { account, role, regions }] of Object.entries(environments)) {
        const parsed = role === undefined ? undefined : (0,inputs_role/* optionalRole */.b1)(role);
        if (parsed === undefined)
            continue;
        const path = ['environments', name, 'role'];
        if (parsed.account !== account)
            say(path, `is a role of the account ${parsed.account}, not of ${account}`);
        const elsewhere = regions.filter((region) => parsed.partition !== ((0,inputs_role/* partitionOf */.iQ)(region) ?? parsed.partition));
        if (elsewhere.length > 0)
            say(path, `is a role of the partition ${(0,parse/* quoted */.TL)([parsed.partition])}, to which ${(0,parse/* quoted */.TL)(elsewhere)} does not belong`); // prettier-ignore
    }
}
/** `after` leads to another environment of the service, and never back. */
function succession({ services }, say) {
    for (const [name, { in: places }] of Object.entries(services)) {
        for (const [where, { after }] of Object.entries(places)) {
            if (after === undefined)
                continue;
            const path = ['services', name, 'in', where, 'after'];
            if (!Object.hasOwn(places, after))
                say(path, `names ${(0,parse/* quoted */.TL)([after])}, where the service is not${(0,parse/* hint */.aK)(after, Object.keys(places))}`); // prettier-ignore
            else if (leadsBack(places, where))
                say(path, 'leads back to its own environment');
        }
    }
}
function leadsBack(places, from) {
    const passed = new Set();
    for (let at = places[from]?.after; at !== undefined && !passed.has(at); at = places[at]?.after) {
        if (at === from)
            return true;
        passed.add(at);
    }
    return false;
}
/** The same entry in two services of an environment claims whatever it means twice; what globs overlap in only AWS can tell. */
function doubleClaims({ services }, say) {
    const first = new Map();
    for (const [name, { in: places }] of Object.entries(services)) {
        for (const [where, place] of Object.entries(places)) {
            const claim = (kind, text, path) => {
                const key = JSON.stringify([where, kind, text]);
                const other = first.get(key);
                if (other !== undefined && other !== name)
                    say(path, `is ${(0,parse/* quoted */.TL)([text])}, which the service ${other} claims in ${where} already`); // prettier-ignore
                first.set(key, other ?? name);
            };
            for (const kind of ['groups', 'stacks'])
                for (const [at, text] of (place[kind] ?? []).entries())
                    claim(kind, text, ['services', name, 'in', where, kind, at]);
            for (const side of ['blue', 'green']) {
                const group = place.traffic?.[side];
                if (group !== undefined)
                    claim('groups', group, ['services', name, 'in', where, 'traffic', side]);
            }
            if (place.bastion !== undefined)
                claim('bastion', place.bastion, ['services', name, 'in', where, 'bastion']);
        }
    }
}
function moments(file, say) {
    const check = (path, text) => {
        if (text !== undefined && (0,catalogue_moment/* momentOf */.Et)(text, 'until') === undefined)
            say(path, `is ${(0,parse/* quoted */.TL)([text])}, which is no day or time that exists`); // prettier-ignore
    };
    for (const { path, lock } of locksIn(file))
        check([...path, 'until'], lock.until);
    for (const [index, { until }] of (file.waivers ?? []).entries())
        check(['waivers', index, 'until'], until);
    for (const [index, { from, until }] of (file.freezes ?? []).entries()) {
        check(['freezes', index, 'from'], from);
        check(['freezes', index, 'until'], until);
        const [begins, ends] = [(0,catalogue_moment/* momentOf */.Et)(from, 'from'), (0,catalogue_moment/* momentOf */.Et)(until, 'until')];
        if (begins !== undefined && ends !== undefined && begins > ends)
            say(['freezes', index, 'until'], `is ${(0,parse/* quoted */.TL)([until])}, before it begins`); // prettier-ignore
    }
}
function meaning_problems_windows(file, say, now) {
    for (const { path, rules } of rulesIn(file)) {
        for (const [index, { cron, zone }] of (rules.windows === 'any' ? [] : (rules.windows ?? [])).entries()) {
            const problem = (0,windows/* cronProblem */.K2)(cron, now);
            if (problem !== undefined)
                say([...path, 'windows', index, 'cron'], `is ${(0,parse/* quoted */.TL)([cron])}, which ${problem}`);
            if (!(0,windows/* isZone */.DS)(zone))
                say([...path, 'windows', index, 'zone'], `is ${(0,parse/* quoted */.TL)([zone])}, which is no time zone`);
        }
    }
}
function gates(file, say) {
    for (const { path, rules } of rulesIn(file)) {
        const amounts = (rules.gates?.checkpoints ?? []).map((text) => ({ isPercent: text.endsWith('%'), value: Number.parseInt(text, 10) })); // prettier-ignore
        for (const [index, { isPercent, value }] of amounts.entries()) {
            const at = [...path, 'gates', 'checkpoints', index];
            if (value === 0)
                say(at, 'is nothing: it must be more than 0');
            if (isPercent && value > 100)
                say(at, 'is more than `100%`');
            const before = amounts.slice(0, index).filter((each) => each.isPercent === isPercent);
            if (before.some((each) => each.value >= value))
                say(at, 'must be more than the one before it');
        }
    }
}
/** Two groups are named once, and their shares are such that the means takes them. */
function traffic({ services }, say) {
    for (const [name, { in: places }] of Object.entries(services)) {
        for (const [where, place] of Object.entries(places)) {
            if (place.traffic === undefined)
                continue;
            const { blue, green, stack, by, steps = [], record, ...more } = place.traffic;
            const at = (...keys) => ['services', name, 'in', where, 'traffic', ...keys];
            const isOfRecords = ['hosted-zone', 'blue-identifier', 'green-identifier'].some((key) => Object.hasOwn(more, key));
            if (stack !== undefined && (blue !== undefined || green !== undefined))
                say(at('stack'), 'names the groups a second time, besides `blue` and `green`', 'key'); // prettier-ignore
            if (blue !== undefined && blue === green)
                say(at('green'), `is ${(0,parse/* quoted */.TL)([blue])}, as \`blue\` is`);
            if (more['listener-rules'] !== undefined && (record !== undefined || isOfRecords || (by !== undefined && by !== 'alb' && by !== 'nlb')))
                say(at('listener-rules'), 'are of load balancers, and the traffic is divided by something else', 'key'); // prettier-ignore
            if ((record !== undefined || isOfRecords) && by !== undefined && by !== 'route53')
                say(at('by'), `is ${(0,parse/* quoted */.TL)([by])}, which has no records`); // prettier-ignore
            for (const [index, share] of steps.entries()) {
                const why = by === undefined ? undefined : (0,shares/* unwritableShare */.VS)(by, share);
                if (why !== undefined)
                    say(at('steps', index), `is \`${share}\`, but ${why}`);
                if (share <= (steps[index - 1] ?? -1))
                    say(at('steps', index), 'must be more than the one before it');
            }
        }
    }
}
/** A plan is approved by the reviewers of an environment of GitHub: without one there is no approval. */
function approvals({ environments, services, defaults }, say) {
    for (const [name, environment] of Object.entries(environments)) {
        if (environment['github-environment'] !== undefined)
            continue;
        const stated = Object.values(services).flatMap(({ rules, in: places }) => {
            const own = [rules?.approval, places[name]?.rules?.approval].filter((each) => each !== undefined);
            return !Object.hasOwn(places, name)
                ? []
                : own.length === 0
                    ? [environment.rules?.approval ?? defaults?.approval]
                    : own;
        });
        if (environment.rules?.approval === 'plan' || stated.includes('plan'))
            say(['environments', name], 'lacks `github-environment`, which `approval: plan` needs', 'key');
    }
}

;// CONCATENATED MODULE: ./build/src/inputs/catalogue/to-catalogue.js


function toCatalogue(file) {
    return {
        defaults: rulesOf(file.defaults),
        teams: mapOf(file.teams ?? {}, ({ github, slack, sns, email }) => ({ github, slack, sns, email })),
        environments: mapOf(file.environments, (each) => ({
            account: each.account,
            regions: each.regions,
            role: each.role,
            githubEnvironment: each['github-environment'],
            workflow: each.workflow,
            protected: each.protected ?? [],
            lock: lockOf(each.lock),
            owner: each.owner,
            rules: rulesOf(each.rules),
        })),
        services: mapOf(file.services, serviceOf),
        freezes: (file.freezes ?? []).map(({ name, from, until, environments, services, allows = [] }) => ({
            name,
            from: known(from, 'from'),
            until: known(until, 'until'),
            environments,
            services,
            allows,
        })),
        waivers: (file.waivers ?? []).map(({ service, environment, rule, reason, by, until }) => ({
            service,
            environment,
            rule,
            reason,
            by,
            until: known(until, 'until'),
        })),
    };
}
const mapOf = (record, make) => new Map(Object.entries(record).map(([name, value]) => [name, make(value)]));
const serviceOf = ({ owner, lock, rules, in: places }) => ({
    owner,
    lock: lockOf(lock),
    rules: rulesOf(rules),
    in: mapOf(places, (place) => ({
        selectors: {
            groups: [...(place.groups ?? []), ...coloursOf(place.traffic)],
            stacks: [...(place.stacks ?? []).flatMap(parse/* stacks */.I3), ...versionsOf(place.traffic)],
            tags: (place.tags ?? []).flatMap((text) => ownTag(text)),
        },
        bastion: place.bastion,
        after: place.after,
        lock: lockOf(place.lock),
        rules: rulesOf(place.rules),
        traffic: place.traffic && trafficOf(place.traffic),
    })),
});
/** What is a side of the traffic belongs to the service. */
const coloursOf = ({ blue, green } = {}) => [blue, green].filter((name) => name !== undefined);
const versionsOf = ({ stack, versions = ['', ''] } = {}) => stack === undefined ? [] : versions.map((version) => ({ name: stack, version }));
const trafficOf = (file) => {
    const { stack, versions: [blue = '', green = ''] = [] } = file;
    return {
        pair: stack === undefined
            ? { kind: 'groups', blue: file.blue ?? '', green: file.green ?? '' }
            : { kind: 'stack', stack, versions: { blue, green } },
        means: file.by,
        listenerRules: file['listener-rules'] ?? [],
        record: file.record,
        hostedZone: file['hosted-zone'],
        identifiers: { blue: file['blue-identifier'], green: file['green-identifier'] },
        steps: file.steps ?? [],
        keep: file.keep,
        afterwards: file.afterwards,
    };
};
/** One entry is one tag: a comma in it belongs to its value. */
function ownTag(text) {
    const at = text.indexOf('=');
    return [{ key: text.slice(0, at).trim(), value: text.slice(at + 1).trim() }];
}
function known(text, boundary) {
    const moment = (0,catalogue_moment/* momentOf */.Et)(text, boundary);
    if (moment === undefined)
        throw new Error(`${text} was to be checked before`);
    return moment;
}
const lockOf = (lock) => lock && { reason: lock.reason, by: lock.by, until: lock.until === undefined ? undefined : known(lock.until, 'until') };
function rulesOf(file = {}) {
    const { images = {}, docker = {}, gates = {}, windows } = file;
    return given({
        modes: file.modes,
        refs: file.refs,
        actors: file.actors,
        imageOwners: images.owners,
        imageNames: images.names,
        maxImageAgeDays: images['max-image-age-days'],
        requiredTags: images['required-tags'],
        dockerRepositories: docker.repositories,
        dockerTags: docker.tags,
        dockerDigest: docker.digest,
        windows: windows === 'any' ? [] : windows?.map(({ cron, zone, minutes, modes }) => ({ cron, zone, minutes, modes })), // prettier-ignore
        maxDaysBehind: file['max-days-behind'],
        warnDaysBehind: file['warn-days-behind'],
        minSize: file['min-size'],
        maxSurge: amountOf(file['max-surge']),
        maxUnavailable: amountOf(file['max-unavailable']),
        checkpoints: gates.checkpoints?.map((text) => (0,parse/* amount */.vj)(100)(text)),
        alarms: gates.alarms,
        bake: gates.bake,
        bakeDays: file['bake-days'],
        runsOver: file['runs-over'],
        approval: file.approval,
    });
}
const amountOf = (value) => value === undefined ? undefined : (0,parse/* amount */.vj)(1000)(String(value));
/** Without what is not stated. */
const given = (rules) => Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined));

;// CONCATENATED MODULE: ./build/src/inputs/catalogue/read-catalogue.js





/** Reads a catalogue. UserError that tells everything that is wrong with it, with line and column. */
function readCatalogue({ path, text, now }) {
    const yaml = locatedYaml(text);
    if (yaml.problems.length > 0)
        throw wrongFile(path, yaml.problems);
    const misfits = schemaProblems(yaml);
    if (misfits.length > 0)
        throw wrongFile(path, misfits);
    // The schema has just been found to hold.
    const file = yaml.value;
    const problems = meaningProblems(file, yaml, now);
    if (problems.length > 0)
        throw wrongFile(path, problems);
    return toCatalogue(file);
}
const REMEDY = 'Correct it; nothing was changed.';
function wrongFile(path, problems) {
    const lines = problems
        .toSorted((one, other) => one.line - other.line || one.column - other.column)
        .map(({ line, column, what }) => `${path}:${line}:${column}: ${what}.`);
    const [only = '', ...more] = [...new Set(lines)];
    if (more.length === 0)
        return new errors/* UserError */.yo({ what: `The catalogue is wrong: ${only}`, remedy: REMEDY });
    const list = [only, ...more].map((line) => `- ${line}`).join('\n');
    return new errors/* UserError */.yo({ what: `The catalogue is wrong at ${more.length + 1} places:\n${list}`, remedy: REMEDY });
}


/***/ })

};
