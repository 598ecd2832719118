export const id = 1842;
export const ids = [1842];
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


/***/ })

};
