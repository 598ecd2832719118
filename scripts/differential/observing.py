"""An observation is one call, or a few, and what can be seen of them: a value that two AWS accounts can be compared by."""

import contextlib
import datetime
import json
import re
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.parsers import ResponseParserError

REGION = "eu-west-1"
# Wrong input must reach the server, each call once; an answer takes a second at most.
CONFIG = Config(
    region_name=REGION,
    parameter_validation=False,
    retries={"total_max_attempts": 1},
    connect_timeout=5,
    read_timeout=20,
)
CREDENTIALS = {"aws_access_key_id": "simulated", "aws_secret_access_key": "simulated"}

_IDS = [
    (re.compile(r"\b(i|ami|lt|subnet|vpc|sg|snap|vol|eni|r|eipalloc)-[0-9a-f]{8,17}\b"), r"\1-*"),
    (re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"), "*"),
    (re.compile(r"/[0-9a-f]{16}\b"), "/*"),
]


class Account:
    """One AWS account that is observed: its clients, what was made in it so far, and a way to let time pass."""

    def __init__(self, url, virtual):
        self.url = url
        self.virtual = virtual
        self.made = {}
        self._clients = {}

    def __getattr__(self, service):
        if service not in self._clients:
            self._clients[service] = boto3.client(service, endpoint_url=self.url, config=CONFIG, **CREDENTIALS)
        return self._clients[service]

    def settle(self, seconds=600):
        """Lets so many seconds pass where time is virtual; elsewhere everything has happened already."""
        if self.virtual:
            advance = urllib.request.Request(f"{self.url}/_simulator/advance?seconds={seconds}", method="POST")
            urllib.request.urlopen(advance, timeout=60).read()

    def group(self, name):
        [group] = self.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])["AutoScalingGroups"]
        return group

    def instances(self, name):
        return sorted(instance["InstanceId"] for instance in self.group(name)["Instances"])


OBSERVATIONS = {}


def observation(name):
    """Registers a function of an account as an observation; they are made in the order of the files."""

    def register(function):
        if name in OBSERVATIONS:
            raise ValueError(f"there are two observations '{name}'")
        OBSERVATIONS[name] = function
        return function

    return register


def refused(name, service, operation, **given):
    """An observation of one call, mostly with wrong input; values may be functions of the account."""

    def call(account):
        arguments = {key: value(account) if callable(value) else value for key, value in given.items()}
        getattr(getattr(account, service), operation)(**arguments)
        return "accepted"

    observation(name)(call)


def ignored():
    """Where the code within fails, nothing is said: for what only tidies up."""
    return contextlib.suppress(ClientError, BotoCoreError, ResponseParserError)


def pick(value, *fields):
    """The fields of a mapping; a field that is not there is None."""
    return {field: value.get(field) for field in fields}


def observed(account):
    """Every observation of an account by name: a plain value, or the code with which it was refused."""
    return {name: _plain(_outcome(function, account)) for name, function in OBSERVATIONS.items()}


def _outcome(function, account):
    try:
        return function(account)
    except ClientError as error:
        return f"error: {error.response['Error']['Code']}"
    except (BotoCoreError, ResponseParserError, LookupError, TypeError, ValueError) as error:
        # An answer that the client cannot read, or in which something is missing that must be there.
        return f"unreadable: {type(error).__name__}"


def _plain(value):
    """Values that differ between any two accounts, such as ids and times, are replaced by their kind."""
    if isinstance(value, datetime.datetime):
        return "a time"
    if isinstance(value, dict):
        return {str(key): _plain(member) for key, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(member) for member in value]
    if isinstance(value, set):
        return sorted((_plain(member) for member in value), key=json.dumps)
    if isinstance(value, str):
        for pattern, kind in _IDS:
            value = pattern.sub(kind, value)
    return value
