"""Observations of groups: creation, what is shown of them, sizes, and what is refused."""

from observing import ignored, observation, pick, refused


def _zones(account):
    return ",".join(account.made["subnets"])


SETTINGS = [
    "MinSize",
    "MaxSize",
    "DesiredCapacity",
    "DefaultCooldown",
    "HealthCheckType",
    "HealthCheckGracePeriod",
    "TerminationPolicies",
    "NewInstancesProtectedFromScaleIn",
    "AvailabilityZones",
    "SuspendedProcesses",
    "LaunchTemplate",
    "LaunchConfigurationName",
    "LoadBalancerNames",
    "TargetGroupARNs",
    "CapacityRebalance",
]


@observation("group: created from a template")
def _(account):
    account.autoscaling.create_auto_scaling_group(
        AutoScalingGroupName="web",
        LaunchTemplate={"LaunchTemplateName": "web", "Version": "$Latest"},
        MinSize=1,
        MaxSize=4,
        DesiredCapacity=3,
        VPCZoneIdentifier=_zones(account),
        Tags=[
            {"Key": "team", "Value": "shop", "PropagateAtLaunch": True},
            {"Key": "owner", "Value": "ops", "PropagateAtLaunch": False},
        ],
    )
    return pick(account.group("web"), *SETTINGS)


@observation("group: right after it was created")
def _(account):
    return [instance["LifecycleState"] for instance in account.group("web")["Instances"]]


@observation("group: its instances in the end")
def _(account):
    account.settle()
    fields = ["LifecycleState", "HealthStatus", "ProtectedFromScaleIn", "InstanceType", "LaunchTemplate"]
    return [pick(instance, *fields) for instance in account.group("web")["Instances"]]


@observation("group: an instance in each zone")
def _(account):
    return sorted(instance["AvailabilityZone"] for instance in account.group("web")["Instances"])


@observation("group: the tags of its instances")
def _(account):
    find = {"Filters": [{"Name": "tag:aws:autoscaling:groupName", "Values": ["web"]}]}
    reservations = account.ec2.describe_instances(**find)["Reservations"]
    instances = [instance for reservation in reservations for instance in reservation["Instances"]]
    return len(instances), {(tag["Key"], tag["Value"]) for instance in instances for tag in instance["Tags"]}


@observation("group: its instances in EC2")
def _(account):
    ids = account.instances("web")
    [reservation, *_] = account.ec2.describe_instances(InstanceIds=ids[:1])["Reservations"]
    [instance] = reservation["Instances"]
    return {
        **pick(instance, "ImageId", "InstanceType", "Architecture", "RootDeviceType"),
        "state": instance["State"]["Name"],
        "tokens": instance.get("MetadataOptions", {}).get("HttpTokens"),
        "vpc": instance["VpcId"] == account.made["vpc"],
    }


@observation("group: what its launch has left in the activities")
def _(account):
    activities = account.autoscaling.describe_scaling_activities(AutoScalingGroupName="web")["Activities"]
    return [[activity["StatusCode"], activity["Progress"], activity["Description"]] for activity in activities]


@observation("group: the activities of an unknown group")
def _(account):
    return account.autoscaling.describe_scaling_activities(AutoScalingGroupName="none")["Activities"]


@observation("group: created from a configuration")
def _(account):
    account.autoscaling.create_auto_scaling_group(
        AutoScalingGroupName="old",
        LaunchConfigurationName="web-1",
        MinSize=0,
        MaxSize=2,
        VPCZoneIdentifier=_zones(account),
        HealthCheckType="EC2",
        HealthCheckGracePeriod=90,
        DefaultCooldown=60,
        TerminationPolicies=["OldestInstance"],
        NewInstancesProtectedFromScaleIn=True,
    )
    return pick(account.group("old"), *SETTINGS)


@observation("group: created with a mixed instances policy")
def _(account):
    account.autoscaling.create_auto_scaling_group(
        AutoScalingGroupName="mixed",
        MixedInstancesPolicy={
            "LaunchTemplate": {
                "LaunchTemplateSpecification": {"LaunchTemplateName": "web", "Version": "2"},
                "Overrides": [{"InstanceType": "t3.micro"}, {"InstanceType": "t3.small"}],
            },
            "InstancesDistribution": {"OnDemandPercentageAboveBaseCapacity": 100},
        },
        MinSize=0,
        MaxSize=2,
        VPCZoneIdentifier=_zones(account),
    )
    policy = account.group("mixed")["MixedInstancesPolicy"]
    return policy["LaunchTemplate"]["Overrides"], policy["InstancesDistribution"]


@observation("group: all of them, by name")
def _(account):
    groups = account.autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"]
    return {group["AutoScalingGroupName"] for group in groups}


@observation("group: pages of one")
def _(account):
    page = account.autoscaling.describe_auto_scaling_groups(MaxRecords=1)
    return len(page["AutoScalingGroups"]), "NextToken" in page


@observation("group: found by a tag and its value")
def _(account):
    find = {"Filters": [{"Name": "tag:team", "Values": ["shop"]}]}
    groups = account.autoscaling.describe_auto_scaling_groups(**find)["AutoScalingGroups"]
    return [group["AutoScalingGroupName"] for group in groups]


@observation("group: found by tag keys and values")
def _(account):
    find = {"Filters": [{"Name": "tag-key", "Values": ["owner"]}, {"Name": "tag-value", "Values": ["ops"]}]}
    groups = account.autoscaling.describe_auto_scaling_groups(**find)["AutoScalingGroups"]
    return [group["AutoScalingGroupName"] for group in groups]


@observation("group: an unknown name")
def _(account):
    return account.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=["none"])["AutoScalingGroups"]


@observation("group: without its instances")
def _(account):
    names = {"AutoScalingGroupNames": ["web"], "IncludeInstances": False}
    [group] = account.autoscaling.describe_auto_scaling_groups(**names)["AutoScalingGroups"]
    return group.get("Instances", [])


def create(name, **given):
    """Creation that is valid but for what is given; None takes a parameter away."""

    def call(account):
        arguments = {
            "AutoScalingGroupName": "wrong",
            "LaunchTemplate": {"LaunchTemplateName": "web"},
            "MinSize": 0,
            "MaxSize": 1,
            "VPCZoneIdentifier": _zones(account),
            **given,
        }
        try:
            account.autoscaling.create_auto_scaling_group(
                **{key: value for key, value in arguments.items() if value is not None}
            )
        finally:
            # What was accepted must not be in the way of what follows.
            with ignored():
                account.autoscaling.delete_auto_scaling_group(AutoScalingGroupName=arguments["AutoScalingGroupName"], ForceDelete=True)
                account.settle()
        return "accepted"

    observation(f"create: {name}")(call)


@observation("create: a name twice")
def _(account):
    twice = {
        "AutoScalingGroupName": "twice",
        "LaunchTemplate": {"LaunchTemplateName": "web"},
        "MinSize": 0,
        "MaxSize": 1,
        "VPCZoneIdentifier": _zones(account),
    }
    account.autoscaling.create_auto_scaling_group(**twice)
    try:
        account.autoscaling.create_auto_scaling_group(**twice)
    finally:
        account.autoscaling.delete_auto_scaling_group(AutoScalingGroupName="twice")
        account.settle()
    return "accepted"


create("no launch source", LaunchTemplate=None)
create("two launch sources", LaunchConfigurationName="web-1")
create("an unknown template", LaunchTemplate={"LaunchTemplateName": "none"})
create("an unknown version", LaunchTemplate={"LaunchTemplateName": "web", "Version": "99"})
create("an unknown configuration", LaunchTemplate=None, LaunchConfigurationName="none")
create("neither zones nor subnets", VPCZoneIdentifier=None)
create("an unknown subnet", VPCZoneIdentifier="subnet-0123456789abcdef0")
create("an unknown zone", VPCZoneIdentifier=None, AvailabilityZones=["eu-west-1x"])
create("a minimum above the maximum", MinSize=2)
create("a desired capacity above the maximum", DesiredCapacity=2)
create("a desired capacity below the minimum", MinSize=1, DesiredCapacity=0)
create("a negative minimum", MinSize=-1)
create("no maximum", MaxSize=None)
create("a colon in the name", AutoScalingGroupName="a:b")
create("an unknown health check", HealthCheckType="ICMP")
create("an unknown termination policy", TerminationPolicies=["Worst"])
create("an unknown classic load balancer", LoadBalancerNames=["none"])
create(
    "an unknown target group",
    TargetGroupARNs=["arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/none/0123456789abcdef"],
)
create("a tag of AWS", Tags=[{"Key": "aws:owner", "Value": "me", "PropagateAtLaunch": True}])
create("a life of an hour", MaxInstanceLifetime=3600)
create("a name that is too long", AutoScalingGroupName="g" * 256)
create("a tag without a key", Tags=[{"Value": "me", "PropagateAtLaunch": True}])
create("a cooldown that is no number", DefaultCooldown="soon")


def update(name, *then, group="old", **given):
    """An update of a group, and how the group is after it."""

    @observation(f"update: {name}")
    def _(account):
        account.autoscaling.update_auto_scaling_group(AutoScalingGroupName=group, **given)
        return pick(account.group(group), *then)


def wrong_update(name, **given):
    @observation(f"update: {name}")
    def _(account):
        try:
            account.autoscaling.update_auto_scaling_group(**{"AutoScalingGroupName": "old", **given})
        finally:
            # What was accepted must not be in the way of what follows.
            with ignored():
                account.autoscaling.update_auto_scaling_group(
                    AutoScalingGroupName="old",
                    LaunchConfigurationName="web-2",
                    MinSize=0,
                    MaxSize=3,
                    DesiredCapacity=1,
                    HealthCheckType="EC2",
                    HealthCheckGracePeriod=90,
                    TerminationPolicies=["Default"],
                )
        return "accepted"


SIZES = ["MinSize", "MaxSize", "DesiredCapacity"]
update("the minimum raises the desired capacity", *SIZES, MinSize=1)
update("the maximum lowers the desired capacity", *SIZES, MinSize=0, MaxSize=0)
update("the desired capacity alone", *SIZES, MaxSize=3, DesiredCapacity=1)
update("nothing", *SIZES)
update("the configuration", "LaunchConfigurationName", LaunchConfigurationName="web-2")
update("termination policies", "TerminationPolicies", TerminationPolicies=["OldestInstance", "Default"])
update("protection of new instances", "NewInstancesProtectedFromScaleIn", NewInstancesProtectedFromScaleIn=False)
update("another cooldown", "DefaultCooldown", "HealthCheckGracePeriod", DefaultCooldown=30, HealthCheckGracePeriod=0)
wrong_update("a minimum above the maximum", MinSize=5)
wrong_update("a desired capacity above the maximum", DesiredCapacity=5)
wrong_update("an unknown configuration", LaunchConfigurationName="none")
wrong_update("an unknown template", LaunchTemplate={"LaunchTemplateName": "none"})
wrong_update("two launch sources", LaunchConfigurationName="web-1", LaunchTemplate={"LaunchTemplateName": "web"})
wrong_update("a negative grace period", HealthCheckGracePeriod=-1)
wrong_update("a health check of its own", HealthCheckType="ICMP")
wrong_update("an unknown termination policy", TerminationPolicies=["Worst"])
wrong_update("an unknown group", AutoScalingGroupName="none", MinSize=0)

refused("desired: above the maximum", "autoscaling", "set_desired_capacity", AutoScalingGroupName="web", DesiredCapacity=9)
refused("desired: below the minimum", "autoscaling", "set_desired_capacity", AutoScalingGroupName="web", DesiredCapacity=0)
refused("desired: negative", "autoscaling", "set_desired_capacity", AutoScalingGroupName="web", DesiredCapacity=-1)
refused("desired: an unknown group", "autoscaling", "set_desired_capacity", AutoScalingGroupName="none", DesiredCapacity=1)


@observation("desired: raised, right after")
def _(account):
    account.autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=4)
    return account.group("web")["DesiredCapacity"], len(account.group("web")["Instances"])


@observation("desired: raised, in the end")
def _(account):
    account.settle()
    return [instance["LifecycleState"] for instance in account.group("web")["Instances"]]


@observation("desired: lowered, right after")
def _(account):
    account.autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=3)
    return sorted(instance["LifecycleState"] for instance in account.group("web")["Instances"])


@observation("desired: lowered, in the end, over the zones")
def _(account):
    account.settle()
    return sorted(instance["AvailabilityZone"] for instance in account.group("web")["Instances"])
