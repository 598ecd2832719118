export const id = 933;
export const ids = [933];
export const modules = {

/***/ 70933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   patchDocker: () => (/* binding */ patchDocker)
/* harmony export */ });
/* harmony import */ var _patch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89936);

/** Changes the Docker image, or other keys, of the groups' user data, or their instance type. */
function patchDocker(run, inputs) {
    const { dockerImage, allowOtherRepository, userData, instanceType, migrateToLaunchTemplate } = inputs;
    return (0,_patch_js__WEBPACK_IMPORTED_MODULE_0__/* .patch */ .F)(run, inputs, {
        userData: { dockerImage, allowOtherRepository, userData },
        instanceType,
        migrateToLaunchTemplate,
    });
}


/***/ })

};
