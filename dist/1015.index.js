export const id = 1015;
export const ids = [1015,1842];
export const modules = {

/***/ 64839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ awsFaultOf)
/* harmony export */ });
/**
 * What AWS said, found in an error or in what caused it; undefined when AWS said nothing. The wire code is `Code` in
 * the query protocols and the error's name elsewhere.
 */
function awsFaultOf(error) {
    for (let inner = error; inner instanceof Error; inner = inner.cause) {
        if ('Code' in inner && typeof inner.Code === 'string')
            return { code: inner.Code, message: inner.message };
        // Only what AWS answered has a `$fault`; the SDK hangs `$metadata` on any error that passes through it.
        if ('$fault' in inner)
            return { code: inner.name, message: inner.message };
    }
    return undefined;
}


/***/ }),

/***/ 21015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
;// CONCATENATED MODULE: ./build/src/aws/client/account.js

/**
 * Asks AWS whose credentials these are. UserError when the account is not allowed, UncertainOutcome without an answer. To be
 * called before anything else.
 */
async function checkAccount({ clients, send, allowedAccountIds }) {
    const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(5621)]).then(__webpack_require__.bind(__webpack_require__, 15621));
    const sts = await clients.sts();
    const { Account: id, Arn: arn } = await send(sts, new GetCallerIdentityCommand({}));
    if (id === undefined || arn === undefined)
        throw new Error('sts:GetCallerIdentity gave neither account nor ARN');
    if (allowedAccountIds.length > 0 && !allowedAccountIds.includes(id)) {
        throw new errors/* UserError */.yo({
            what: `The credentials belong to the account ${id}, which \`allowed-account-ids\` does not hold.`,
            why: `They are those of ${arn}; allowed are ${allowedAccountIds.join(', ')}.`,
            remedy: 'Nothing was changed. Use credentials of an allowed account, or correct `allowed-account-ids`.',
        });
    }
    return { id, arn };
}
/** No call has succeeded yet, so there is nothing to look at again. */
function unreachable(cause) {
    return new errors/* UserError */.yo({
        what: cause.message,
        remedy: 'Nothing was changed. Check `aws-region`, the network of the runner with its proxy (`HTTPS_PROXY`, `NO_PROXY`), https://health.aws.amazon.com and https://www.githubstatus.com, and start the job again.',
        cause,
    });
}

;// CONCATENATED MODULE: ./build/src/aws/client/aws-clock.js
/** The `Date` of an answer is in whole seconds. */
const DATE_MILLISECONDS = 1000;
/**
 * The runner's clock, moved to where AWS's is: leases, launch times and activities are in AWS's time, and the clock of a
 * runner may be wrong. Each answer bounds the difference; answers that contradict those before follow a clock that was set,
 * and count alone. As long as the runner's clock may be right it is taken as it is.
 */
function awsClock(clock) {
    let least = -Infinity;
    let most = Infinity;
    const offset = () => (least > 0 ? least : most < 0 ? most : 0);
    return {
        now: () => clock.now() + offset(),
        runnerNow: () => clock.now(),
        sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
        learn: (date, sentAt) => {
            const told = Date.parse(date ?? '');
            if (Number.isNaN(told))
                return;
            const low = told - clock.now();
            const high = told + DATE_MILLISECONDS - sentAt;
            if (low > most || high < least)
                [least, most] = [low, high];
            else
                [least, most] = [Math.max(least, low), Math.min(most, high)];
        },
    };
}

// EXTERNAL MODULE: ./build/src/aws/client/aws-fault.js
var aws_fault = __webpack_require__(64839);
;// CONCATENATED MODULE: ./build/src/aws/client/garbled-answer.js
/** What came in the place of AWS's answer, and its HTTP status: from a proxy, or cut off on its way. It says nothing of AWS. */
class GarbledAnswer extends Error {
    status;
    constructor(what, status, cause) {
        super(`AWS answered with ${what}${status === undefined ? '' : ` (status ${status})`}`, cause === undefined ? {} : { cause });
        this.name = 'GarbledAnswer';
        this.status = status;
    }
}
/** The format that the content type of a request asks for; undefined for a form of which nothing is known here. */
const formatOf = (contentType = '') => contentType.includes('x-www-form-urlencoded') ? 'XML' : /x-amz-json|\/json/.test(contentType) ? 'JSON' : undefined;
/** What stands in the place of AWS's answer, in words; undefined where it is an answer of AWS, a refusal included. */
function garblingOf({ status, text, format, hasErrorHeader }) {
    const body = text.replace(/^\uFEFF/, '').trim();
    if (body === '')
        return 'nothing';
    if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html)/i.test(body))
        return 'HTML';
    const isRefusal = status >= 300;
    return format === 'XML' ? garblingOfXml(body, isRefusal) : garblingOfJson(body, isRefusal && !hasErrorHeader);
}
/** The element around the whole answer, from its beginning to its end. */
const ROOT = /^(?:<\?xml[^>]*\?>\s*)?<(?<root>[A-Za-z][\w.:-]*)(?:\s[^>]*)?(?:>[\s\S]*<\/\k<root>>|\/>)$/;
function garblingOfXml(body, isRefusal) {
    if (/^[{[]/.test(body))
        return 'JSON in place of XML';
    if (!body.startsWith('<'))
        return 'text that is no XML';
    const root = ROOT.exec(body)?.groups?.['root'];
    if (root === undefined)
        return 'half an answer';
    // EC2 has `Response` around an error, the other services `ErrorResponse`.
    if (!isRefusal)
        return root.endsWith('Response') ? undefined : 'XML that is no answer';
    return /^(Error)?Response$/.test(root) && body.includes('<Code>') ? undefined : 'XML that names no error';
}
function garblingOfJson(body, needsCode) {
    if (body.startsWith('<'))
        return 'XML in place of JSON';
    if (!body.startsWith('{'))
        return 'text that is no JSON';
    try {
        const tree = JSON.parse(body);
        return needsCode && tree['__type'] === undefined && tree['code'] === undefined
            ? 'JSON that names no error'
            : undefined;
    }
    catch {
        return 'half an answer';
    }
}
/**
 * What an answer must hold by which a run decides, by operation. AWS sends an empty list too; without the element, which a
 * proxy may have taken out, no group, no instance, no failure would seem to exist.
 */
const CONTENTS = {
    CreateLaunchTemplate: ['LaunchTemplate'],
    CreateLaunchTemplateVersion: ['LaunchTemplateVersion'],
    DescribeAddresses: ['Addresses'],
    DescribeAutoScalingGroups: ['AutoScalingGroups'],
    DescribeImages: ['Images'],
    DescribeInstanceHealth: ['InstanceStates'],
    DescribeInstanceRefreshes: ['InstanceRefreshes'],
    DescribeInstanceStatus: ['InstanceStatuses'],
    DescribeInstanceTypes: ['InstanceTypes'],
    DescribeInstances: ['Reservations'],
    DescribeLaunchConfigurations: ['LaunchConfigurations'],
    DescribeLaunchTemplateVersions: ['LaunchTemplateVersions'],
    DescribeLaunchTemplates: ['LaunchTemplates'],
    DescribeLifecycleHooks: ['LifecycleHooks'],
    DescribeListeners: ['Listeners'],
    // Of both generations of load balancers.
    DescribeLoadBalancers: [['LoadBalancers', 'LoadBalancerDescriptions']],
    DescribePolicies: ['ScalingPolicies'],
    DescribeRules: ['Rules'],
    DescribeScalingActivities: ['Activities'],
    DescribeScheduledActions: ['ScheduledUpdateGroupActions'],
    DescribeSubnets: ['Subnets'],
    DescribeTags: ['TagDescriptions'],
    DescribeTargetGroupAttributes: ['Attributes'],
    DescribeTargetGroups: ['TargetGroups'],
    DescribeTargetHealth: ['TargetHealthDescriptions'],
    DescribeTrafficSources: ['TrafficSources'],
    DescribeVolumes: ['Volumes'],
    DescribeWarmPool: ['Instances'],
    GetCallerIdentity: ['Account', 'Arn'],
    GetMetricData: ['MetricDataResults'],
    GetParameters: ['Parameters'],
    GetServiceQuota: ['Quota'],
    ListHostedZones: ['HostedZones'],
    ListResourceRecordSets: ['ResourceRecordSets'],
    Publish: ['MessageId'],
    PutEvents: ['Entries'],
    PutObject: ['ETag'],
    RunInstances: ['Instances'],
};
/** The first part that an answer lacks although it must hold it; undefined where it lacks none. */
function lackOf(operation, output) {
    const parts = output;
    const lacking = CONTENTS[operation]?.find((content) => [content].flat().every((name) => parts[name] === undefined));
    return lacking === undefined ? undefined : [lacking].flat().join(' or ');
}

;// CONCATENATED MODULE: ./build/src/aws/client/failure-words.js


/** What became of a connection, by the code that Node gives it. */
const CONNECTIONS = {
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: 'the connection was reset',
    EPIPE: 'the connection was closed',
    ENOTFOUND: 'its name was not found',
    EAI_AGAIN: 'its name could not be looked up',
    EHOSTUNREACH: 'there is no way to it in the network',
    ENETUNREACH: 'there is no way to it in the network',
    ETIMEDOUT: 'no answer came in time',
};
/** What happened to a call that was left without a usable answer, in words: no class names, no codes of Node. */
function failureInWords(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error instanceof GarbledAnswer)
        return error.message;
    const fault = (0,aws_fault/* awsFaultOf */.x)(error);
    if (fault !== undefined)
        return `AWS answered ${fault.code}: ${fault.message}`;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    const told = CONNECTIONS[code];
    if (told !== undefined)
        return told;
    if (/^(TimeoutError|AbortError)$/.test(error.name))
        return 'no answer came in time';
    return error.cause instanceof Error && error.message === '' ? failureInWords(error.cause) : error.message;
}

;// CONCATENATED MODULE: ./build/src/aws/client/graceful-abort.js
/** A signal that follows another so many milliseconds later, but not once the attempt is over. */
function gracefulAbort({ cancelled, clock, graceMilliseconds, }) {
    const cut = new AbortController();
    // Made only where it is needed: each end of a controller makes an error, with its stack.
    let over;
    const follow = () => {
        const end = () => cut.abort(cancelled?.reason);
        if (graceMilliseconds === 0)
            return end();
        over = new AbortController();
        // A sleep that is ended by `over` leaves nothing to cut off.
        void clock.sleep(graceMilliseconds, over.signal).then(end, () => { });
    };
    cancelled?.addEventListener('abort', follow, { once: true });
    return {
        signal: cut.signal,
        settled: () => {
            cancelled?.removeEventListener('abort', follow);
            over?.abort();
        },
    };
}

;// CONCATENATED MODULE: ./build/src/aws/client/operations.js
/** IAM's prefix for each service, by the SDK's name for it. */
const prefixes = {
    'Auto Scaling': 'autoscaling',
    CloudWatch: 'cloudwatch',
    EC2: 'ec2',
    'Elastic Load Balancing': 'elasticloadbalancing',
    'Elastic Load Balancing v2': 'elasticloadbalancing',
    'CloudWatch Logs': 'logs',
    EventBridge: 'events',
    'Route 53': 'route53',
    S3: 's3',
    SNS: 'sns',
    'Service Quotas': 'servicequotas',
    SSM: 'ssm',
    STS: 'sts',
};
/** The IAM action of a call, such as `autoscaling:SuspendProcesses`. */
function iamAction(serviceId, operation) {
    const prefix = prefixes[serviceId];
    if (prefix === undefined)
        throw new Error(`no IAM prefix is known for the service ${serviceId}`);
    return `${prefix}:${operation}`;
}
/** Whether an operation changes nothing. Assuming a role changes nothing but the principal of later calls. */
function isReadOnly(operation) {
    return /^(Describe|Get|List|AssumeRole)/.test(operation);
}
/** What a dry run throws instead of sending a change; reaching this is a defect of ours, but never harm to a fleet. */
function refusedInDryRun(operation) {
    return new Error(`A dry run was about to send ${operation}. Nothing was sent.`);
}
/**
 * Changes that give the same state when they are made twice, so that they may be sent again when the answer to the
 * first was lost. Everything that is not here might count twice: a termination that decrements the desired capacity
 * (and every Auto Scaling call that attaches, detaches or enters standby), or a second template version or image. A record or
 * message that arrives twice says the same twice.
 */
const repeatable = new Set([
    'AddTags',
    'AssociateAddress',
    'AttachLoadBalancers',
    'ChangeResourceRecordSets',
    'CreateLogStream',
    'CreateOrUpdateTags',
    'CreateTags',
    'DeleteTags',
    'DetachLoadBalancers',
    'DisassociateAddress',
    'ModifyLaunchTemplate',
    'ModifyListener',
    'ModifyRule',
    'Publish',
    'PutEvents',
    'PutLogEvents',
    'PutObject',
    'PutParameter',
    'RegisterInstancesWithLoadBalancer',
    'RegisterTargets',
    'RemoveTags',
    'ResumeProcesses',
    'SetDesiredCapacity',
    'SetInstanceProtection',
    'SuspendProcesses',
    'TerminateInstances',
    'UpdateAutoScalingGroup',
]);
/**
 * Whether a call may be repeated without knowing what became of it. A `ClientToken` that the caller chose makes it so;
 * the one that the SDK fills in does not, since each sending gets a new one.
 */
function isRepeatable(operation, input) {
    const token = 'ClientToken' in input ? input.ClientToken : undefined;
    // It would take an address away from others who have moved it in between.
    const takesAway = operation === 'AssociateAddress' && 'AllowReassociation' in input && input.AllowReassociation === true;
    return isReadOnly(operation) || (repeatable.has(operation) && !takesAway) || typeof token === 'string';
}

// EXTERNAL MODULE: ./build/src/text/sentence.js
var sentence = __webpack_require__(89916);
;// CONCATENATED MODULE: ./build/src/aws/client/access-denied.js
/** Where AWS's sentence names the principal, the action, the resource and the reason. */
const access_denied_sentence = /User: (?<user>\S+) is not authorized to perform: (?<action>\S+?)(?: on resource: (?<resource>\S+?))?(?:,? (?<reason>(?:because|with) .+?))?(?:\.? Encoded authorization failure message:.*|\.)?$/s;
const encoded = /Encoded authorization failure message: (?<blob>\S+)/;
/** Which permission is missing, for whom, and what to do, from the words of AccessDenied or UnauthorizedOperation. */
function accessDenied({ message }) {
    const { user, action, resource, reason } = access_denied_sentence.exec(message)?.groups ?? {};
    const blob = encoded.exec(message)?.groups?.['blob'];
    const decode = blob === undefined ? '' : ` Details: \`aws sts decode-authorization-message --encoded-message ${blob}\`.`;
    if (user === undefined || action === undefined) {
        const why = message.replace(encoded, '').trim();
        return { why, remedy: `Allow it in the policies of the role or user whose credentials are used.${decode}` };
    }
    const caller = principal(user);
    const where = resource === undefined || resource === '*' ? '' : ` on ${resource}`;
    const why = `${caller} is not authorized to perform ${action}${where}${reason === undefined ? '' : ` ${reason}`}.`;
    return { why, remedy: `${remedyFor({ reason: reason ?? '', action, caller, where })}${decode}` };
}
function remedyFor({ reason, action, caller, where }) {
    const policy = /(service control policy|resource control policy|permissions boundary|session policy|resource-based policy)/.exec(reason)?.[1];
    if (reason.startsWith('with an explicit deny'))
        return `Take ${action} out of the deny in the ${policy ?? 'policy'}.`;
    if (policy !== undefined && policy !== 'resource-based policy')
        return `Allow ${action}${where} in the ${policy}.`;
    return `Allow ${action}${where} in a policy of ${caller}.`;
}
/** A session's ARN shows its role: policies belong to the role. */
function principal(arn) {
    const role = /^arn:[\w-]+:sts::\d+:assumed-role\/([^/]+)\//.exec(arn)?.[1];
    return role === undefined ? arn : `the role ${role}`;
}

// EXTERNAL MODULE: ./build/src/aws/client/uncertain-outcome.js
var uncertain_outcome = __webpack_require__(99545);
;// CONCATENATED MODULE: ./build/src/aws/client/aws-errors.js





/**
 * What to throw for an error that no repetition mends: a UserError with AWS's error as its cause. What did not come
 * from AWS or from looking for credentials is given back as it is.
 */
function awsError(error, call) {
    if (error instanceof errors/* UserError */.yo || error instanceof uncertain_outcome/* UncertainOutcome */.a || !(error instanceof Error))
        return error;
    if (/^(CredentialsProvider|TokenProvider|ProviderError)/.test(error.name))
        return noCredentials(error);
    // The SDK hangs `$metadata` on every error that passes through it, but `$fault` only on AWS's own.
    const fault = '$fault' in error ? (0,aws_fault/* awsFaultOf */.x)(error) : undefined;
    if (fault === undefined)
        return error;
    const what = `AWS refused ${call.action}${subjectOf(call.input)}.`;
    const kind = kinds.find(({ matches }) => matches(fault));
    const { why, remedy } = kind?.explain(fault) ?? { why: `${fault.code}: ${fault.message}`, remedy: undefined };
    return new errors/* UserError */.yo({ what, why: (0,sentence/* withFullStop */.u)(why), ...(remedy && { remedy }), cause: error });
}
const kinds = [
    {
        matches: ({ code }) => /^(AccessDenied(Exception)?|UnauthorizedOperation|AuthorizationError(Exception)?)$/.test(code),
        explain: accessDenied,
    },
    {
        matches: ({ code }) => /^ExpiredToken(Exception)?$/.test(code),
        explain: ({ message }) => ({
            why: `The AWS credentials have expired: ${message}`,
            remedy: 'Set `role-to-assume`, so that the action renews its session by itself, or let the step that brings the credentials ask for a longer session.',
        }),
    },
    {
        matches: ({ code, message }) => /^(RequestExpired|RequestTimeTooSkewed|RequestInTheFuture)$/.test(code) ||
            /Signature (expired|not yet current)/.test(message),
        explain: ({ message }) => ({
            why: `The clock of the runner differs from AWS's: ${message}`,
            remedy: 'Set the clock of the runner.',
        }),
    },
    {
        // EC2 says AuthFailure also where a resource belongs to another account.
        matches: ({ code, message }) => /^(InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidSignatureException|IncompleteSignature|MissingAuthenticationToken)/.test(code) ||
            (code === 'AuthFailure' && /validate the provided access credentials/.test(message)),
        explain: ({ code, message }) => ({
            why: `AWS does not know these credentials in this region and partition (${code}: ${message})`,
            remedy: 'Check that the access key exists and is active, that `AWS_SESSION_TOKEN` belongs to it, and that `aws-region` lies in the same partition and is enabled.',
        }),
    },
    {
        matches: ({ code }) => code === 'OptInRequired' || code === 'RegionDisabledException',
        explain: ({ message }) => ({
            why: `The region is not enabled for this account: ${message}`,
            remedy: 'Check `aws-region`, or enable the region in the account settings.',
        }),
    },
];
function noCredentials(cause) {
    return new errors/* UserError */.yo({
        what: 'There are no AWS credentials.',
        why: (0,sentence/* withFullStop */.u)(cause.message),
        remedy: 'In a job set `role-to-assume` (with `permissions: { id-token: write }`), or run a step that brings credentials, such as aws-actions/configure-aws-credentials, before this one; at a terminal sign in, as with `aws sso login`, or name a profile by AWS_PROFILE.',
        cause,
    });
}
function subjectOf(input) {
    const name = 'AutoScalingGroupName' in input ? input.AutoScalingGroupName : undefined;
    return typeof name === 'string' ? ` for the group ${name}` : '';
}

;// CONCATENATED MODULE: ./build/src/aws/client/request-rate.js

/**
 * Load balancing gives one account 40 calls and 10 a second, EC2 50 and 5 for a change, and for what reads everything 50 and 10
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html,
 * https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html). For Auto Scaling AWS publishes none: it begins fast
 * and is learnt from refusals, as all of them are, for others draw from the same buckets.
 */
const LIMITS = {
    elasticloadbalancing: { size: 40, perSecond: 10 },
    'ec2 change': { size: 50, perSecond: 5 },
    'ec2 read': { size: 50, perSecond: 10 },
};
const USUAL = { size: 100, perSecond: 20 };
/** Additive increase for each second of steady calls, multiplicative decrease: several users of one limit come to share it. */
const INCREASE_PER_SECOND = 0.1;
const DECREASE = 0.8;
const LEAST_PER_SECOND = 0.5;
const MOST_PER_SECOND = 100;
/**
 * The rates of one account in one region. Nothing waits until a bucket is empty, so that a small fleet in a calm account never
 * does. After a refusal calls leave one by one, more slowly, and the rate grows again as they are answered.
 */
function requestRate(clock, signal) {
    const buckets = new Map();
    const bucketOf = (action) => {
        const name = bucketName(action);
        const found = buckets.get(name) ?? new Bucket(limitOf(action), clock, signal);
        buckets.set(name, found);
        return found;
    };
    return {
        turn: ({ action, isRepeated }) => bucketOf(action).turn(urgencyOf(action, isRepeated)),
        accepted: (action) => bucketOf(action).accepted(),
        refused: (action, leftAt) => bucketOf(action).refused(leftAt),
        get waited() {
            return [...buckets.values()].reduce((sum, bucket) => sum + bucket.waited, 0);
        },
    };
}
const operationOf = (action) => action.slice(action.indexOf(':') + 1);
/** EC2 counts each operation by itself; the other services count all calls, as far as AWS tells. */
const bucketName = (action) => action.startsWith('ec2:') ? action : action.slice(0, action.indexOf(':'));
function limitOf(action) {
    const service = action.slice(0, action.indexOf(':'));
    const name = service === 'ec2' ? `ec2 ${isReadOnly(operationOf(action)) ? 'read' : 'change'}` : service;
    return LIMITS[name] ?? USUAL;
}
const urgencyOf = (action, isRepeated) => isReadOnly(operationOf(action)) ? 2 : isRepeated ? 0 : 1;
class Bucket {
    #clock;
    #signal;
    #size;
    #perSecond;
    #tokens;
    #at;
    #slowedAt = -Infinity;
    #waiting = [];
    #isServing = false;
    #waited = 0;
    constructor({ size, perSecond }, clock, signal) {
        this.#clock = clock;
        this.#signal = signal;
        this.#size = size;
        this.#perSecond = perSecond;
        this.#tokens = size;
        this.#at = clock.now();
    }
    get waited() {
        return this.#waited;
    }
    async turn(urgency) {
        this.#refill();
        if (this.#waiting.length === 0 && this.#tokens >= 1) {
            this.#tokens -= 1;
            return;
        }
        this.#waited += 1;
        const { promise, resolve, reject } = Promise.withResolvers();
        const behind = this.#waiting.findIndex((each) => each.urgency > urgency);
        this.#waiting.splice(behind === -1 ? this.#waiting.length : behind, 0, { urgency, resolve, reject });
        if (!this.#isServing)
            void this.#serve();
        await promise;
    }
    accepted() {
        this.#perSecond = Math.min(MOST_PER_SECOND, this.#perSecond + INCREASE_PER_SECOND / this.#perSecond);
    }
    /** Of the calls that were under way together only the first refusal slows the rest down. */
    refused(leftAt) {
        this.#refill();
        this.#tokens = Math.min(this.#tokens, 0);
        if (leftAt < this.#slowedAt)
            return;
        this.#slowedAt = this.#clock.now();
        this.#perSecond = Math.max(LEAST_PER_SECOND, this.#perSecond * DECREASE);
    }
    /** Gives each token to the most urgent call, as tokens come. */
    async #serve() {
        this.#isServing = true;
        try {
            while (this.#waiting.length > 0) {
                this.#refill();
                if (this.#tokens >= 1) {
                    this.#tokens -= 1;
                    this.#waiting.shift()?.resolve();
                }
                else
                    await this.#clock.sleep(Math.ceil(((1 - this.#tokens) * 1000) / this.#perSecond), this.#signal);
            }
        }
        catch (reason) {
            for (const { reject } of this.#waiting.splice(0))
                reject(reason);
        }
        finally {
            this.#isServing = false;
        }
    }
    #refill() {
        const now = this.#clock.now();
        // AWS's clock may correct ours backwards.
        const passed = Math.max(0, now - this.#at) / 1000;
        this.#tokens = Math.min(this.#size, this.#tokens + passed * this.#perSecond);
        this.#at = now;
    }
}

;// CONCATENATED MODULE: ./build/src/aws/client/retry-budget.js
/** Milliseconds; doubled with each retry, as the AWS SDK's standard mode has it. `busy` is ours: activities last longer. */
const base = { throttled: 1000, busy: 2000, unsent: 50, lost: 50 };
const longest = 20_000;
/** Tokens, as in the AWS SDK's standard mode: one bucket for all calls, each retry costs, each success gives back. */
const full = 500;
const cost = { throttled: 5, busy: 5, unsent: 14, lost: 14 };
/**
 * How long to wait before a retry: full jitter over doubling steps. The SDK gives up when its bucket is empty; a roll
 * that is half done must not, so an empty bucket only means that every retry waits for the longest time.
 */
function retryBudget(random) {
    let tokens = full;
    return {
        waitBefore: (number, verdict) => {
            if (tokens < cost[verdict])
                return longest;
            tokens -= cost[verdict];
            return Math.floor(random() * Math.min(longest, base[verdict] * 2 ** number));
        },
        succeeded: () => {
            tokens = Math.min(full, tokens + cost.throttled);
        },
    };
}

// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/retry/service-error-classification/service-error-classification.js + 1 modules
var service_error_classification = __webpack_require__(39699);
;// CONCATENATED MODULE: ./build/src/aws/client/error-class.js





/** Answers that pass with time. `ResourceContention` comes with status 500 and `ScalingActivityInProgress` with 400. */
const passing = new Set([
    'IdempotentCallInProgress',
    'IDPCommunicationError',
    'ResourceContention',
    'ScalingActivityInProgress',
]);
/**
 * Auto Scaling's code for too many calls, which the SDK does not know; with status 400.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/Welcome.html
 */
const isRateExceeded = (code) => /^(\w*RateExceeded|TooManyRequests)(Exception|Fault)?$/.test(code);
/** STS could not fetch the keys of GitHub, by which it checks a token; https://github.com/awslabs/aws-sdk-rust/issues/827 */
const isWithoutKeys = (error) => (0,aws_fault/* awsFaultOf */.x)(error)?.code === 'InvalidIdentityToken' && error.message.includes('retrieve verification key');
/** What AWS says of a request whose time, or whose signature by it, is wrong. */
const ofTheTime = new Set([
    'InvalidSignatureException',
    'RequestExpired',
    'RequestInTheFuture',
    'RequestTimeTooSkewed',
    'SignatureDoesNotMatch',
]);
/** EC2's word for the same; it says AuthFailure also where a resource belongs to another account. */
const isUnvalidated = (error) => (0,aws_fault/* awsFaultOf */.x)(error)?.code === 'AuthFailure' && error.message.includes('validate the provided access credentials');
/** On a runner whose clock is wrong the SDK says of every error that it has corrected it, and would repeat every refusal. */
const withoutSkew = (error) => Object.create(error, {
    $metadata: { value: { ...error.$metadata, clockSkewCorrected: false } },
});
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** Judges an error of the SDK by the SDK's own classification, finer where an answer tells more. */
function errorClassOf(error) {
    if (!(error instanceof Error) || isJudged(error))
        return 'final';
    // Only AWS's own words end anything.
    if (error instanceof GarbledAnswer)
        return error.status === 429 ? 'throttled' : 'lost';
    const code = (0,aws_fault/* awsFaultOf */.x)(error)?.code ?? '';
    const isSkewed = error.$metadata?.clockSkewCorrected === true;
    // The SDK has noticed that our clock is wrong and has corrected it: the next attempt is signed with the right time.
    if (isSkewed && (ofTheTime.has(code) || isUnvalidated(error)))
        return 'busy';
    const sdkError = isSkewed ? withoutSkew(error) : error;
    if ((0,service_error_classification/* isThrottlingError */.Qb)(sdkError) || isRateExceeded(code))
        return 'throttled';
    if (passing.has(code) || isWithoutKeys(error))
        return 'busy';
    if (neverConnected.has(networkCode(error)))
        return 'unsent';
    return (0,service_error_classification/* isTransientError */.bV)(sdkError) ? 'lost' : 'final';
}
/** A provider of credentials has made its own attempts; what caused its failure is not ours to judge again. */
function isJudged(error) {
    return error instanceof errors/* UserError */.yo || error instanceof uncertain_outcome/* UncertainOutcome */.a || error.name === 'CredentialsProviderError';
}
function networkCode(error) {
    if ('code' in error && typeof error.code === 'string')
        return error.code;
    return error.cause instanceof Error ? networkCode(error.cause) : '';
}

;// CONCATENATED MODULE: ./build/src/aws/client/call.js









const usualAttempts = 10;
/** So long AWS may ask to slow down, beyond the usual attempts: nothing was done, and a run that gives up has to begin again. */
const THROTTLED_MILLISECONDS = 120_000;
const USUAL_MILLISECONDS = 60_000;
/** For a change that is on its way when the run is cancelled: within the 7.5 s that GitHub leaves between its signals. */
const GRACE_MILLISECONDS = 3000;
function caller({ clock, random, mutable, tells = mutable, signal, deadline = (milliseconds) => AbortSignal.timeout(milliseconds), }) {
    const calls = new Map();
    const budget = retryBudget(random);
    const rate = requestRate(clock, signal);
    let throttled = 0;
    const attempt = async (client, command, milliseconds) => {
        // prettier-ignore
        signal?.throwIfAborted();
        const graceMilliseconds = isReadOnly(call_operationOf(command)) ? 0 : GRACE_MILLISECONDS;
        const cut = gracefulAbort({ cancelled: signal, clock, graceMilliseconds });
        const abortSignal = AbortSignal.any([deadline(milliseconds), cut.signal]);
        try {
            const output = await client.send(command, { abortSignal });
            const lack = lackOf(call_operationOf(command), output);
            if (lack === undefined)
                return { output };
            throw new GarbledAnswer(`no ${lack}`);
        }
        catch (thrown) {
            const error = unreadable(thrown);
            return { error, verdict: abortSignal.aborted ? 'lost' : errorClassOf(error) };
        }
        finally {
            cut.settled();
        }
    };
    return {
        calls,
        get throttled() {
            return throttled;
        },
        get waited() {
            return rate.waited;
        },
        send: async (client, command, { attempts, milliseconds = USUAL_MILLISECONDS } = {}) => {
            const beganAt = clock.now();
            const isLast = (number, others, verdict) => {
                if (attempts !== undefined)
                    return number + 1 >= attempts;
                // What was throttled has used up no attempt of those that fail otherwise.
                if (verdict !== 'throttled')
                    return others >= usualAttempts;
                return number + 1 >= usualAttempts && clock.now() - beganAt >= THROTTLED_MILLISECONDS;
            };
            const operation = call_operationOf(command);
            const action = iamAction(client.config.serviceId, operation);
            if (!mutable && !isReadOnly(operation) && !(tells && action === 'sns:Publish'))
                throw refusedInDryRun(action);
            for (let number = 0, others = 0, isRepeated = false;; number++) {
                await rate.turn({ action, isRepeated });
                const leftAt = clock.now();
                calls.set(action, (calls.get(action) ?? 0) + 1);
                const result = await attempt(client, command, milliseconds);
                isRepeated = 'verdict' in result && result.verdict === 'throttled';
                if (isRepeated)
                    rate.refused(action, leftAt);
                else
                    rate.accepted(action);
                if ('output' in result) {
                    budget.succeeded();
                    return result.output;
                }
                const { error, verdict } = result;
                if (verdict === 'final')
                    throw awsError(error, { action, input: command.input });
                if (verdict === 'throttled')
                    throttled++;
                else
                    others++;
                // After a lost answer some changes would count twice; and a cancelled run asks no more.
                const isOpen = verdict === 'lost' && !isReadOnly(operation);
                const hopeless = isOpen && (signal?.aborted || !isRepeatable(operation, command.input));
                if (!isOpen)
                    signal?.throwIfAborted();
                if (hopeless || isLast(number, others, verdict))
                    throw uncertain(action, { error, verdict, operation });
                await clock.sleep(budget.waitBefore(number, verdict), signal);
            }
        },
    };
}
/** The SDK names a command's class after the operation, and bundling keeps the name. */
function call_operationOf(command) {
    const { name } = command.constructor;
    if (!/^[A-Z]\w+Command$/.test(name))
        throw new Error(`${name} is not the name of a command`);
    return name.slice(0, -'Command'.length);
}
/** An answer came, and the SDK could make nothing of it: no words of AWS. */
const unreadable = (error) => error instanceof Error && '$response' in error && !('$fault' in error)
    ? new GarbledAnswer('something that cannot be read', undefined, error)
    : error;
function uncertain(action, { error, verdict, operation }) {
    const words = {
        throttled: `AWS kept asking to slow down when ${action} was called`,
        busy: `AWS was busy with something else and did not carry out ${action}`,
        unsent: `AWS could not be reached for ${action}`,
        lost: isReadOnly(operation)
            ? `There is no usable answer to ${action}`
            : `AWS's answer to ${action} was lost, so it is not known whether it was carried out`,
    };
    return new uncertain_outcome/* UncertainOutcome */.a(action, {
        message: `${words[verdict]}: ${failureInWords(error).replace(/\.$/, '')}.`,
        cause: error,
    });
}

// EXTERNAL MODULE: ./build/node_modules/@smithy/node-http-handler/dist-es/node-http-handler.js + 11 modules
var node_http_handler = __webpack_require__(24119);
;// CONCATENATED MODULE: ./build/src/aws/client/connections.js

/** The SDK has no timeouts of its own: without these a dead connection would hang for ever. Milliseconds. */
const TIMEOUTS = { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true };
/** The connections that clients share; with proxies each request goes through the one that its address asks for. */
function connections(agentFor) {
    const direct = new node_http_handler/* NodeHttpHandler */.$(TIMEOUTS);
    if (agentFor === undefined)
        return direct;
    const proxied = new Map();
    const handlerOf = (agent) => {
        if (agent === undefined)
            return direct;
        const handler = proxied.get(agent) ?? new node_http_handler/* NodeHttpHandler */.$({ ...TIMEOUTS, httpAgent: agent, httpsAgent: agent });
        proxied.set(agent, handler);
        return handler;
    };
    return {
        handle: (request, options) => handlerOf(agentFor(addressOf(request))).handle(request, options),
        updateHttpClientConfig: () => { },
        httpHandlerConfigs: () => direct.httpHandlerConfigs(),
    };
}
const addressOf = ({ protocol, hostname, port }) => new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`);

;// CONCATENATED MODULE: ./build/src/aws/client/read-answer.js

/**
 * Reads the whole answer, and leaves it to the SDK where AWS has written it. Throws GarbledAnswer for anything else: the
 * SDK would take a page of a proxy for a refusal, and HTML with status 200 for an answer without content.
 */
async function requireAnswer({ request, response }) {
    const format = formatOf(headerOf(request?.headers, 'content-type'));
    if (format === undefined || response === undefined)
        return;
    const bytes = await collected(response.body);
    response.body = bytes;
    const { statusCode: status = 0, headers } = response;
    const garbling = garblingOf({
        status,
        text: new TextDecoder().decode(bytes),
        format,
        hasErrorHeader: headerOf(headers, 'x-amzn-errortype') !== undefined,
    });
    if (garbling !== undefined)
        throw new GarbledAnswer(garbling, status);
}
const headerOf = (headers = {}, name) => headers[name] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
async function collected(body) {
    if (body instanceof Uint8Array)
        return body;
    if (typeof body === 'string')
        return Buffer.from(body);
    const chunks = [];
    if (isStream(body))
        for await (const chunk of body)
            chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    return Buffer.concat(chunks);
}
const isStream = (body) => typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

;// CONCATENATED MODULE: ./build/src/aws/client/clients.js



/**
 * The clients of one region; each is made once, at its first use, and its package is loaded only then. They share
 * their connections and make no retries of their own: `caller` does.
 */
function awsClients({ region, credentials, mutable, tells = mutable, requestHandler, clock, }) {
    const shared = {
        region,
        ...(credentials && { credentials }),
        requestHandler: requestHandler ?? connections(),
        maxAttempts: 1,
    };
    // A client signs with AWS's time from its first request on, as far as an answer has told it.
    const settings = () => ({
        ...shared,
        systemClockOffset: clock === undefined ? 0 : clock.now() - clock.runnerNow(),
    });
    const ready = (client, may = mutable) => {
        readAnswers(client, clock);
        return may ? client : guarded(client);
    };
    return {
        autoScaling: once(async () => {
            const { AutoScalingClient } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
            return ready(new AutoScalingClient(settings()));
        }),
        ec2: once(async () => {
            const { EC2Client } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
            return ready(new EC2Client(settings()));
        }),
        elasticLoadBalancing: once(async () => {
            const { ElasticLoadBalancingClient } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(6536)]).then(__webpack_require__.bind(__webpack_require__, 36536));
            return ready(new ElasticLoadBalancingClient(settings()));
        }),
        elasticLoadBalancingV2: once(async () => {
            const { ElasticLoadBalancingV2Client } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
            return ready(new ElasticLoadBalancingV2Client(settings()));
        }),
        route53: once(async () => {
            const { Route53Client } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(7212), __webpack_require__.e(8508), __webpack_require__.e(3282)]).then(__webpack_require__.bind(__webpack_require__, 93282));
            return ready(new Route53Client(settings()));
        }),
        cloudWatch: once(async () => {
            const { CloudWatchClient } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(442)]).then(__webpack_require__.bind(__webpack_require__, 60442));
            return ready(new CloudWatchClient(settings()));
        }),
        sts: once(async () => {
            const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(5621)]).then(__webpack_require__.bind(__webpack_require__, 15621));
            return ready(new STSClient(settings()));
        }),
        ssm: once(async () => {
            const { SSMClient } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(4125)]).then(__webpack_require__.bind(__webpack_require__, 94125));
            return ready(new SSMClient(settings()));
        }),
        serviceQuotas: once(async () => {
            const { ServiceQuotasClient } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(5387)]).then(__webpack_require__.bind(__webpack_require__, 55387));
            return ready(new ServiceQuotasClient(settings()));
        }),
        eventBridge: once(async () => {
            const { EventBridgeClient } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(7702)]).then(__webpack_require__.bind(__webpack_require__, 37702));
            return ready(new EventBridgeClient(settings()));
        }),
        cloudWatchLogs: once(async () => {
            const { CloudWatchLogsClient } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(2655), __webpack_require__.e(3793)]).then(__webpack_require__.bind(__webpack_require__, 23793));
            return ready(new CloudWatchLogsClient(settings()));
        }),
        s3: once(async () => {
            const { S3Client } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(7212), __webpack_require__.e(2655), __webpack_require__.e(8508), __webpack_require__.e(7906)]).then(__webpack_require__.bind(__webpack_require__, 17906));
            return ready(new S3Client({ ...settings(), followRegionRedirects: true }));
        }),
        sns: once(async () => {
            const { SNSClient } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(5216)]).then(__webpack_require__.bind(__webpack_require__, 85216));
            return ready(new SNSClient(settings()), tells);
        }),
    };
}
/** Next to the wire: the date of a refusal is told as well, and what is no answer of AWS does not reach the SDK. */
function readAnswers({ middlewareStack }, clock) {
    const readAnswer = (next) => async (call) => {
        const sentAt = clock?.runnerNow() ?? 0;
        const answered = await next(call);
        await requireAnswer({ request: call.request, response: answered.response });
        clock?.learn(answered.response?.headers?.['date'], sentAt);
        return answered;
    };
    middlewareStack.add(readAnswer, { step: 'deserialize', name: 'readAnswer', priority: 'low' });
}
function guarded(client) {
    const refuseChanges = (next, { commandName = '' }) => {
        const operation = commandName.replace(/Command$/, '');
        return async (call) => {
            if (!isReadOnly(operation))
                throw refusedInDryRun(operation);
            return await next(call);
        };
    };
    client.middlewareStack.add(refuseChanges, { step: 'initialize', name: 'refuseChanges' });
    return client;
}
function once(make) {
    let made;
    return () => (made ??= make());
}

;// CONCATENATED MODULE: ./build/src/aws/client/renewed-session.js
/** A session is renewed when less is left of it; the SDK asks at five minutes as well. Milliseconds. */
const RENEWED_BEFORE = 300_000;
/** After a renewal that failed, or brought what was there, so long goes by before the next, as long as the session is good. */
const RENEWAL_PAUSE = 20_000;
/** One session for all clients, renewed in time by the clock of AWS. Throws what the renewal throws once none is left. */
function renewedSession(renew, clock) {
    let session;
    let renewal;
    let renewedAt = -Infinity;
    const left = () => {
        if (session === undefined)
            return 0;
        return session.expiration === undefined ? Infinity : session.expiration.getTime() - clock.now();
    };
    const sessionNow = async () => {
        const isDue = left() < RENEWED_BEFORE && (left() <= 0 || clock.now() - renewedAt >= RENEWAL_PAUSE);
        if (session !== undefined && !isDue)
            return session;
        renewal ??= renew().finally(() => {
            renewal = undefined;
            renewedAt = clock.now();
        });
        try {
            return (session = await renewal);
        }
        catch (error) {
            // Whatever ails the one that gives them, the old session is good to its end; a later call tries again.
            if (session !== undefined && left() > 0)
                return session;
            throw error;
        }
    };
    // Else the SDK keeps a session itself until it ends by the clock of the runner, which may be wrong.
    return Object.assign(sessionNow, { memoized: true });
}

// EXTERNAL MODULE: ./build/src/aws/client/token-claims.js
var token_claims = __webpack_require__(51842);
// EXTERNAL MODULE: ./build/src/domain/glob.js
var glob = __webpack_require__(76566);
;// CONCATENATED MODULE: ./build/src/aws/client/assume-role-errors.js





/**
 * What a refused AssumeRoleWithWebIdentity means, and what is to be set where. AWS says little on purpose, so codes
 * and words are told apart as the API reference lists them and as users have met them.
 */
function assumeRoleError(error, assumption) {
    const fault = (0,aws_fault/* awsFaultOf */.x)(error);
    if (fault === undefined || error instanceof uncertain_outcome/* UncertainOutcome */.a)
        return error;
    const row = rows.find(({ matches }) => matches(fault));
    const remedy = row?.remedy(assumption);
    const explanation = {
        what: `The role ${assumption.role.arn} could not be assumed with the job's OIDC token.`,
        why: (0,sentence/* withFullStop */.u)(`${fault.code}: ${fault.message}`),
        cause: error,
    };
    return new errors/* UserError */.yo(remedy === undefined ? explanation : { ...explanation, remedy });
}
const rows = [
    {
        matches: ({ message }) => /No OpenIDConnect provider found/i.test(message),
        remedy: ({ role, audience, claims }) => `Create the identity provider ${issuerOf(claims)} with the audience \`${audience}\` in the account ${role.account}.`,
    },
    {
        matches: ({ message }) => /Incorrect token audience/i.test(message),
        remedy: ({ role, audience, claims }) => `Add the audience \`${audience}\` to the identity provider ${providerOf(claims)} in the account ${role.account}, or set \`audience\` to one that it has.`,
    },
    {
        matches: ({ code }) => code === 'AccessDenied',
        remedy: ({ role, claims, audience, workflow }) => `${otherWorkflow(claims, workflow)}Check that the role exists in the account ${role.account} and that its trust policy allows sts:AssumeRoleWithWebIdentity to this token (upper and lower case count): ` +
            `\`${providerOf(claims)}:sub\` is \`${claims.subject ?? 'unknown'}\`, ` +
            `\`${providerOf(claims)}:aud\` is \`${claims.audience ?? audience}\`${otherClaims(claims)}.${formOf(claims)}`,
    },
    {
        matches: ({ code, message }) => code === 'ValidationError' && /DurationSeconds/.test(message),
        remedy: ({ durationSeconds }) => `Set \`role-duration-seconds\` (now ${durationSeconds}) to at most the maximum session duration of the role, or raise that. A longer run renews its session by itself.`,
    },
    {
        matches: ({ code }) => code.startsWith('ExpiredToken'),
        remedy: () => 'Check the clock of the runner, and start the job again.',
    },
    {
        matches: ({ code }) => code === 'RegionDisabledException',
        remedy: ({ role }) => `Check \`aws-region\`, or enable STS for this region in the account ${role.account}.`,
    },
    {
        matches: ({ code }) => /^(InvalidIdentityToken|IDPRejectedClaim)/.test(code),
        remedy: ({ role, claims }) => `Check that the identity provider in the account ${role.account} has exactly the address ${issuerOf(claims)}, which the token has, that AWS can reach it, and that the region lies in the role's partition.`,
    },
    {
        matches: ({ code }) => code === 'PackedPolicyTooLarge',
        remedy: () => 'The session tags in the token are too long: shorten what the OIDC subject customization adds.',
    },
];
/** The token's own: a GitHub Enterprise server and GHE.com have others than github.com. */
const issuerOf = ({ issuer }) => issuer ?? 'https://token.actions.githubusercontent.com';
/** The name under which IAM has the provider, which its condition keys begin with. */
const providerOf = (claims) => issuerOf(claims).replace(/^https:\/\//, '');
const otherClaims = ({ tested }) => tested.length === 0
    ? ''
    : `; what else it may test: ${tested.map(([name, value]) => `${name} \`${value}\``).join(', ')}`;
/** Where the catalogue says which workflow the role trusts, and the job comes from another. */
function otherWorkflow({ tested }, workflow) {
    const [, from = 'nothing'] = tested.find(([name]) => name === 'job_workflow_ref') ?? [];
    if (workflow === undefined || (0,glob/* matchesGlob */.k)(workflow, from))
        return '';
    return `The role wants job_workflow_ref \`${workflow}\`, the token says \`${from}\`: only that workflow may change what the catalogue declares, so call it from this job. `;
}
/** GitHub's changelog of 2026-04-23, "Immutable subject claims". */
const formOf = ({ subject = '' }) => /^repo:[^/:]+@\d+\/[^/:]+@\d+:/.test(subject)
    ? ' A repository that was made or renamed since 2026-07-15 has its ids in the subject: a policy for its name alone refuses it.'
    : '';

;// CONCATENATED MODULE: ./build/src/aws/client/credentials.js









/** How often a token, and a session for it, is asked for in one go: a token is good for minutes only. */
const ATTEMPTS = 4;
/**
 * Credentials of the role. Each session comes with a new OIDC token, since a token lives for minutes only; a job may ask for
 * one as long as it runs, so a roll may outlive its sessions. Throws UserError where GitHub or AWS refuses, and
 * UncertainOutcome where there was no answer.
 */
const webIdentity = (options) => renewedSession(() => assumeRole(options), options.clock);
/** The credentials of the environment, of a profile, of the machine: what the SDK finds for clients that are given none. */
const ambientSession = (clients, clock) => renewedSession(async () => {
    const sts = await clients.sts();
    // The SDK would judge by the clock of the runner whether what it has is still good.
    return await sts.config.credentials({ forceRefresh: true });
}, clock);
async function assumeRole(options) {
    const { source, issuer, clients, send } = options;
    const { role, durationSeconds } = source;
    const audience = source.audience ?? audienceOf(role);
    const token = await idTokenFor(audience, options);
    issuer.mask(token);
    const { AssumeRoleWithWebIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(5621)]).then(__webpack_require__.bind(__webpack_require__, 15621));
    const command = new AssumeRoleWithWebIdentityCommand({
        RoleArn: role.arn,
        RoleSessionName: source.sessionName,
        WebIdentityToken: token,
        DurationSeconds: durationSeconds,
    });
    const { Credentials } = await send(await clients.sts(), command, { attempts: ATTEMPTS }).catch((error) => {
        throw assumeRoleError(error, {
            role,
            audience,
            durationSeconds,
            claims: (0,token_claims.tokenClaims)(token),
            workflow: source.workflow,
        });
    });
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
        throw new Error('sts:AssumeRoleWithWebIdentity gave no credentials');
    }
    for (const secret of [SecretAccessKey, SessionToken])
        issuer.mask(secret);
    return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        expiration: Expiration,
    };
}
/** China has an endpoint name of its own, and with it an audience; all other partitions share one. */
function audienceOf({ partition }) {
    return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}
/** Asks GitHub for a token. UserError where it refuses, UncertainOutcome where it gives none for now. */
async function idTokenFor(audience, { issuer, clock, random, signal }) {
    const { waitBefore } = retryBudget(random);
    for (let number = 0;; number++) {
        try {
            return await issuer.idToken(audience, signal);
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                throw error;
            signal?.throwIfAborted();
            if (number + 1 === ATTEMPTS) {
                const message = `GitHub gave no OIDC token: ${(0,sentence/* withFullStop */.u)(failureInWords(error))}`;
                throw new uncertain_outcome/* UncertainOutcome */.a('sts:AssumeRoleWithWebIdentity', { message, cause: error });
            }
            await clock.sleep(waitBefore(number, 'throttled'), signal);
        }
    }
}
/**
 * When the ambient credentials end; undefined where they do not say, as keys in the environment mostly do not. It
 * masks them, too. UserError when there are none, or when one cannot be sent as it is.
 */
async function ambientExpiry(clients, issuer) {
    const sts = await clients.sts();
    try {
        const { accessKeyId, secretAccessKey, sessionToken = '', expiration } = await sts.config.credentials();
        for (const secret of [secretAccessKey, sessionToken])
            for (const line of secret.split(/[\r\n]+/))
                issuer.mask(line);
        const unusable = unusableKey({ accessKeyId, secretAccessKey, sessionToken });
        if (unusable !== undefined)
            throw unusable;
        return expiration;
    }
    catch (error) {
        throw awsError(error, { action: 'sts:GetCallerIdentity', input: {} });
    }
}
const KEY_VARIABLES = {
    accessKeyId: 'AWS_ACCESS_KEY_ID',
    secretAccessKey: 'AWS_SECRET_ACCESS_KEY',
    sessionToken: 'AWS_SESSION_TOKEN',
};
/** A key with a line end or a blank, as a secret has it that was read from a file, cannot be sent or signs wrongly. */
function unusableKey(keys) {
    const names = Object.keys(KEY_VARIABLES);
    const name = names.find((each) => /[^\x21-\x7e]/.test(keys[each]));
    if (name === undefined)
        return undefined;
    return new errors/* UserError */.yo({
        what: `\`${KEY_VARIABLES[name]}\` of the AWS credentials holds a line end, a blank or another character that no key has.`,
        remedy: 'Save it again as it is, without a line end: `printf %s` writes none where `echo` and most editors add one.',
    });
}
/** A warning where the ambient credentials may end before the run does. */
function expiryWarning({ expiry, now, timeoutSeconds }) {
    if (expiry === undefined)
        return undefined;
    const left = expiry.getTime() - now;
    if (left >= timeoutSeconds * 1000)
        return undefined;
    const minutes = Math.max(0, Math.floor(left / 60_000));
    return (`The AWS credentials of the environment end in ${minutes} minutes (${expiry.toISOString()}), but the run may take ` +
        `${Math.ceil(timeoutSeconds / 60)} minutes. Set \`role-to-assume\` for a session that renews itself, or lower \`timeout\`.`);
}

;// CONCATENATED MODULE: ./build/src/aws/client/patience.js

/** Milliseconds. */
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30_000;
const TELL_EVERY = 60_000;
/**
 * Asks until there is an answer, with growing, random waits: GitHub and AWS fail for minutes at times, and nothing can be
 * done without credentials. A refusal ends it at once, and so does a name that is found nowhere, as that of a region that is
 * none; throws the last UncertainOutcome when the time is over.
 */
async function askPatiently(ask, { clock, random, seconds, signal, waiting }) {
    const end = clock.now() + seconds * 1000;
    let toldAt = -Infinity;
    for (let number = 0;; number++) {
        try {
            return await ask();
        }
        catch (error) {
            if (!(error instanceof uncertain_outcome/* UncertainOutcome */.a) || isUnknownName(error.cause) || clock.now() >= end)
                throw error;
            if (clock.now() - toldAt >= TELL_EVERY) {
                toldAt = clock.now();
                waiting(`${error.message} It is asked again.`);
            }
            const step = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** number);
            await clock.sleep(Math.min(step * (0.5 + random() / 2), Math.max(0, end - clock.now())), signal);
        }
    }
}
/** A server of names that fails has another code. */
const isUnknownName = (cause) => cause instanceof Error && 'code' in cause && cause.code === 'ENOTFOUND';

;// CONCATENATED MODULE: ./build/src/aws/client/connect.js








/**
 * Takes up the credentials that the inputs name, for one region, and asks AWS whose they are. UserError when there are
 * none, when AWS refuses them, or when the account is not allowed.
 */
async function connect(options) {
    const { region, mutable, tells = mutable, issuer, random, signal, agentFor } = options;
    const requestHandler = options.requestHandler ?? connections(agentFor);
    const clock = awsClock(options.clock);
    const calls = caller({ clock, random, mutable, tells, signal });
    const { role } = options.credentials;
    const credentials = role === undefined
        ? ambientSession(awsClients({ region, mutable, requestHandler, clock }), clock)
        : webIdentity({
            source: { ...options.credentials, role },
            issuer,
            // AssumeRoleWithWebIdentity is not signed: the token is the proof.
            clients: awsClients({ region, mutable, requestHandler, clock, credentials: anonymous }),
            send: calls.send,
            clock,
            random,
            signal,
        });
    // By the runner's own time: the first answer of AWS may set the clock by an hour.
    const waits = { now: () => clock.runnerNow(), sleep: clock.sleep };
    const patience = { clock: waits, random, signal, seconds: options.patienceSeconds, waiting: options.waiting };
    const { clients, expiry, account } = await askPatiently(async () => {
        // With a role its answer tells AWS's time before anything is signed.
        if (role !== undefined)
            await credentials();
        const clients = awsClients({ region, mutable, tells, requestHandler, clock, credentials });
        const expiry = role ? undefined : await ambientExpiry(clients, issuer);
        const account = await checkAccount({ clients, send: calls.send, allowedAccountIds: options.allowedAccountIds });
        return { clients, expiry, account };
    }, patience).catch((error) => {
        throw error instanceof uncertain_outcome/* UncertainOutcome */.a ? unreachable(error) : error;
    });
    const warning = expiryWarning({ expiry, now: clock.now(), timeoutSeconds: options.timeoutSeconds });
    return { region, clock, clients, send: calls.send, account, caller: calls, warnings: warning ? [warning] : [] };
}
const anonymous = async () => ({
    accessKeyId: '',
    secretAccessKey: '',
});


/***/ }),

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

/***/ 99545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ UncertainOutcome)
/* harmony export */ });
/**
 * A call is without a usable answer after everything that may be tried. It is no refusal: the run that sent it looks at AWS
 * again and decides anew.
 */
class UncertainOutcome extends Error {
    /** The IAM action. */
    action;
    constructor(action, { message, cause }) {
        super(message, { cause });
        this.name = 'UncertainOutcome';
        this.action = action;
    }
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


/***/ })

};
