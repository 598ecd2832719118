export const id = 4097;
export const ids = [4097];
export const modules = {

/***/ 4097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   principalOf: () => (/* binding */ principalOf)
/* harmony export */ });
/**
 * Whose credentials an ARN of GetCallerIdentity tells, whatever the session is called: `assumed-role/fleet-patch`, `user/ops`
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns).
 */
function principalOf(arn) {
    const resource = arn.split(':').slice(5).join(':');
    const [kind = '', ...rest] = resource.split('/');
    return kind === 'assumed-role' ? [kind, ...rest.slice(0, -1)].join('/') : resource;
}


/***/ })

};
