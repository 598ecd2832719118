export const id = 1256;
export const ids = [1256];
export const modules = {

/***/ 32431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K5: () => (/* binding */ bastionClaimantsOf),
/* harmony export */   OM: () => (/* binding */ claims),
/* harmony export */   YF: () => (/* binding */ claimantsOf)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76566);
/* harmony import */ var _stack_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79358);
/** Which groups, and which bastions, belong to which service of an environment. */


/** Whether a placement means the group: by any kind of selector, any entry of `groups` and `stacks`, all of `tags`. */
function claims({ groups, stacks, tags }, group) {
    const tagOf = (key) => (Object.hasOwn(group.tags, key) ? group.tags[key] : undefined);
    const stack = tagOf(_stack_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .STACK_TAG */ .u6);
    return (groups.some((glob) => glob === group.name || (0,_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesGlob */ .k)(glob, group.name)) ||
        (stack !== undefined && stacks.some((reference) => (0,_stack_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .meansStack */ .Lu)(reference, stack))) ||
        (tags.length > 0 && tags.every(({ key, value }) => tagOf(key) === value)));
}
/** The services of the environment that the group belongs to, in the order of the catalogue; it must be exactly one. */
const claimantsOf = ({ services }, environment, group) => [...services].flatMap(([name, service]) => {
    const placement = service.in.get(environment);
    return placement !== undefined && claims(placement.selectors, group) ? [name] : [];
});
/** The services of the environment that the bastion belongs to. */
const bastionClaimantsOf = ({ services }, environment, { id, name }) => [...services].flatMap(([service, { in: places }]) => {
    const bastion = places.get(environment)?.bastion;
    return bastion !== undefined && (bastion === id || bastion === name) ? [service] : [];
});


/***/ }),

/***/ 85243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ effectiveRules),
/* harmony export */   PM: () => (/* binding */ wantsApproval),
/* harmony export */   m3: () => (/* binding */ statedAs),
/* harmony export */   nQ: () => (/* binding */ largest),
/* harmony export */   o9: () => (/* binding */ smallest)
/* harmony export */ });
/** The effective rules; of names that the catalogue does not hold, nothing. */
function effectiveRules(catalogue, question) {
    const levels = levelsOf(catalogue, question);
    const defaults = question.service === undefined ? [] : [{ level: 'defaults', rules: catalogue.defaults }];
    const stated = (name) => {
        const at = (each) => {
            const value = each.rules[name];
            return value === undefined ? [] : [{ level: each.level, value }];
        };
        const found = levels.flatMap(at);
        return found.length > 0 ? found : defaults.flatMap(at);
    };
    return {
        modes: stated('modes'),
        refs: stated('refs'),
        actors: stated('actors'),
        imageOwners: stated('imageOwners'),
        imageNames: stated('imageNames'),
        maxImageAgeDays: stated('maxImageAgeDays'),
        requiredTags: stated('requiredTags'),
        dockerRepositories: stated('dockerRepositories'),
        dockerTags: stated('dockerTags'),
        dockerDigest: stated('dockerDigest'),
        windows: stated('windows'),
        maxDaysBehind: stated('maxDaysBehind'),
        warnDaysBehind: stated('warnDaysBehind'),
        minSize: stated('minSize'),
        maxSurge: stated('maxSurge'),
        maxUnavailable: stated('maxUnavailable'),
        checkpoints: stated('checkpoints'),
        alarms: stated('alarms'),
        bake: stated('bake'),
        bakeDays: stated('bakeDays'),
        runsOver: stated('runsOver'),
        approval: stated('approval'),
    };
}
function levelsOf(catalogue, { environment, service: name }) {
    const rules = catalogue.environments.get(environment)?.rules;
    const service = name === undefined ? undefined : catalogue.services.get(name);
    const placement = service?.in.get(environment);
    return [
        ...(rules === undefined ? [] : [{ level: `environments.${environment}.rules`, rules }]),
        ...(service === undefined ? [] : [{ level: `services.${name}.rules`, rules: service.rules }]),
        ...(placement === undefined ? [] : [{ level: `services.${name}.in.${environment}.rules`, rules: placement.rules }]),
    ];
}
/** The smallest number that a level states; undefined where none does. */
const smallest = (stated) => stated.reduce((best, each) => (best === undefined || each.value < best.value ? each : best), undefined);
/** The largest number that a level states; undefined where none does. */
const largest = (stated) => stated.reduce((best, each) => (best === undefined || each.value > best.value ? each : best), undefined);
/** The first level that states this word; undefined where none does. */
const statedAs = (stated, word) => stated.find(({ value }) => value === word);
/** Whether any level of the catalogue wants changes to be approved plans. */
const wantsApproval = ({ defaults, environments, services }) => [
    defaults,
    ...[...environments.values()].map(({ rules }) => rules),
    ...[...services.values()].flatMap(({ rules, in: places }) => [
        rules,
        ...[...places.values()].map((place) => place.rules),
    ]),
].some(({ approval }) => approval === 'plan');


/***/ }),

/***/ 44485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DN: () => (/* binding */ subjectInWords),
/* harmony export */   Qd: () => (/* binding */ waiverFor),
/* harmony export */   bc: () => (/* binding */ waiverInWords),
/* harmony export */   vZ: () => (/* binding */ untilInWords),
/* harmony export */   wz: () => (/* binding */ liftable),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49314);
/** What the catalogue says of a run, and the words that every check of it uses. */

/** `mystack in production`, or `production`. */
const subjectInWords = ({ environment, service }) => service === undefined ? environment : `${service} in ${environment}`;
/** A refusal that nothing lifts. */
const refusal = (rule, what, remedy) => ({
    weight: 'refusal',
    rule,
    what,
    remedy,
});
/** A refusal that `break-glass` lifts and a dry run only tells. */
const liftable = ({ breakGlass, dryRun }, rule, what, remedy) => {
    if (breakGlass !== undefined)
        return { weight: 'lifted', rule, what };
    return dryRun ? { weight: 'told', rule, what } : refusal(rule, what, remedy);
};
/** The waiver that excepts the subject from a rule now; undefined where none does. */
function waiverFor({ waivers }, { environment, service }, { rule, now }) {
    return waivers.find((waiver) => waiver.service === service &&
        (waiver.environment === undefined || waiver.environment === environment) &&
        (waiver.rule === undefined || waiver.rule === rule) &&
        now <= waiver.until);
}
/** `the waiver of @acme/platform until 2026-12-31: host keys move first` */
const waiverInWords = ({ by, until, reason }) => `the waiver of ${by} until ${(0,_moment_js__WEBPACK_IMPORTED_MODULE_0__/* .dayInWords */ .v_)(until)}: ${reason}`;
/** `until 2026-12-18 09:30 UTC`, or that there is no end. */
const untilInWords = (until) => until === undefined ? 'until it is taken out of the catalogue' : `until ${(0,_moment_js__WEBPACK_IMPORTED_MODULE_0__/* .momentInWords */ .ln)(until)}`;


/***/ }),

/***/ 15993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U1: () => (/* binding */ bastionClaimOf),
/* harmony export */   Wo: () => (/* binding */ rollFindings),
/* harmony export */   _B: () => (/* binding */ claimOf)
/* harmony export */ });
/* harmony import */ var _rollout_amount_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12314);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32431);
/* harmony import */ var _effective_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85243);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44485);
/** What the catalogue says of groups and bastions, once AWS has shown them: whose they are, and their sizes. */




/** The one service that claims the group; where a service was asked for, it must be that one. */
const claimOf = (catalogue, subject, group) => oneClaimant(subject, (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__/* .claimantsOf */ .YF)(catalogue, subject.environment, group));
/** The one service that claims the bastion. */
const bastionClaimOf = (catalogue, subject, bastion) => oneClaimant(subject, (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__/* .bastionClaimantsOf */ .K5)(catalogue, subject.environment, bastion));
function oneClaimant({ environment, service: asked }, claimants) {
    const [service, ...others] = claimants;
    if (service === undefined)
        return {
            finding: (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('services', `no service of the catalogue claims it in ${environment}`, 'Declare it in the catalogue, or leave it out.'),
        };
    if (others.length > 0)
        return {
            finding: (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('services', `the services ${claimants.join(' and ')} both claim it in ${environment}`, 'Correct the selectors in the catalogue, so that one service claims it.'),
        };
    if (asked !== undefined && asked !== service)
        return {
            finding: (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('services', `it belongs to the service ${service}, not to ${asked}`, 'Leave it out, or set `service` to its own.'),
        };
    return { service };
}
/** What stands against rolling a group of the service as it is planned: its size, the budgets, the gates. */
function rollFindings(catalogue, subject, { fleet, policy, mode, now }) {
    const rules = (0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .effectiveRules */ .Dl)(catalogue, subject);
    const { desired } = (fleet.memo ?? fleet).sizes;
    const found = [];
    const least = (0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .largest */ .nQ)(rules.minSize);
    if (least !== undefined && desired < least.value) {
        const what = `its desired capacity is ${desired}, and ${least.level} states \`min-size: ${least.value}\``;
        const waiver = (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverFor */ .Qd)(catalogue, subject, { rule: 'min-size', now });
        found.push(waiver === undefined
            ? (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('min-size', what, 'Raise the desired capacity of the group, or declare a waiver.')
            : { weight: 'waived', rule: 'min-size', what: `${what}; ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverInWords */ .bc)(waiver)}` });
    }
    // A release goes on with the room that the run before it had.
    if (mode !== 'release') {
        found.push(...overBudget({ fleet, wanted: policy.surge, stated: rules.maxSurge, budget: 'surge' }));
        found.push(...overBudget({ fleet, wanted: policy.maxUnavailable, stated: rules.maxUnavailable, budget: 'maxUnavailable' })); // prettier-ignore
    }
    // A way back has no gates.
    return mode === 'rollback' ? found : [...found, ...missingGates({ fleet, policy, rules })];
}
function overBudget({ fleet, wanted, stated, budget }) {
    const name = budget === 'surge' ? 'surge' : 'max-unavailable';
    const rule = budget === 'surge' ? 'max-surge' : 'max-unavailable';
    return stated.flatMap(({ level, value }) => {
        const most = (0,_rollout_amount_js__WEBPACK_IMPORTED_MODULE_0__/* .budgetFor */ .vO)(fleet, value, value)[budget];
        if (wanted <= most)
            return [];
        const text = `${value.value}${value.kind === 'percent' ? '%' : ''}`;
        return [
            (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)(rule, `its ${name} is ${wanted}, and ${level} states \`${rule}: ${text}\`, which is ${most} here`, `Set \`${name}\` to \`${text}\` or less.`),
        ];
    });
}
function missingGates({ fleet, policy: { gates }, rules, }) {
    const remedy = (name) => `Set \`${name}\`, or \`service\`, with which the gates of the catalogue are taken.`;
    const bake = (0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .largest */ .nQ)(rules.bake);
    const baked = Math.min(gates?.bakeSeconds ?? 0, gates?.bakeAtEndSeconds ?? 0) / 60;
    return [
        ...rules.checkpoints.flatMap(({ level, value }) => {
            const missing = ((0,_rollout_amount_js__WEBPACK_IMPORTED_MODULE_0__/* .checkpointsFor */ .tn)(fleet, value) ?? []).filter((each) => gates?.checkpoints.includes(each) !== true);
            if (missing.length === 0)
                return [];
            return [
                (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('gates', `its roll holds at no checkpoint of ${missing.join(', ')}, as ${level} states`, remedy('checkpoints')),
            ];
        }),
        ...rules.alarms.flatMap(({ level, value }) => {
            const missing = value.filter((name) => gates?.alarms?.names.includes(name) !== true);
            if (missing.length === 0)
                return [];
            return [
                (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('gates', `its roll is not watched by ${missing.join(', ')}, as ${level} states`, remedy('alarms')),
            ];
        }),
        ...(bake === undefined || baked >= bake.value
            ? []
            : [
                (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('gates', `its roll bakes for ${baked} minutes, and ${bake.level} states ${bake.value}`, remedy('bake')),
            ]),
    ];
}


/***/ }),

/***/ 8348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SO: () => (/* binding */ mayAlwaysBegin),
/* harmony export */   SS: () => (/* binding */ isExemptFromTimes),
/* harmony export */   iT: () => (/* binding */ meansMode),
/* harmony export */   oX: () => (/* binding */ isAlwaysAllowed)
/* harmony export */ });
/** What the modes mean to a catalogue, by their names. */
/** Modes that the catalogue never keeps from anything: they look, or put back what a run has left. */
const isAlwaysAllowed = (mode) => mode === 'images' || mode === 'restore' || mode === 'catalogue';
/**
 * Modes that no rule of an environment keeps from beginning: a janitor reports first, and each group that it would change is
 * asked for by itself.
 */
const mayAlwaysBegin = (mode) => mode === 'janitor' || isAlwaysAllowed(mode);
/** A way back must not wait for a window, nor for the end of a freeze. */
const isExemptFromTimes = (mode) => mode === 'rollback' || isAlwaysAllowed(mode);
/** Modes that may leave a group waiting for `release`. */
const WAITING = ['patch-image', 'patch-docker', 'respawn', 'scale-up-patch', 'rollback', 'shift', 'blue-green'];
/** Whether a list of modes means this one; `release` goes on with what another mode has begun, so that one is enough. */
const meansMode = (list, mode) => list.includes(mode) || (mode === 'release' && list.some((each) => WAITING.includes(each)));


/***/ }),

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

/***/ 92550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ matchesPattern)
/* harmony export */ });
/** Patterns of refs, image names, Docker repositories and tags: globs in which one of several characters can be meant as well. */
/**
 * Whether a whole text matches: `*` is any number of characters, `/` among them, `?` exactly one, `[0-9a-f]` one of these and
 * `[!0-9]` none of these. A bracket that is not closed, and everything else, is itself, case included.
 */
function matchesPattern(pattern, text) {
    const parts = partsOf(pattern);
    const letters = Array.from(text);
    let at = 0;
    let star;
    for (let letter = 0; letter < letters.length;) {
        const part = parts[at];
        if (part === 'any text')
            star = { at: at++, letter };
        else if (part?.(letters[letter] ?? '') === true) {
            at++;
            letter++;
        }
        else if (star !== undefined) {
            // Only the last star may give way: whatever an earlier one could take, this one can as well.
            at = star.at + 1;
            letter = star.letter + 1;
            star = { at: star.at, letter };
        }
        else
            return false;
    }
    return parts.slice(at).every((part) => part === 'any text');
}
function partsOf(pattern) {
    return (pattern.match(/\[!?[^\]]+\]|[^]/gu) ?? []).map((token) => {
        if (token === '*')
            return 'any text';
        if (token === '?')
            return () => true;
        const [, not, members] = /^\[(!?)([^]+)\]$/u.exec(token) ?? [];
        return members === undefined ? (letter) => letter === token : (letter) => isMember(members, letter) === (not === '');
    });
}
/** Single characters, and ranges such as `a-f`; a hyphen at either end is itself. */
function isMember(members, letter) {
    return (members.match(/[^]-[^]|[^]/gu) ?? []).some((each) => {
        const [from = '', hyphen, to] = Array.from(each);
        return to === undefined || hyphen !== '-' ? each === letter : from <= letter && letter <= to;
    });
}


/***/ }),

/***/ 64255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ requestFindings),
/* harmony export */   S: () => (/* binding */ overrunFindings)
/* harmony export */ });
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92550);
/* harmony import */ var _effective_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85243);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44485);
/* harmony import */ var _modes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8348);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49314);
/* harmony import */ var _windows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77201);
/**
 * What the catalogue says of a run before anything is known of AWS: refs, modes, locks, freezes, windows and actors, in this
 * order. All of it is told, not the first alone.
 */






/**
 * Everything that stands against the run, in the order of the checks. Of an environment alone only what holds for each of its
 * services is told: of the default branch nothing, since a service may state `refs`.
 */
function requestFindings(catalogue, subject, request) {
    if ((0,_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .isAlwaysAllowed */ .oX)(request.mode))
        return [];
    const question = { catalogue, subject, request, rules: (0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .effectiveRules */ .Dl)(catalogue, subject) };
    return CHECKS.flatMap((check) => check(question));
}
const CHECKS = [refs, protectedModes, modes, approval, locks, freezes, windows, actors];
const listed = (values) => (values.length === 0 ? 'nothing' : values.join(', '));
function refs({ subject, request, rules }) {
    const { ref, defaultBranch } = request;
    const isOf = (globs) => globs.some((glob) => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesPattern */ .M)(glob, ref));
    const shown = ref === '' ? 'a ref that GitHub does not name' : ref;
    const remedy = 'Start the run from a ref that the catalogue allows.';
    if (rules.refs.length > 0)
        return rules.refs
            .filter(({ value }) => !isOf(value))
            .map(({ level, value }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .refusal */ .x5)('refs', `${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectInWords */ .DN)(subject)} takes no change from ${shown}: ${level} allows ${listed(value)}`, remedy));
    if (subject.service === undefined)
        return [];
    if (defaultBranch === undefined)
        return [
            (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .refusal */ .x5)('refs', `the event of this run names no default branch, and the catalogue states no \`refs\` for ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectInWords */ .DN)(subject)}`, 'State `refs` in the catalogue.'),
        ];
    const usual = `refs/heads/${defaultBranch}`;
    return ref === usual
        ? []
        : [
            (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .refusal */ .x5)('refs', `${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectInWords */ .DN)(subject)} takes no change from ${shown}: without \`refs\` only ${usual} is allowed`, remedy),
        ];
}
function protectedModes({ catalogue, subject, request: { mode } }) {
    const { environment } = subject;
    if (catalogue.environments.get(environment)?.protected.includes(mode) !== true)
        return [];
    return [
        (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .refusal */ .x5)('protected', `${environment} is protected from \`mode: ${mode}\``, 'Nothing lifts that; use another mode.'),
    ];
}
function modes({ subject, request: { mode }, rules }) {
    return rules.modes
        .filter(({ value }) => !(0,_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .meansMode */ .iT)(value, mode))
        .map(({ level, value }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .refusal */ .x5)('modes', `\`mode: ${mode}\` is not allowed for ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectInWords */ .DN)(subject)}: ${level} allows ${listed(value)}`, 'Use a mode that the catalogue allows.'));
}
/** A plan is approved where the reviewers of an environment of GitHub let its job run: the token of the job says so. */
function approval({ catalogue, subject, request, rules }) {
    const stated = (0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .statedAs */ .m3)(rules.approval, 'plan');
    if (stated === undefined || request.dryRun)
        return [];
    const { applied, mode } = request;
    if (mode === 'shift' || mode === 'blue-green')
        return [
            (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .refusal */ .x5)('approval', `${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectInWords */ .DN)(subject)} is changed only by a plan that was approved, as ${stated.level} states with \`approval: plan\`, and of \`mode: ${mode}\` there is no plan`, 'State `approval: plan` where no traffic is shifted alone; the reviewers of an environment of GitHub can approve the job, and each step with `promote: by-hand`.'),
        ];
    const wanted = catalogue.environments.get(subject.environment)?.githubEnvironment;
    if (applied === undefined)
        return [
            (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .refusal */ .x5)('approval', `${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectInWords */ .DN)(subject)} is changed only by a plan that was approved: ${stated.level} states \`approval: plan\``, 'Make a plan with `dry-run: true` and `plan-file`, and carry it out with `apply`.'),
        ];
    if (wanted !== undefined && applied.environment === wanted)
        return [];
    const found = applied.environment ?? 'none';
    return [
        (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .refusal */ .x5)('approval', `${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectInWords */ .DN)(subject)} is changed only by a job in the environment ${wanted ?? ''} of GitHub, whose reviewers approve the plan: ${applied.why ?? `the job's token says ${found}`}`, `Set \`environment: ${wanted ?? ''}\` on the job, with \`permissions: { id-token: write }\`.`),
    ];
}
function locks({ catalogue, subject, request }) {
    const { environment, service } = subject;
    const placed = service === undefined ? undefined : catalogue.services.get(service);
    const all = [
        [environment, catalogue.environments.get(environment)?.lock],
        [service ?? '', placed?.lock],
        [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectInWords */ .DN)(subject), placed?.in.get(environment)?.lock],
    ];
    return all.flatMap(([name, lock]) => lock === undefined || isOver(lock.until, request.now)
        ? []
        : [
            (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .liftable */ .wz)(request, 'lock', `${name} is locked by ${lock.by} ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .untilInWords */ .vZ)(lock.until)}: ${lock.reason}`, 'Ask for the lock to be taken away, or set `break-glass` to a reason.'),
        ]);
}
const isOver = (until, now) => until !== undefined && now > until;
function freezes({ catalogue, subject, request }) {
    if ((0,_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .isExemptFromTimes */ .SS)(request.mode))
        return [];
    return catalogue.freezes
        .filter((freeze) => freezesNow(freeze, subject, request))
        .map(({ name, until }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .liftable */ .wz)(request, 'freezes', `${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectInWords */ .DN)(subject)} is frozen ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .untilInWords */ .vZ)(until)}: ${name}`, 'Wait for its end, or set `break-glass` to a reason.'));
}
function freezesNow({ from, until, environments, services, allows }, { environment, service }, { now, mode }) {
    const isMeant = environments === undefined || environments.includes(environment);
    const isOfService = services === undefined || (service !== undefined && services.includes(service));
    return now >= from && now <= until && isMeant && isOfService && !(0,_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .meansMode */ .iT)(allows, mode);
}
function windows({ catalogue, subject, request, rules }) {
    if ((0,_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .isExemptFromTimes */ .SS)(request.mode))
        return [];
    const closed = rules.windows.flatMap(({ level, value }) => {
        const { isOpen, opensAt } = openingOf(value, request);
        return isOpen ? [] : [{ level, opensAt }];
    });
    const waiver = (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .waiverFor */ .Qd)(catalogue, subject, { rule: 'window', now: request.now });
    return closed.map(({ level, opensAt }) => {
        const opens = opensAt === undefined ? 'it opens no more' : `it opens at ${(0,_moment_js__WEBPACK_IMPORTED_MODULE_5__/* .momentInWords */ .ln)(opensAt)}`;
        const what = `no window of ${level} is open for ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectInWords */ .DN)(subject)} with \`mode: ${request.mode}\`: ${opens}`;
        if (waiver !== undefined)
            return { weight: 'waived', rule: 'windows', what: `${what}; ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .waiverInWords */ .bc)(waiver)}` };
        return (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .liftable */ .wz)(request, 'windows', what, 'Wait for it, or set `break-glass` to a reason.');
    });
}
function openingOf(list, { mode, now }) {
    if (list.length === 0)
        return { isOpen: true, until: undefined, opensAt: undefined };
    const states = list
        .filter((each) => each.modes === undefined || (0,_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .meansMode */ .iT)(each.modes, mode))
        .map((each) => (0,_windows_js__WEBPACK_IMPORTED_MODULE_0__/* .windowAt */ .MF)(each, now));
    const ends = states.flatMap((each) => (each.state === 'open' ? each.until : []));
    const openings = states.flatMap((each) => (each.state === 'closed' ? (each.opensAt ?? []) : []));
    return {
        isOpen: ends.length > 0,
        until: ends.length === 0 ? undefined : Math.max(...ends),
        opensAt: openings.length === 0 ? undefined : Math.min(...openings),
    };
}
/**
 * What there is to say of a run that is expected to last so many seconds, where its window ends before that. A roll that is
 * under way is never stopped by it.
 */
function overrunFindings(catalogue, subject, { request, lastsSeconds }) {
    if ((0,_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .isExemptFromTimes */ .SS)(request.mode))
        return [];
    const rules = (0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .effectiveRules */ .Dl)(catalogue, subject);
    const ends = rules.windows.flatMap(({ value }) => openingOf(value, request).until ?? []);
    const end = Math.min(...ends);
    if (ends.length === 0 || request.now + lastsSeconds <= end)
        return [];
    const what = `the change of ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectInWords */ .DN)(subject)} is expected to last until ${(0,_moment_js__WEBPACK_IMPORTED_MODULE_5__/* .momentInWords */ .ln)(request.now + lastsSeconds)}, and its window ends at ${(0,_moment_js__WEBPACK_IMPORTED_MODULE_5__/* .momentInWords */ .ln)(end)}`;
    if ((0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .statedAs */ .m3)(rules.runsOver, 'refuse') === undefined)
        return [{ weight: 'warning', what }];
    return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .liftable */ .wz)(request, 'runs-over', what, 'Start earlier in the window, or set `break-glass` to a reason.')];
}
function actors({ subject, request, rules }) {
    return rules.actors.flatMap(({ level, value }) => {
        const allowed = new Set(value.map((login) => login.toLowerCase()));
        const strangers = request.actors.filter((login) => !allowed.has(login.toLowerCase()));
        if (value.length === 0 || (strangers.length === 0 && request.actors.length > 0))
            return [];
        const named = strangers.length === 0 ? 'an actor that GitHub does not name' : strangers.join(' and ');
        return [
            (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .refusal */ .x5)('actors', `${named} may not change ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectInWords */ .DN)(subject)}: ${level} allows ${listed(value)}`, 'Let one of them start the run.'),
        ];
    });
}


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

/***/ 76566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isGlob),
/* harmony export */   k: () => (/* binding */ matchesGlob)
/* harmony export */ });
/** Whether an entry can mean more than the one group of that name. */
const isGlob = (entry) => /[*?]/.test(entry);
/**
 * Whether a whole name matches a glob: `*` is any number of characters, also `/`, since group names may hold slashes;
 * `?` is exactly one; everything else is itself, case included.
 */
function matchesGlob(glob, name) {
    const pattern = Array.from(glob);
    const letters = Array.from(name);
    let location = 0;
    let star;
    for (let letter = 0; letter < letters.length;) {
        if (pattern[location] === '*')
            star = { pattern: location++, name: letter };
        else if (pattern[location] === '?' || pattern[location] === letters[letter]) {
            location++;
            letter++;
        }
        else if (star !== undefined) {
            // Only the last star may give way: whatever an earlier one could take, this one can as well.
            location = star.pattern + 1;
            letter = ++star.name;
        }
        else
            return false;
    }
    return pattern.slice(location).every((rest) => rest === '*');
}


/***/ }),

/***/ 12314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mb: () => (/* binding */ leavingLimit),
/* harmony export */   tn: () => (/* binding */ checkpointsFor),
/* harmony export */   vO: () => (/* binding */ budgetFor)
/* harmony export */ });
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71582);

/**
 * The budgets for one group: a count is in instances, so in a group with weights it is worth its heaviest instance;
 * a percentage of the surge is rounded up and is at least one instance, one of the unavailable is rounded down.
 */
function budgetFor(fleet, surge, maxUnavailable) {
    const desired = (fleet.memo ?? fleet).sizes.desired;
    const unit = unitOf(fleet);
    const share = ({ value }) => (desired * value) / 100;
    return {
        surge: surge.kind === 'count' ? surge.value * unit : surge.value === 0 ? 0 : Math.max(unit, Math.ceil(share(surge))),
        maxUnavailable: maxUnavailable.kind === 'count' ? maxUnavailable.value * unit : Math.floor(share(maxUnavailable)),
        ...(maxUnavailable.kind === 'percent' && { unavailableShare: { percent: maxUnavailable.value, unit } }),
    };
}
/** One instance, in the group's unit: in a group with weights the heaviest. */
const unitOf = ({ instances }) => Math.max(1, ...instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he).map(({ weight }) => weight));
/**
 * The new capacity at each checkpoint, in the group's unit: at least one instance, and no more than all; those that come to the same in
 * a small group are one. Undefined where they fall, which amounts of both kinds may.
 */
function checkpointsFor(fleet, amounts) {
    const { desired } = (fleet.memo ?? fleet).sizes;
    const unit = unitOf(fleet);
    const all = amounts.map(({ kind, value }) => Math.min(desired, Math.max(unit, kind === 'count' ? value * unit : Math.ceil((desired * value) / 100))));
    return all.some((value, index) => value < (all[index - 1] ?? 0)) ? undefined : [...new Set(all)];
}
/**
 * How many instances an amount lets be terminating at once: at least one. A percentage is of the instances that the desired
 * capacity is, in a group with weights of the heaviest ones.
 */
function leavingLimit(fleet, { kind, value }) {
    if (kind === 'count')
        return value;
    return Math.max(1, Math.floor(((fleet.memo ?? fleet).sizes.desired * value) / 100 / unitOf(fleet)));
}


/***/ }),

/***/ 3338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kw: () => (/* binding */ refusalText),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   kH: () => (/* binding */ noteOf)
/* harmony export */ });
/* unused harmony export findingInWords */
/** What a run finds out about its groups before its first change, and the one text in which all refusals are told. Pure. */
/** A reason why nothing may be changed. */
const refusalOf = (group, what, remedy) => ({
    group,
    weight: 'refusal',
    what,
    ...(remedy !== undefined && { remedy }),
});
/** What a reader should know of the roll of a group; a sentence. */
const noteOf = (group, what) => ({
    group,
    weight: 'note',
    what,
});
/** `web: it is being deleted`; a finding of every group stands alone. */
const findingInWords = ({ group, what }) => group === undefined ? what : `${group}: ${what}`;
/** All refusals in one error: a line for each where there are several, and each remedy once; undefined where there is none. */
function refusalText(findings) {
    const refusals = findings.filter(({ weight }) => weight === 'refusal');
    if (refusals.length === 0)
        return undefined;
    const lines = [...new Set(refusals.map(findingInWords))];
    const remedies = [...new Set(refusals.flatMap(({ remedy }) => remedy ?? []))];
    const remedy = ['Nothing was changed.', ...remedies].join(' ');
    const [only = '', ...others] = lines;
    if (others.length === 0)
        return { what: `This run cannot begin: ${only}.`, remedy };
    return {
        what: `This run cannot begin, for ${lines.length} reasons.`,
        why: `\n${lines.map((line) => `- ${line}`).join('\n')}\n`,
        remedy,
    };
}


/***/ }),

/***/ 79358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ meansStack),
/* harmony export */   u6: () => (/* binding */ STACK_TAG),
/* harmony export */   yO: () => (/* binding */ stackText)
/* harmony export */ });
/** The tag that CloudFormation puts on everything in a stack; Senza calls its stacks `<name>-<version>`. */
const STACK_TAG = 'aws:cloudformation:stack-name';
/**
 * Whether a stack, by its full name in CloudFormation, is meant.
 *
 * - With a version it must be `<name>-<version>`, nothing more and nothing less.
 * - Without one, everything up to the last hyphen must be the name: `mystack` means `mystack-v1` and `mystack-2`, but not
 *   `mystack-canary-v1`, which is version `v1` of `mystack-canary`. Senza's versions hold no hyphen, its names may:
 *   `my-stack` means `my-stack-v1`, and `my` does not.
 * - A stack without a hyphen has no version and is not Senza's: it is meant by the tag, not by this input. One with a hyphen
 *   cannot be told from a version: `my` does mean a stack that is called just `my-stack`.
 */
function meansStack({ name, version }, stack) {
    if (version !== undefined)
        return stack === `${name}-${version}`;
    const hyphen = stack.lastIndexOf('-');
    return hyphen > 0 && hyphen < stack.length - 1 && stack.slice(0, hyphen) === name;
}
/** As the user wrote it. */
const stackText = ({ name, version }) => version === undefined ? name : `${name} ${version}`;


/***/ }),

/***/ 61256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IU: () => (/* binding */ refuseRequest),
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   Yu: () => (/* binding */ throwRefusals),
/* harmony export */   ds: () => (/* binding */ claimsOf),
/* harmony export */   p_: () => (/* binding */ claimedGroup)
/* harmony export */ });
/* harmony import */ var _domain_catalogue_group_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15993);
/* harmony import */ var _domain_catalogue_modes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8348);
/* harmony import */ var _domain_catalogue_request_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64255);
/* harmony import */ var _domain_rollout_preflight_findings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3338);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27406);





/** Throws one UserError with all that stands against the run before anything is known of its groups; reports the rest. */
function refuseRequest(governance, report) {
    const { environment } = governance;
    if (environment === undefined || (0,_domain_catalogue_modes_js__WEBPACK_IMPORTED_MODULE_3__/* .mayAlwaysBegin */ .SO)(governance.request.mode))
        return;
    const { catalogue, service, request } = governance;
    const found = (0,_domain_catalogue_request_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .requestFindings */ .I)(catalogue, { environment, service }, request);
    throwRefusals(found.flatMap((each) => findingsOf(governance, undefined, each)), report);
}
/** Throws one UserError with all refusals; reports what else a person should know. */
function throwRefusals(findings, report) {
    for (const { weight, what } of findings)
        if (weight === 'warning' || weight === 'notice')
            report({ kind: weight, message: `${what}.` });
    const refused = (0,_domain_rollout_preflight_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .refusalText */ .Kw)(findings);
    if (refused !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(refused);
}
/** Whose each group is, by its name. */
function claimsOf({ catalogue, environment = '', service }, groups) {
    return new Map(groups.map((group) => [
        group.AutoScalingGroupName ?? '',
        (0,_domain_catalogue_group_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .claimOf */ ._B)(catalogue, { environment, service }, claimedGroup(group)),
    ]));
}
/** A group as the selectors of a catalogue see it. */
const claimedGroup = ({ AutoScalingGroupName, Tags = [] }) => ({
    name: AutoScalingGroupName ?? '',
    tags: Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
});
/** What is told of a finding, once. */
function findingsOf({ told, request: { breakGlass } }, group, found) {
    if (found.weight === 'refusal')
        return [(0,_domain_rollout_preflight_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .refusalOf */ .Of)(group, `${found.what} (rule \`${found.rule}\`)`, found.remedy)];
    if (told.has(found.what))
        return [];
    told.add(found.what);
    const { weight } = found;
    switch (weight) {
        case 'lifted':
            return [{ group, weight: 'warning', what: `Lifted by \`break-glass\` (${breakGlass}): ${found.what}` }];
        case 'told':
            return [{ group, weight: 'warning', what: `Without \`dry-run\` this would be refused: ${found.what}` }];
        case 'waived':
            return [{ group, weight: 'notice', what: `Waived: ${found.what}` }];
        case 'warning':
            return [{ group, weight: 'warning', what: found.what }];
        default:
            return weight;
    }
}


/***/ })

};
