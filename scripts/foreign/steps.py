"""What the scripts of the foreign clients share: steps, time, the ledger of capacity, and waiting on the simulator's time."""

import contextlib
import json
import os
import sys
import time
import traceback
import urllib.request

import boto3
from botocore.exceptions import ClientError

REGION = os.environ["AWS_DEFAULT_REGION"]
if "SIMULATOR_URL" not in os.environ:
    sys.exit("SIMULATOR_URL must name a running simulator: these scripts would change a real account.")
SIMULATOR = os.environ["SIMULATOR_URL"]

autoscaling = boto3.client("autoscaling")
ec2 = boto3.client("ec2")
elb = boto3.client("elb")
elbv2 = boto3.client("elbv2")

_passed = []
_failed = []


def step(name):
    """Runs a function as a step of that name at once, and goes on when it fails."""

    def run(function):
        try:
            function()
            _passed.append(name)
            print("ok    ", name, flush=True)
        except Exception:  # noqa: BLE001 - every failure is reported, whatever it is
            _failed.append(name)
            print("FAILED", name, flush=True)
            traceback.print_exc()

    return run


def finish(client):
    """Prints how many steps of a client passed, and ends the script."""
    print(f"{client}: {len(_passed)} steps passed, {len(_failed)} failed")
    sys.exit(1 if _failed else 0)


def control(path):
    """What the simulator's own `GET /_simulator/...` answers."""
    with urllib.request.urlopen(f"{SIMULATOR}/_simulator/{path}", timeout=60) as answer:
        return json.load(answer)


def now():
    """The simulator's time, in seconds since the Unix epoch."""
    return control("now")["now"]


@contextlib.contextmanager
def takes(least, most):
    """What is done within must take so many seconds of the simulator's time."""
    began = now()
    yield
    seconds = now() - began
    assert least <= seconds <= most, f"took {seconds:.0f} s, not {least} to {most}"


def until(check, seconds=1200, every=5):
    """Waits on the simulator's time until the check gives something true."""
    deadline = time.time() + seconds
    while time.time() < deadline:
        found = check()
        if found:
            return found
        time.sleep(every)
    raise AssertionError(f"waited for {seconds} s in vain")


def refused(code, call, text="", **arguments):
    """The call must be refused with this code, and with this in its message."""
    try:
        call(**arguments)
    except ClientError as error:
        found = error.response["Error"]
        assert found["Code"] == code, f"refused with {found}, not with {code}"
        assert text in found["Message"], f"'{text}' is not in '{found['Message']}'"
        return
    raise AssertionError(f"{code} was expected, but the call was accepted")


def group(name):
    return autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])["AutoScalingGroups"][0]


def states(name):
    return sorted(instance["LifecycleState"] for instance in group(name)["Instances"])


def in_service(name):
    return [each["InstanceId"] for each in group(name)["Instances"] if each["LifecycleState"] == "InService"]


def settled(name, count):
    """The ids of the instances once this number is in service and there are no others."""
    until(lambda: states(name) == ["InService"] * count)
    return in_service(name)


def target_states(arn):
    health = elbv2.describe_target_health(TargetGroupArn=arn)["TargetHealthDescriptions"]
    return sorted(each["TargetHealth"]["State"] for each in health)


def lowest_ready(name, since):
    """The least ready capacity of a group at any moment since then, by the simulator's ledger."""
    log = [each for each in control(f"capacity?group={name}")]
    before = [each for each in log if each["at"] <= since][-1:]
    return min(each["ready"] for each in before + [each for each in log if each["at"] > since])


def network():
    """The default VPC, and its subnets, one in each zone."""
    [vpc] = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"]
    subnets = ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc["VpcId"]]}])["Subnets"]
    return vpc["VpcId"], [subnet["SubnetId"] for subnet in subnets]


def images():
    """Two images of the account's own, the old one first."""
    found = ec2.describe_images(Owners=["self"], Filters=[{"Name": "name", "Values": ["Taupage-AMI-*"]}])["Images"]
    found.sort(key=lambda image: image["CreationDate"])
    return found[0]["ImageId"], found[-1]["ImageId"]
