"""Observations of single instances, processes, tags and hooks, and of the end of a group."""

from observing import observation, pick, refused

UNKNOWN = "i-0123456789abcdef0"


def _states(account, name="web"):
    return sorted(instance["LifecycleState"] for instance in account.group(name)["Instances"])


def _first(account):
    return account.instances("web")[0]


@observation("instance: as Auto Scaling shows it")
def _(account):
    ids = {"InstanceIds": [_first(account)]}
    [instance] = account.autoscaling.describe_auto_scaling_instances(**ids)["AutoScalingInstances"]
    return pick(instance, "AutoScalingGroupName", "LifecycleState", "HealthStatus", "ProtectedFromScaleIn")


@observation("instance: an unknown one as Auto Scaling shows it")
def _(account):
    return account.autoscaling.describe_auto_scaling_instances(InstanceIds=[UNKNOWN])["AutoScalingInstances"]


@observation("instance: protected, and then not")
def _(account):
    seen = []
    for protected in (True, False):
        account.autoscaling.set_instance_protection(
            AutoScalingGroupName="web", InstanceIds=[_first(account)], ProtectedFromScaleIn=protected
        )
        seen.append(sorted(instance["ProtectedFromScaleIn"] for instance in account.group("web")["Instances"]))
    return seen


refused(
    "instance: protected, and unknown",
    "autoscaling",
    "set_instance_protection",
    AutoScalingGroupName="web",
    InstanceIds=[UNKNOWN],
    ProtectedFromScaleIn=True,
)


@observation("instance: terminated, and the activity")
def _(account):
    account.made["terminated"] = _first(account)
    activity = account.autoscaling.terminate_instance_in_auto_scaling_group(
        InstanceId=account.made["terminated"], ShouldDecrementDesiredCapacity=False
    )["Activity"]
    return pick(activity, "AutoScalingGroupName", "StatusCode", "Progress", "Description")


@observation("instance: terminated, right after")
def _(account):
    return account.group("web")["DesiredCapacity"], _states(account)


@observation("instance: terminated, in the end")
def _(account):
    account.settle()
    return _states(account), account.made["terminated"] in account.instances("web")


@observation("instance: terminated, as EC2 shows it")
def _(account):
    found = account.ec2.describe_instances(InstanceIds=[account.made["terminated"]])["Reservations"]
    return [instance["State"]["Name"] for reservation in found for instance in reservation["Instances"]]


@observation("instance: terminated, and the desired capacity with it")
def _(account):
    account.autoscaling.terminate_instance_in_auto_scaling_group(
        InstanceId=_first(account), ShouldDecrementDesiredCapacity=True
    )
    account.settle()
    return account.group("web")["DesiredCapacity"], _states(account)


refused(
    "instance: terminated, and unknown",
    "autoscaling",
    "terminate_instance_in_auto_scaling_group",
    InstanceId=UNKNOWN,
    ShouldDecrementDesiredCapacity=False,
)


@observation("instance: terminated below the minimum")
def _(account):
    account.autoscaling.update_auto_scaling_group(AutoScalingGroupName="web", MinSize=2)
    account.autoscaling.terminate_instance_in_auto_scaling_group(
        InstanceId=_first(account), ShouldDecrementDesiredCapacity=True
    )
    return "accepted"


@observation("instance: terminated below the minimum, in the end")
def _(account):
    account.autoscaling.update_auto_scaling_group(AutoScalingGroupName="web", MinSize=1)
    account.autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=3)
    account.settle()
    return _states(account)


@observation("instance: called unhealthy")
def _(account):
    account.made["sick"] = _first(account)
    account.autoscaling.set_instance_health(InstanceId=account.made["sick"], HealthStatus="Unhealthy")
    return sorted(instance["HealthStatus"] for instance in account.group("web")["Instances"])


@observation("instance: called unhealthy, and replaced")
def _(account):
    account.settle()
    return account.made["sick"] in account.instances("web"), len(account.instances("web"))


refused("instance: an unknown health", "autoscaling", "set_instance_health", InstanceId=_first, HealthStatus="Fine")
refused("instance: the health of an unknown", "autoscaling", "set_instance_health", InstanceId=UNKNOWN, HealthStatus="Healthy")


@observation("instance: ended in EC2, and replaced")
def _(account):
    ended = _first(account)
    account.ec2.terminate_instances(InstanceIds=[ended])
    account.settle()
    return ended in account.instances("web"), len(account.instances("web"))


@observation("instance: into Standby, and the activity")
def _(account):
    account.made["standby"] = _first(account)
    [activity] = account.autoscaling.enter_standby(
        AutoScalingGroupName="web", InstanceIds=[account.made["standby"]], ShouldDecrementDesiredCapacity=True
    )["Activities"]
    return activity["StatusCode"], activity["Description"]


@observation("instance: in Standby")
def _(account):
    account.settle()
    return account.group("web")["DesiredCapacity"], _states(account)


@observation("instance: out of Standby")
def _(account):
    account.autoscaling.exit_standby(AutoScalingGroupName="web", InstanceIds=[account.made["standby"]])
    account.settle()
    return account.group("web")["DesiredCapacity"], _states(account)


refused(
    "instance: out of Standby, and not in it",
    "autoscaling",
    "exit_standby",
    AutoScalingGroupName="web",
    InstanceIds=lambda account: [_first(account)],
)
refused(
    "instance: into Standby, and unknown",
    "autoscaling",
    "enter_standby",
    AutoScalingGroupName="web",
    InstanceIds=[UNKNOWN],
    ShouldDecrementDesiredCapacity=True,
)


@observation("instance: detached")
def _(account):
    # What was accepted before must not be in the way.
    account.autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=3)
    account.settle()
    account.made["detached"] = _first(account)
    account.autoscaling.detach_instances(
        AutoScalingGroupName="web", InstanceIds=[account.made["detached"]], ShouldDecrementDesiredCapacity=True
    )
    account.settle()
    [reservation] = account.ec2.describe_instances(InstanceIds=[account.made["detached"]])["Reservations"]
    return account.group("web")["DesiredCapacity"], _states(account), reservation["Instances"][0]["State"]["Name"]


@observation("instance: attached again")
def _(account):
    account.autoscaling.attach_instances(AutoScalingGroupName="web", InstanceIds=[account.made["detached"]])
    account.settle()
    return account.group("web")["DesiredCapacity"], _states(account)


@observation("instance: attached twice")
def _(account):
    again = {"AutoScalingGroupName": "web", "InstanceIds": [account.made["detached"]]}
    account.autoscaling.attach_instances(**again)
    # What was accepted must not be in the way of what follows.
    account.autoscaling.detach_instances(**again, ShouldDecrementDesiredCapacity=True)
    account.autoscaling.attach_instances(**again)
    return "accepted"


refused("instance: attached, and unknown", "autoscaling", "attach_instances", AutoScalingGroupName="web", InstanceIds=[UNKNOWN])
refused(
    "instance: detached, and unknown",
    "autoscaling",
    "detach_instances",
    AutoScalingGroupName="web",
    InstanceIds=[UNKNOWN],
    ShouldDecrementDesiredCapacity=True,
)


@observation("processes: all that there are")
def _(account):
    types = account.autoscaling.describe_scaling_process_types()["Processes"]
    return {process["ProcessName"] for process in types}


@observation("processes: suspension adds up")
def _(account):
    for process in ("AZRebalance", "Terminate"):
        account.autoscaling.suspend_processes(AutoScalingGroupName="web", ScalingProcesses=[process])
    return {process["ProcessName"] for process in account.group("web")["SuspendedProcesses"]}


@observation("processes: one is resumed")
def _(account):
    account.autoscaling.resume_processes(AutoScalingGroupName="web", ScalingProcesses=["Terminate"])
    return {process["ProcessName"] for process in account.group("web")["SuspendedProcesses"]}


@observation("processes: all are suspended, then resumed")
def _(account):
    account.autoscaling.suspend_processes(AutoScalingGroupName="web")
    suspended = {process["ProcessName"] for process in account.group("web")["SuspendedProcesses"]}
    account.autoscaling.resume_processes(AutoScalingGroupName="web")
    return suspended, account.group("web")["SuspendedProcesses"]


refused(
    "processes: an unknown one",
    "autoscaling",
    "suspend_processes",
    AutoScalingGroupName="web",
    ScalingProcesses=["Sleep"],
)
refused("processes: an unknown group", "autoscaling", "resume_processes", AutoScalingGroupName="none")


@observation("processes: no launch while Launch is suspended")
def _(account):
    account.autoscaling.suspend_processes(AutoScalingGroupName="old", ScalingProcesses=["Launch"])
    account.autoscaling.set_desired_capacity(AutoScalingGroupName="old", DesiredCapacity=2)
    account.settle()
    seen = len(account.instances("old"))
    account.autoscaling.resume_processes(AutoScalingGroupName="old")
    account.settle()
    return seen, len(account.instances("old"))


def _tag(key, value="shop", group="web"):
    return {
        "ResourceId": group,
        "ResourceType": "auto-scaling-group",
        "Key": key,
        "Value": value,
        "PropagateAtLaunch": False,
    }


@observation("tags: changed and added")
def _(account):
    account.autoscaling.create_or_update_tags(Tags=[_tag("team", "search"), _tag("stage", "live")])
    tags = account.group("web")["Tags"]
    return [pick(tag, "Key", "Value", "PropagateAtLaunch") for tag in sorted(tags, key=lambda tag: tag["Key"])]


@observation("tags: found by group and key")
def _(account):
    find = [{"Name": "auto-scaling-group", "Values": ["web"]}, {"Name": "key", "Values": ["stage"]}]
    return account.autoscaling.describe_tags(Filters=find)["Tags"]


@observation("tags: removed")
def _(account):
    account.autoscaling.delete_tags(Tags=[_tag("stage", "live")])
    return sorted(tag["Key"] for tag in account.group("web")["Tags"])


refused("tags: of an unknown group", "autoscaling", "create_or_update_tags", Tags=[_tag("a", group="none")])
refused("tags: a key of AWS", "autoscaling", "create_or_update_tags", Tags=[_tag("aws:owner")])
refused("tags: a key that is too long", "autoscaling", "create_or_update_tags", Tags=[_tag("k" * 129)])
refused("tags: an unknown filter", "autoscaling", "describe_tags", Filters=[{"Name": "colour", "Values": ["red"]}])


@observation("hooks: made and shown")
def _(account):
    account.autoscaling.put_lifecycle_hook(
        AutoScalingGroupName="web",
        LifecycleHookName="wait",
        LifecycleTransition="autoscaling:EC2_INSTANCE_LAUNCHING",
    )
    [hook] = account.autoscaling.describe_lifecycle_hooks(AutoScalingGroupName="web")["LifecycleHooks"]
    return pick(hook, "LifecycleTransition", "HeartbeatTimeout", "GlobalTimeout", "DefaultResult")


@observation("hooks: a launch waits for its hook")
def _(account):
    account.autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=4)
    account.settle(120)
    return _states(account)


@observation("hooks: a completed hook lets the launch go on")
def _(account):
    waiting = [each for each in account.group("web")["Instances"] if each["LifecycleState"] == "Pending:Wait"]
    for instance in waiting:
        account.autoscaling.complete_lifecycle_action(
            AutoScalingGroupName="web",
            LifecycleHookName="wait",
            InstanceId=instance["InstanceId"],
            LifecycleActionResult="CONTINUE",
        )
    account.settle()
    return _states(account)


@observation("hooks: deleted")
def _(account):
    account.autoscaling.delete_lifecycle_hook(AutoScalingGroupName="web", LifecycleHookName="wait")
    return account.autoscaling.describe_lifecycle_hooks(AutoScalingGroupName="web")["LifecycleHooks"]


@observation("hooks: their kinds")
def _(account):
    return set(account.autoscaling.describe_lifecycle_hook_types()["LifecycleHookTypes"])


def _hook(name, operation="put_lifecycle_hook", **given):
    arguments = {"AutoScalingGroupName": "web", "LifecycleHookName": "wait", **given}
    refused(f"hooks: {name}", "autoscaling", operation, **arguments)


_hook("an unknown transition", LifecycleTransition="autoscaling:EC2_INSTANCE_SLEEPING")
_hook("a heartbeat that is too short", LifecycleTransition="autoscaling:EC2_INSTANCE_LAUNCHING", HeartbeatTimeout=5)
_hook("no transition")
_hook("an unknown group", AutoScalingGroupName="none", LifecycleTransition="autoscaling:EC2_INSTANCE_LAUNCHING")
_hook("deleted, and unknown", operation="delete_lifecycle_hook", LifecycleHookName="none")
_hook(
    "completed, and unknown",
    operation="complete_lifecycle_action",
    LifecycleHookName="none",
    InstanceId=_first,
    LifecycleActionResult="CONTINUE",
)
