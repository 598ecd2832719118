export const id = 1846;
export const ids = [1846];
export const modules = {

/***/ 1846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sendRecord: () => (/* binding */ sendRecord)
/* harmony export */ });
/** A record must not hold a roll up: two attempts of five seconds. */
const BRIEFLY = { attempts: 2, milliseconds: 5000 };
/**
 * Sends a record to each sink, side by side. Gives a sentence for each that did not take it; never throws, whatever AWS, the
 * network or a client does.
 */
async function sendRecord(connection, sinks, record) {
    const { bus, logGroup, bucket } = sinks;
    const sent = [
        bus && { to: `the event bus ${bus}`, done: toBus(connection, bus, record) },
        logGroup && { to: `the log group ${logGroup}`, done: toLogGroup(connection, logGroup, record) },
        bucket && { to: `the bucket ${bucket}`, done: toBucket(connection, bucket, record) },
    ].filter((each) => typeof each === 'object');
    const outcomes = await Promise.allSettled(sent.map(({ done }) => done));
    return outcomes.flatMap((outcome, index) => outcome.status === 'fulfilled'
        ? []
        : [`The record of this run could not be sent to ${sent[index]?.to}. ${wordsOf(outcome.reason)}`]);
}
const wordsOf = (error) => (error instanceof Error ? error.message : String(error));
/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const ENTRIES_OF_A_CALL = 10;
async function toBus({ clients, send }, bus, { lines, at }) {
    const client = await clients.eventBridge();
    const { PutEventsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(3193), __webpack_require__.e(7702)]).then(__webpack_require__.bind(__webpack_require__, 37702));
    for (let from = 0; from < lines.length; from += ENTRIES_OF_A_CALL) {
        const Entries = lines.slice(from, from + ENTRIES_OF_A_CALL).map((line) => ({
            EventBusName: bus,
            Source: 'fleet-patch',
            DetailType: 'Fleet Patch Change',
            Time: new Date(at * 1000),
            Detail: line,
        }));
        const { FailedEntryCount = 0, Entries: results = [] } = await send(client, new PutEventsCommand({ Entries }), BRIEFLY); // prettier-ignore
        const [failed] = results.filter(({ ErrorCode }) => ErrorCode !== undefined);
        if (FailedEntryCount > 0)
            throw new Error(`AWS did not take ${FailedEntryCount} of ${Entries.length} events: ${failed?.ErrorCode}: ${failed?.ErrorMessage}`); // prettier-ignore
    }
}
/** Less than AWS's 1,048,576 bytes and 10,000 events of a call. */
const BYTES_OF_A_CALL = 900_000;
const EVENTS_OF_A_CALL = 1000;
async function toLogGroup({ clients, send }, logGroupName, { lines, name, at }) {
    const client = await clients.cloudWatchLogs();
    const { CreateLogStreamCommand, PutLogEventsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(3193), __webpack_require__.e(2655), __webpack_require__.e(3793)]).then(__webpack_require__.bind(__webpack_require__, 23793));
    const stream = { logGroupName, logStreamName: `fleet-patch/${name}` };
    try {
        await send(client, new CreateLogStreamCommand(stream), BRIEFLY);
    }
    catch (error) {
        if (!isThereAlready(error))
            throw error;
    }
    const timestamp = Math.floor(at * 1000);
    for (const part of partsOf(lines)) {
        const logEvents = part.map((message) => ({ timestamp, message }));
        const { rejectedLogEventsInfo } = await send(client, new PutLogEventsCommand({ ...stream, logEvents }), BRIEFLY);
        if (rejectedLogEventsInfo !== undefined)
            throw new Error(`AWS has rejected lines of it by their time: ${JSON.stringify(rejectedLogEventsInfo)}.`);
    }
}
/** The stream of the run is made with its intent. */
const isThereAlready = (error) => error instanceof Error && error.cause instanceof Error && error.cause.name === 'ResourceAlreadyExistsException';
function partsOf(lines) {
    const parts = [];
    let [bytes, part] = [0, []];
    for (const line of lines) {
        const size = Buffer.byteLength(line) + 26;
        if (part.length === EVENTS_OF_A_CALL || bytes + size > BYTES_OF_A_CALL)
            [bytes, part] = [0, []];
        if (part.length === 0)
            parts.push(part);
        part.push(line);
        bytes += size;
    }
    return parts;
}
async function toBucket({ clients, send }, bucket, { lines, name, begunAt }) {
    const client = await clients.s3();
    const { PutObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(7212), __webpack_require__.e(2655), __webpack_require__.e(8508), __webpack_require__.e(7906)]).then(__webpack_require__.bind(__webpack_require__, 17906));
    const day = new Date(begunAt * 1000).toISOString().slice(0, 10).replaceAll('-', '/');
    const command = new PutObjectCommand({
        Bucket: bucket,
        Key: `${day}/${name}.json`,
        Body: lines.map((line) => `${line}\n`).join(''),
        ContentType: 'application/x-ndjson',
    });
    await send(client, command, BRIEFLY);
}


/***/ })

};
