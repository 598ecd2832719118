export const id = 9790;
export const ids = [9790,1842];
export const modules = {

/***/ 51842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tokenClaims: () => (/* binding */ tokenClaims)
/* harmony export */ });
/** The claims that a trust policy may test beside subject and audience, as far as they tell jobs of one repository apart. */
const TESTED_CLAIMS = ['repository', 'repository_id', 'ref', 'environment', 'workflow', 'job_workflow_ref'];
/** Reads the middle part of a JSON web token; a claim that cannot be read is undefined. */
function tokenClaims(token) {
    const claims = claimsIn(token);
    const text = (name) => {
        const value = claims[name];
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const tested = TESTED_CLAIMS.flatMap((name) => {
        const value = text(name);
        return value === undefined ? [] : [[name, value]];
    });
    return { issuer: text('iss'), subject: text('sub'), audience: text('aud'), environment: text('environment'), tested };
}
function claimsIn(token) {
    try {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
        return typeof claims === 'object' && claims !== null ? claims : {};
    }
    catch {
        return {};
    }
}


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

/***/ 69790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tokenEnvironment: () => (/* binding */ tokenEnvironment)
/* harmony export */ });
/* harmony import */ var _aws_client_token_claims_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51842);
/* harmony import */ var _domain_catalogue_effective_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85243);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/** The environment of GitHub that the job runs in, as its OIDC token says. */



/** No cloud takes a token for it. */
const AUDIENCE = 'fleet-patch';
/** How often a token is asked for. */
const ATTEMPTS = 4;
/**
 * Where a plan is carried out. A token is asked for only where the catalogue wants to know; where there is none, it says why. Only
 * GitHub writes the claim `environment`.
 */
async function tokenEnvironment({ runner, clock, signal }, catalogue) {
    if (!(0,_domain_catalogue_effective_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .wantsApproval */ .PM)(catalogue))
        return { environment: undefined };
    for (let attempt = 1;; attempt += 1) {
        try {
            return { environment: (0,_aws_client_token_claims_js__WEBPACK_IMPORTED_MODULE_2__.tokenClaims)(await runner.idToken(AUDIENCE, signal)).environment };
        }
        catch (error) {
            const why = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? error.what : `GitHub gave no OIDC token: ${String(error)}`;
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || attempt === ATTEMPTS)
                return { environment: undefined, why: why.replace(/\.$/, '') };
            signal.throwIfAborted();
            await clock.sleep(attempt * 2000, signal);
        }
    }
}


/***/ })

};
