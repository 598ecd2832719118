export const id = 7701;
export const ids = [7701];
export const modules = {

/***/ 7701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publish: () => (/* binding */ publish)
/* harmony export */ });
/** Publishes a message to a topic of SNS, in one attempt of five seconds. UserError where AWS refuses it. */
async function publish({ clients, send }, topic, { subject, text, attributes }) {
    const client = await clients.sns();
    const { PublishCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(5216)]).then(__webpack_require__.bind(__webpack_require__, 85216));
    const command = new PublishCommand({
        TopicArn: topic,
        Subject: subject,
        Message: text,
        MessageAttributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }])),
    });
    await send(client, command, { attempts: 1, milliseconds: 5000 });
}


/***/ })

};
