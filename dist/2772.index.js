export const id = 2772;
export const ids = [2772];
export const modules = {

/***/ 2772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubApi: () => (/* binding */ githubApi),
  githubApiAt: () => (/* binding */ githubApiAt)
});

;// CONCATENATED MODULE: ./build/src/platform/github-port.js
/** What stands in the way of a call. */
class GitHubRefusal extends Error {
    /** Of HTTP; 0 where no answer came. */
    status;
    /** Whether GitHub asks to slow down, by its primary or a secondary rate limit. */
    isLimited;
    retryAfterSeconds;
    constructor(message, { status, isLimited, retryAfterSeconds, cause }) {
        super(message, { cause });
        this.name = 'GitHubRefusal';
        this.status = status;
        this.isLimited = isLimited;
        this.retryAfterSeconds = retryAfterSeconds;
    }
}

;// CONCATENATED MODULE: ./build/src/platform/github-api.js

/** Milliseconds for one answer. */
const PATIENCE = 5000;
/**
 * GitHub's API by Octokit, which is loaded only here; at the address that `GITHUB_API_URL` of the runner names unless another is
 * given. Each call has one attempt of five seconds.
 */
const githubApiAt = (baseUrl) => async (token) => {
    const { getOctokit } = await __webpack_require__.e(/* import() */ 2413).then(__webpack_require__.bind(__webpack_require__, 92413));
    const { request } = getOctokit(token, { log: silent, ...(baseUrl !== undefined && { baseUrl }) });
    // A GitHub Enterprise server has GraphQL beside its REST API, not below it.
    const beside = { baseUrl: request.endpoint.DEFAULTS.baseUrl.replace(/\/api\/v3$/, '/api') };
    const api = async (route, parameters = {}) => {
        const options = { ...(route.endsWith('/graphql') && beside), request: { signal: AbortSignal.timeout(PATIENCE) } };
        try {
            const answer = await request(route, { ...parameters, ...options });
            return answer.data;
        }
        catch (error) {
            throw refusalOf(error);
        }
    };
    return api;
};
const githubApi = githubApiAt();
const nothing = () => { };
/** What fails is told by the run itself. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function refusalOf(error) {
    const { message = String(error), response, ...given } = error;
    // Octokit calls a connection that fails, or takes too long, a status 500.
    const status = response === undefined ? 0 : (given.status ?? 0);
    const headers = response?.headers ?? {};
    const wait = Number(headers['retry-after'] ?? NaN);
    const isLimited = status === 429 ||
        (status === 403 &&
            (Number.isFinite(wait) || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message)));
    return new GitHubRefusal(message, {
        status,
        isLimited,
        retryAfterSeconds: Number.isFinite(wait) ? wait : undefined,
        cause: error,
    });
}


/***/ })

};
