"""Observations of scheduled actions, policies, alarms, load balancers, parameters, and of the end of everything."""

import datetime

from observing import ignored, observation, pick, refused

SOON = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=2)
UNKNOWN_ARN = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/none/0123456789abcdef"


def _scheduled(name, **given):
    arguments = {"AutoScalingGroupName": "web", "ScheduledActionName": "night", **given}
    refused(f"schedule: {name}", "autoscaling", "put_scheduled_update_group_action", **arguments)


@observation("schedule: made and shown")
def _(account):
    account.autoscaling.put_scheduled_update_group_action(
        AutoScalingGroupName="web", ScheduledActionName="night", Recurrence="0 20 * * *", MinSize=1, DesiredCapacity=1
    )
    found = account.autoscaling.describe_scheduled_actions(AutoScalingGroupName="web")["ScheduledUpdateGroupActions"]
    fields = ["ScheduledActionName", "Recurrence", "MinSize", "MaxSize", "DesiredCapacity", "TimeZone", "StartTime"]
    return [pick(action, *fields) for action in found]


_scheduled("once, in two days", ScheduledActionName="once", MinSize=1, StartTime=SOON)
_scheduled("in the past", ScheduledActionName="late", MinSize=1, StartTime=SOON - datetime.timedelta(days=9))
_scheduled("no time at all", ScheduledActionName="never", MinSize=1)
_scheduled("no cron expression", ScheduledActionName="odd", MinSize=1, Recurrence="each night")
_scheduled("an unknown time zone", ScheduledActionName="odd", MinSize=1, Recurrence="0 20 * * *", TimeZone="Mars/Base")
_scheduled("an unknown group", ScheduledActionName="odd", AutoScalingGroupName="none", MinSize=1, Recurrence="0 20 * * *")
_scheduled("no size", ScheduledActionName="empty", Recurrence="0 20 * * *")
refused(
    "schedule: deleted",
    "autoscaling",
    "delete_scheduled_action",
    AutoScalingGroupName="web",
    ScheduledActionName="night",
)
refused(
    "schedule: deleted, and unknown",
    "autoscaling",
    "delete_scheduled_action",
    AutoScalingGroupName="web",
    ScheduledActionName="none",
)


@observation("schedule: several at once, one of them wrong")
def _(account):
    done = account.autoscaling.batch_put_scheduled_update_group_action(
        AutoScalingGroupName="web",
        ScheduledUpdateGroupActions=[
            {"ScheduledActionName": "morning", "Recurrence": "0 6 * * *", "MinSize": 1},
            {"ScheduledActionName": "wrong", "Recurrence": "each morning", "MinSize": 1},
        ],
    )
    failed = done.get("FailedScheduledUpdateGroupActions", [])
    return [[action["ScheduledActionName"], action["ErrorCode"]] for action in failed]


STEPS = {
    "PolicyType": "StepScaling",
    "AdjustmentType": "ChangeInCapacity",
    "StepAdjustments": [{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 1}],
}
SIMPLE = {"PolicyType": "SimpleScaling", "AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": -1}
TRACKING = {
    "PolicyType": "TargetTrackingScaling",
    "TargetTrackingConfiguration": {
        "PredefinedMetricSpecification": {"PredefinedMetricType": "ASGAverageCPUUtilization"},
        "TargetValue": 50,
    },
}


@observation("policies: of three kinds")
def _(account):
    for name, given in {"steps": STEPS, "simple": SIMPLE, "tracking": TRACKING}.items():
        account.autoscaling.put_scaling_policy(AutoScalingGroupName="web", PolicyName=name, **given)
    found = account.autoscaling.describe_policies(AutoScalingGroupName="web")["ScalingPolicies"]
    fields = ["PolicyName", "PolicyType", "AdjustmentType", "ScalingAdjustment", "StepAdjustments", "Enabled"]
    return {policy["PolicyName"]: pick(policy, *fields) for policy in found}


@observation("policies: found by type")
def _(account):
    kind = {"AutoScalingGroupName": "web", "PolicyTypes": ["SimpleScaling"]}
    return [policy["PolicyName"] for policy in account.autoscaling.describe_policies(**kind)["ScalingPolicies"]]


@observation("policies: the alarms of target tracking")
def _(account):
    [policy] = account.autoscaling.describe_policies(PolicyNames=["tracking"])["ScalingPolicies"]
    return len(policy["Alarms"])


@observation("policies: carried out")
def _(account):
    before = account.group("web")["DesiredCapacity"]
    account.autoscaling.execute_policy(AutoScalingGroupName="web", PolicyName="simple", HonorCooldown=False)
    return account.group("web")["DesiredCapacity"] - before


def _policy(name, operation="put_scaling_policy", **given):
    arguments = {"AutoScalingGroupName": "web", "PolicyName": "wrong", **given}
    refused(f"policies: {name}", "autoscaling", operation, **arguments)


_policy("an unknown type", PolicyType="MagicScaling", AdjustmentType="ChangeInCapacity", ScalingAdjustment=1)
_policy("no adjustment", PolicyType="SimpleScaling")
_policy("an unknown adjustment", PolicyType="SimpleScaling", AdjustmentType="Double", ScalingAdjustment=1)
_policy("steps without steps", PolicyType="StepScaling", AdjustmentType="ChangeInCapacity")
_policy("tracking without a target", PolicyType="TargetTrackingScaling")
_policy("of an unknown group", AutoScalingGroupName="none", **SIMPLE)
_policy("carried out, and unknown", operation="execute_policy")
_policy("deleted, and unknown", operation="delete_policy")
_policy("deleted", operation="delete_policy", PolicyName="steps")


@observation("alarms: made and shown")
def _(account):
    account.cloudwatch.put_metric_alarm(
        AlarmName="errors",
        Namespace="Shop",
        MetricName="Errors",
        Statistic="Sum",
        Period=60,
        ComparisonOperator="GreaterThanThreshold",
        EvaluationPeriods=1,
        Threshold=0.5,
    )
    [alarm] = account.cloudwatch.describe_alarms(AlarmNames=["errors"])["MetricAlarms"]
    return pick(alarm, "AlarmName", "StateValue", "Threshold", "ComparisonOperator", "ActionsEnabled")


@observation("alarms: set to ALARM")
def _(account):
    account.cloudwatch.set_alarm_state(AlarmName="errors", StateValue="ALARM", StateReason="test")
    found = account.cloudwatch.describe_alarms(StateValue="ALARM")["MetricAlarms"]
    return [[alarm["AlarmName"], alarm["StateReason"]] for alarm in found]


refused("alarms: an unknown state", "cloudwatch", "set_alarm_state", AlarmName="errors", StateValue="BAD", StateReason="-")
refused("alarms: the state of an unknown", "cloudwatch", "set_alarm_state", AlarmName="no", StateValue="OK", StateReason="-")


@observation("alarms: an unknown name")
def _(account):
    return account.cloudwatch.describe_alarms(AlarmNames=["none"])["MetricAlarms"]


@observation("target group: made and shown")
def _(account):
    [target_group] = account.elbv2.create_target_group(
        Name="web", Protocol="HTTP", Port=80, VpcId=account.made["vpc"]
    )["TargetGroups"]
    account.made["targets"] = target_group["TargetGroupArn"]
    fields = ["TargetGroupName", "Protocol", "Port", "TargetType", "HealthCheckPath", "HealthyThresholdCount"]
    return pick(target_group, *fields, "UnhealthyThresholdCount", "HealthCheckIntervalSeconds", "ProtocolVersion")


@observation("target group: its attributes")
def _(account):
    found = account.elbv2.describe_target_group_attributes(TargetGroupArn=account.made["targets"])["Attributes"]
    names = ["deregistration_delay.timeout_seconds", "slow_start.duration_seconds", "stickiness.enabled"]
    return {attribute["Key"]: attribute["Value"] for attribute in found if attribute["Key"] in names}


@observation("target group: the instances of a group")
def _(account):
    account.autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=3)
    account.autoscaling.attach_load_balancer_target_groups(
        AutoScalingGroupName="web", TargetGroupARNs=[account.made["targets"]]
    )
    account.settle()
    found = account.elbv2.describe_target_health(TargetGroupArn=account.made["targets"])["TargetHealthDescriptions"]
    return [[each["Target"]["Port"], pick(each["TargetHealth"], "State", "Reason")] for each in found]


@observation("target group: healthy behind a listener")
def _(account):
    [balancer] = account.elbv2.create_load_balancer(Name="web", Subnets=account.made["subnets"])["LoadBalancers"]
    account.made["balancer"] = balancer["LoadBalancerArn"]
    [listener] = account.elbv2.create_listener(
        LoadBalancerArn=account.made["balancer"],
        Protocol="HTTP",
        Port=80,
        DefaultActions=[{"Type": "forward", "TargetGroupArn": account.made["targets"]}],
    )["Listeners"]
    account.made["listener"] = listener["ListenerArn"]
    account.settle()
    found = account.elbv2.describe_target_health(TargetGroupArn=account.made["targets"])["TargetHealthDescriptions"]
    return [each["TargetHealth"]["State"] for each in found]


@observation("target group: as the group shows it")
def _(account):
    found = account.autoscaling.describe_load_balancer_target_groups(AutoScalingGroupName="web")
    return [each["State"] for each in found["LoadBalancerTargetGroups"]]


@observation("target group: detached from the group, right after")
def _(account):
    account.autoscaling.detach_load_balancer_target_groups(
        AutoScalingGroupName="web", TargetGroupARNs=[account.made["targets"]]
    )
    found = account.elbv2.describe_target_health(TargetGroupArn=account.made["targets"])["TargetHealthDescriptions"]
    return [each["TargetHealth"]["State"] for each in found]


@observation("target group: detached from the group, in the end")
def _(account):
    account.settle()
    return account.elbv2.describe_target_health(TargetGroupArn=account.made["targets"])["TargetHealthDescriptions"]


refused("target group: in use", "elbv2", "delete_target_group", TargetGroupArn=lambda account: account.made["targets"])
refused("target group: an unknown one", "elbv2", "describe_target_groups", TargetGroupArns=[UNKNOWN_ARN])
refused("target group: the health of an unknown", "elbv2", "describe_target_health", TargetGroupArn=UNKNOWN_ARN)
refused(
    "target group: an unknown instance",
    "elbv2",
    "register_targets",
    TargetGroupArn=lambda account: account.made["targets"],
    Targets=[{"Id": "i-0123456789abcdef0"}],
)
refused("target group: no VPC", "elbv2", "create_target_group", Name="wrong", Protocol="HTTP", Port=80)
refused(
    "target group: attached, and unknown",
    "autoscaling",
    "attach_load_balancer_target_groups",
    AutoScalingGroupName="web",
    TargetGroupARNs=[UNKNOWN_ARN],
)
refused("load balancer: an unknown one", "elbv2", "describe_load_balancers", Names=["none"])


@observation("classic: made, with the instances of a group")
def _(account):
    account.elb.create_load_balancer(
        LoadBalancerName="classic",
        Listeners=[{"Protocol": "HTTP", "LoadBalancerPort": 80, "InstancePort": 80}],
        Subnets=account.made["subnets"],
    )
    account.autoscaling.attach_load_balancers(AutoScalingGroupName="web", LoadBalancerNames=["classic"])
    account.settle()
    states = account.elb.describe_instance_health(LoadBalancerName="classic")["InstanceStates"]
    return [state["State"] for state in states]


refused("classic: an unknown one", "elb", "describe_load_balancers", LoadBalancerNames=["none"])
refused("classic: the health in an unknown", "elb", "describe_instance_health", LoadBalancerName="none")
refused(
    "classic: attached, and unknown",
    "autoscaling",
    "attach_load_balancers",
    AutoScalingGroupName="web",
    LoadBalancerNames=["none"],
)


@observation("parameters: written and read")
def _(account):
    account.ssm.put_parameter(Name="/web/image", Value=account.made["new"], Type="String")
    return pick(account.ssm.get_parameter(Name="/web/image")["Parameter"], "Name", "Type", "Value", "Version")


refused("parameters: written twice", "ssm", "put_parameter", Name="/web/image", Value="a", Type="String")
refused("parameters: an unknown one", "ssm", "get_parameter", Name="/none")


@observation("parameters: several, one of them unknown")
def _(account):
    found = account.ssm.get_parameters(Names=["/web/image", "/none"])
    return [parameter["Name"] for parameter in found["Parameters"]], found["InvalidParameters"]


@observation("warm pool: made and shown")
def _(account):
    account.autoscaling.put_warm_pool(AutoScalingGroupName="old", MinSize=1, PoolState="Stopped")
    account.settle()
    pool = account.autoscaling.describe_warm_pool(AutoScalingGroupName="old")
    states = [instance["LifecycleState"] for instance in pool["Instances"]]
    return pick(pool["WarmPoolConfiguration"], "MinSize", "PoolState"), states


@observation("warm pool: removed")
def _(account):
    account.autoscaling.delete_warm_pool(AutoScalingGroupName="old", ForceDelete=True)
    account.settle()
    pool = account.autoscaling.describe_warm_pool(AutoScalingGroupName="old")
    return "WarmPoolConfiguration" in pool, pool["Instances"]


@observation("refresh: of a group, and its state")
def _(account):
    account.autoscaling.start_instance_refresh(AutoScalingGroupName="web")
    account.settle(3600)
    [found] = account.autoscaling.describe_instance_refreshes(AutoScalingGroupName="web")["InstanceRefreshes"]
    return pick(found, "Status", "PercentageComplete")


refused(
    "end: a configuration in use",
    "autoscaling",
    "delete_launch_configuration",
    LaunchConfigurationName=lambda account: account.group("old")["LaunchConfigurationName"],
)
refused("end: an unknown group", "autoscaling", "delete_auto_scaling_group", AutoScalingGroupName="none")


@observation("end: a group by force, right after")
def _(account):
    account.made["last"] = account.instances("web")
    account.autoscaling.delete_auto_scaling_group(AutoScalingGroupName="web", ForceDelete=True)
    found = account.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=["web"])["AutoScalingGroups"]
    return [group.get("Status") for group in found]


@observation("end: a group by force, in the end")
def _(account):
    account.settle()
    found = account.ec2.describe_instances(InstanceIds=account.made["last"])["Reservations"]
    states = {instance["State"]["Name"] for reservation in found for instance in reservation["Instances"]}
    names = {"AutoScalingGroupNames": ["web"]}
    return account.autoscaling.describe_auto_scaling_groups(**names)["AutoScalingGroups"], states


refused("end: a group with instances", "autoscaling", "delete_auto_scaling_group", AutoScalingGroupName="old")


@observation("end: everything else, in AWS's order")
def _(account):
    for name in ("old", "mixed"):
        with ignored():
            account.autoscaling.delete_auto_scaling_group(AutoScalingGroupName=name, ForceDelete=True)
    account.settle()
    account.elbv2.delete_listener(ListenerArn=account.made["listener"])
    account.elbv2.delete_load_balancer(LoadBalancerArn=account.made["balancer"])
    account.elbv2.delete_target_group(TargetGroupArn=account.made["targets"])
    account.elb.delete_load_balancer(LoadBalancerName="classic")
    for name in ("web-1", "web-2"):
        account.autoscaling.delete_launch_configuration(LaunchConfigurationName=name)
    account.ec2.delete_launch_template(LaunchTemplateName="web")
    account.ec2.deregister_image(ImageId=account.made["old"])
    account.cloudwatch.delete_alarms(AlarmNames=["errors"])
    left = account.autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"]
    return left, account.autoscaling.describe_launch_configurations()["LaunchConfigurations"]
