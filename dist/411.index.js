export const id = 411;
export const ids = [411];
export const modules = {

/***/ 82792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   patchImage: () => (/* binding */ patchImage)
/* harmony export */ });
/* harmony import */ var _patch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89936);

/** Moves groups to another image, by default the newest of the family of the one in use. */
function patchImage(run, inputs) {
    const { images, imageOwners, replaceSsmAlias, instanceType, migrateToLaunchTemplate } = inputs;
    return (0,_patch_js__WEBPACK_IMPORTED_MODULE_0__/* .patch */ .F)(run, inputs, {
        image: { images, imageOwners, replaceSsmAlias },
        instanceType,
        migrateToLaunchTemplate,
    });
}


/***/ })

};
