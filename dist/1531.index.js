export const id = 1531;
export const ids = [1531];
export const modules = {

/***/ 72527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ batches)
/* harmony export */ });
/** The items in order, in lists of at most so many; no list is ever empty. */
function batches(items, size) {
    const all = [...items];
    return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}


/***/ }),

/***/ 2848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ mapConcurrently)
/* harmony export */ });
/**
 * Calls under way at once. Load balancing gives one account 40 calls and then 10 a second for all its users
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html): more would only turn
 * into retries.
 */
const LIMIT = 4;
/** The results in the order of the items; after a failure no further item is begun, and the first failure is thrown. */
async function mapConcurrently(items, work) {
    const results = [];
    const queue = items.entries();
    let failed = false;
    const worker = async () => {
        for (const [index, item] of queue) {
            if (failed)
                return;
            try {
                results[index] = await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(LIMIT, items.length) }, worker));
    return results;
}


/***/ }),

/***/ 51481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ pageStream)
/* harmony export */ });
/**
 * The pages of a listing one after the other, for one that is too long to be kept whole. A short or empty page says
 * nothing: only the missing token ends it.
 */
async function* pageStream(fetch) {
    let token;
    do {
        const page = await fetch(token === undefined ? {} : { NextToken: token });
        yield page;
        // An empty token is no token: some emulators send one at the end.
        token = page.NextToken === '' ? undefined : page.NextToken;
    } while (token !== undefined);
}


/***/ }),

/***/ 14659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ everyPage),
/* harmony export */   b: () => (/* binding */ everyMarkedPage)
/* harmony export */ });
/**
 * Every page of a listing, by AWS's `NextToken`. A short or empty page says nothing: only the missing token ends it.
 */
async function everyPage(fetch) {
    const pages = [];
    let token;
    do {
        const page = await fetch(token === undefined ? {} : { NextToken: token });
        pages.push(page);
        // An empty token is no token: some emulators send one at the end.
        token = page.NextToken === '' ? undefined : page.NextToken;
    } while (token !== undefined);
    return pages;
}
/** The same of Elastic Load Balancing, which calls its token a marker. */
const everyMarkedPage = (fetch) => everyPage(async ({ NextToken: Marker }) => {
    const page = await fetch(Marker === undefined ? {} : { Marker });
    return { ...page, NextToken: page.NextMarker };
});


/***/ }),

/***/ 42875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ip: () => (/* binding */ visitGroups),
/* harmony export */   JR: () => (/* binding */ groupsByName),
/* harmony export */   q$: () => (/* binding */ groupsByFilter)
/* harmony export */ });
/* harmony import */ var _client_batches_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72527);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2848);
/* harmony import */ var _client_page_stream_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51481);
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14659);




/** Both the longest page and, with a page of that size, the most names of one DescribeAutoScalingGroups call. */
const MOST_GROUPS = 100;
/** Asks for one page after the other. */
function pagesOf(connection, question) {
    return async (token) => {
        const { DescribeAutoScalingGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
        const client = await connection.clients.autoScaling();
        return await connection.send(client, new DescribeAutoScalingGroupsCommand({ ...question, ...token, MaxRecords: MOST_GROUPS }));
    };
}
/** One question for each hundred names; never one without names, which AWS would take for "every group". */
const questionsFor = (names) => (0,_client_batches_js__WEBPACK_IMPORTED_MODULE_0__/* .batches */ .X)(new Set(names), MOST_GROUPS).map((batch) => ({ AutoScalingGroupNames: [...batch] }));
async function listed(connection, question) {
    const pages = await (0,_client_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .everyPage */ .L)(pagesOf(connection, question));
    return pages.flatMap(({ AutoScalingGroups }) => AutoScalingGroups ?? []);
}
/** The groups with these names and their instances; a name that is not there is simply not among them. */
async function groupsByName(connection, names) {
    const answers = await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_2__/* .mapConcurrently */ .X)(questionsFor(names), (question) => listed(connection, question));
    return answers.flat();
}
/** The groups that pass every filter, or all of the region, without their instances. */
const groupsByFilter = (connection, filters) => listed(connection, { ...(filters.length > 0 && { Filters: filters }), IncludeInstances: false });
/**
 * Shows `visit` the groups with these names, or every group of the region, one after the other with their instances. None
 * is kept: the groups of a large account would be many megabytes.
 */
async function visitGroups(connection, names, visit) {
    const questions = names === 'every group' ? [{}] : questionsFor(names);
    await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_2__/* .mapConcurrently */ .X)(questions, async (question) => {
        const pages = (0,_client_page_stream_js__WEBPACK_IMPORTED_MODULE_3__/* .pageStream */ .q)(pagesOf(connection, question));
        for await (const { AutoScalingGroups } of pages)
            for (const group of AutoScalingGroups ?? [])
                visit(group);
    });
}


/***/ }),

/***/ 51566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ doublyClaimed),
/* harmony export */   h: () => (/* binding */ unclaimed)
/* harmony export */ });
/** What `mode: catalogue` finds: that the file is right, and, with an account, which groups no service or more than one claims. */
/** Groups that no service claims: nothing governed may change them. */
const unclaimed = ({ groups }) => groups.filter(({ claims }) => claims.length === 0);
/** Groups that more than one service claims: nothing governed may change them either. */
const doublyClaimed = ({ groups }) => groups.filter(({ claims }) => claims.length > 1);


/***/ }),

/***/ 31531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   catalogue: () => (/* binding */ catalogue)
/* harmony export */ });
/* harmony import */ var _aws_groups_describe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42875);
/* harmony import */ var _aws_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2848);
/* harmony import */ var _domain_catalogue_claims_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32431);
/* harmony import */ var _domain_catalogue_review_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51566);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43629);
/* harmony import */ var _governance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61256);







/** Names in a warning; the summary has them all. */
const MOST_NAMES = 20;
/** Lists the groups of an account that no service of the catalogue claims, and those that several claim. Changes nothing. */
async function catalogue(run) {
    const { governance, connection, elsewhere, report } = run;
    if (governance === undefined)
        throw new Error('A catalogue is listed without one.');
    report({ kind: 'phase', title: 'List groups' });
    const connections = [connection, ...elsewhere];
    const regions = connections.map(({ region }) => region);
    const environments = [...governance.catalogue.environments].flatMap(([name, { account, regions: own }]) => {
        const isMeant = governance.environment === undefined || governance.environment === name;
        return isMeant && account === governance.account && regions.some((region) => own.includes(region)) ? [name] : [];
    });
    if (environments.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
            what: `No environment of the catalogue has the account ${governance.account} and one of ${regions.join(', ')}.`,
            remedy: 'Declare it, or check credentials and `aws-region`.',
        });
    const found = await (0,_aws_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_3__/* .mapConcurrently */ .X)(connections, (each) => reviewed(each, governance.catalogue, environments));
    const listing = { environments, regions, groups: found.flat() };
    for (const [groups, words] of [
        [(0,_domain_catalogue_review_js__WEBPACK_IMPORTED_MODULE_4__/* .unclaimed */ .h)(listing), 'claimed by no service of the catalogue, so no governed run may change them'],
        [(0,_domain_catalogue_review_js__WEBPACK_IMPORTED_MODULE_4__/* .doublyClaimed */ .P)(listing), 'claimed by more than one service of the catalogue, so no governed run may change them'],
    ])
        if (groups.length > 0)
            report({ kind: 'warning', message: `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(groups.length, 'group')} ${words}: ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .Ku)(groups.map(inWords), MOST_NAMES)}.` }); // prettier-ignore
    const { path, catalogue: whole } = governance;
    return {
        kind: 'catalogue',
        review: { path, environments: [...whole.environments.keys()], services: [...whole.services.keys()], listing },
    };
}
async function reviewed(connection, whole, environments) {
    const { region } = connection;
    const here = environments.filter((name) => whole.environments.get(name)?.regions.includes(region));
    const groups = (await (0,_aws_groups_describe_js__WEBPACK_IMPORTED_MODULE_5__/* .groupsByFilter */ .q$)(connection, [])).map(_governance_js__WEBPACK_IMPORTED_MODULE_2__/* .claimedGroup */ .p_);
    return groups
        .toSorted((one, other) => (one.name < other.name ? -1 : 1))
        .map((group) => ({
        region,
        group: group.name,
        claims: here.flatMap((environment) => (0,_domain_catalogue_claims_js__WEBPACK_IMPORTED_MODULE_6__/* .claimantsOf */ .YF)(whole, environment, group).map((service) => ({ environment, service }))),
    }));
}
const inWords = ({ region, group, claims }) => claims.length === 0
    ? `${group} (${region})`
    : `${group} (${region}: ${claims.map(({ environment, service }) => `${service} in ${environment}`).join(' and ')})`;


/***/ })

};
