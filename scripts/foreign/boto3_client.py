"""boto3, its waiters included: groups that launch, take time, drain, wait in hooks and replace."""

import asyncio
import datetime
import subprocess
import time

import boto3

from steps import *  # noqa: F403

made = {}


def tags(name, **values):
    return [{"ResourceId": name, "Key": key, "Value": value, "PropagateAtLaunch": True} for key, value in values.items()]


@step("the caller, the network, and images that are registered")
def _():
    assert boto3.client("sts").get_caller_identity()["Account"] == "123456789012"
    made["vpc"], made["subnets"] = network()
    for key, number in (("old", 1), ("new", 2)):
        made[key] = ec2.register_image(
            Name=f"web-{number}",
            Architecture="x86_64",
            RootDeviceName="/dev/xvda",
            VirtualizationType="hvm",
            BlockDeviceMappings=[{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": "snap-0123456789abcdef0"}}],
        )["ImageId"]
    ec2.get_waiter("image_available").wait(ImageIds=[made["new"]])


@step("time.sleep moves the simulator's time on, and time.time and time.monotonic go with it; short sleeps are real")
def _():
    began, wall, monotonic, real = now(), time.time(), time.monotonic(), time.perf_counter()
    time.sleep(3600)
    assert now() == began + 3600
    for clock, before in ((time.time, wall), (time.monotonic, monotonic)):
        assert 3600 <= clock() - before < 3660, clock() - before
    assert time.perf_counter() - real < 60
    time.sleep(0.05)
    assert now() == began + 3600
    asyncio.run(asyncio.sleep(0.2))
    assert now() == began + 3600


@step("a launch template and its versions")
def _():
    data = {"ImageId": made["old"], "InstanceType": "t3.micro", "MetadataOptions": {"HttpTokens": "required"}}
    template = ec2.create_launch_template(LaunchTemplateName="web", LaunchTemplateData=data)["LaunchTemplate"]
    made["template"] = template["LaunchTemplateId"]
    refused(
        "InvalidLaunchTemplateId.VersionNotFound",
        ec2.modify_launch_template,
        LaunchTemplateId=made["template"],
        DefaultVersion="9",
    )


@step("load balancers of both kinds, with targets that drain for a minute")
def _():
    elb.create_load_balancer(
        LoadBalancerName="classic",
        Listeners=[{"Protocol": "HTTP", "LoadBalancerPort": 80, "InstancePort": 8080}],
        Subnets=made["subnets"],
    )
    target_group = elbv2.create_target_group(Name="web", Protocol="HTTP", Port=8080, VpcId=made["vpc"])
    made["targets"] = target_group["TargetGroups"][0]["TargetGroupArn"]
    delay = {"Key": "deregistration_delay.timeout_seconds", "Value": "60"}
    elbv2.modify_target_group_attributes(TargetGroupArn=made["targets"], Attributes=[delay])
    [balancer] = elbv2.create_load_balancer(Name="web", Subnets=made["subnets"])["LoadBalancers"]
    made["balancer"] = balancer["LoadBalancerArn"]
    elbv2.get_waiter("load_balancer_available").wait(LoadBalancerArns=[made["balancer"]])
    [listener] = elbv2.create_listener(
        LoadBalancerArn=made["balancer"],
        Protocol="HTTP",
        Port=80,
        DefaultActions=[{"Type": "forward", "TargetGroupArn": made["targets"]}],
    )["Listeners"]
    made["listener"] = listener["ListenerArn"]
    refused("LoadBalancerNotFound", elb.describe_load_balancers, LoadBalancerNames=["none"])


@step("a group launches instances, which takes time: none at first, then Pending, then in service, then healthy")
def _():
    began = now()
    autoscaling.create_auto_scaling_group(
        AutoScalingGroupName="web",
        LaunchTemplate={"LaunchTemplateId": made["template"], "Version": "$Latest"},
        MinSize=1,
        MaxSize=4,
        DesiredCapacity=2,
        VPCZoneIdentifier=",".join(made["subnets"]),
        LoadBalancerNames=["classic"],
        TargetGroupARNs=[made["targets"]],
        HealthCheckType="ELB",
        HealthCheckGracePeriod=300,
        Tags=tags("web", team="shop"),
    )
    assert states("web") == []
    until(lambda: states("web") == ["Pending"] * 2, seconds=60)
    ids = settled("web", 2)
    assert 60 <= now() - began <= 120, now() - began
    assert target_states(made["targets"]) == ["initial"] * 2, target_states(made["targets"])
    ec2.get_waiter("instance_running").wait(InstanceIds=ids)
    elbv2.get_waiter("target_in_service").wait(TargetGroupArn=made["targets"])
    elb.get_waiter("instance_in_service").wait(LoadBalancerName="classic")
    assert target_states(made["targets"]) == ["healthy"] * 2


@step("instances carry the group's tags and the template's settings, and lie in two zones")
def _():
    found = ec2.describe_instances(Filters=[{"Name": "tag:aws:autoscaling:groupName", "Values": ["web"]}])
    instances = [instance for reservation in found["Reservations"] for instance in reservation["Instances"]]
    assert len({instance["Placement"]["AvailabilityZone"] for instance in instances}) == 2
    for instance in instances:
        assert {"Key": "team", "Value": "shop"} in instance["Tags"], instance["Tags"]
        assert instance["MetadataOptions"]["HttpTokens"] == "required", instance["MetadataOptions"]


@step("what leaves drains for a minute before it ends, and the waiters see both")
def _():
    autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=3)
    before = settled("web", 3)
    elbv2.get_waiter("target_in_service").wait(TargetGroupArn=made["targets"])
    autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=2)
    until(lambda: "draining" in target_states(made["targets"]), seconds=60, every=1)
    assert states("web") == ["InService", "InService", "Terminating"], states("web")
    with takes(50, 160):
        [gone] = set(before) - set(settled("web", 2))
        ec2.get_waiter("instance_terminated").wait(InstanceIds=[gone])
    elbv2.get_waiter("target_deregistered").wait(TargetGroupArn=made["targets"], Targets=[{"Id": gone}])


@step("sizes and processes are refused as by AWS")
def _():
    name = {"AutoScalingGroupName": "web"}
    refused("ValidationError", autoscaling.set_desired_capacity, "above max value", **name, DesiredCapacity=9)
    refused("ValidationError", autoscaling.update_auto_scaling_group, **name, MinSize=5, MaxSize=4)
    refused("ValidationError", autoscaling.suspend_processes, **name, ScalingProcesses=["Sleep"])
    refused("ResourceInUse", autoscaling.delete_auto_scaling_group, **name)


@step("while Launch is suspended nothing is launched, for half an hour")
def _():
    autoscaling.suspend_processes(AutoScalingGroupName="web", ScalingProcesses=["Launch"])
    autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=3)
    time.sleep(1800)
    assert len(states("web")) == 2, states("web")
    autoscaling.resume_processes(AutoScalingGroupName="web")
    assert group("web")["SuspendedProcesses"] == []
    settled("web", 3)


@step("protection keeps an instance, termination by id replaces one, each with an activity")
def _():
    first, *_ = in_service("web")
    protect = {"AutoScalingGroupName": "web", "InstanceIds": [first]}
    autoscaling.set_instance_protection(**protect, ProtectedFromScaleIn=True)
    autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=1)
    assert settled("web", 1) == [first]
    end = {"InstanceId": first}
    call = autoscaling.terminate_instance_in_auto_scaling_group
    refused("ValidationError", call, "desiredSize equals minSize (1)", **end, ShouldDecrementDesiredCapacity=True)
    activity = call(**end, ShouldDecrementDesiredCapacity=False)["Activity"]
    until(lambda: first not in [instance["InstanceId"] for instance in group("web")["Instances"]])
    assert settled("web", 1) != [first]
    [done] = autoscaling.describe_scaling_activities(ActivityIds=[activity["ActivityId"]])["Activities"]
    assert (done["StatusCode"], done["Progress"]) == ("Successful", 100), done


@step("an unhealthy instance is replaced, one in Standby is not")
def _():
    autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=2)
    sick, aside = settled("web", 2)
    autoscaling.enter_standby(AutoScalingGroupName="web", InstanceIds=[aside], ShouldDecrementDesiredCapacity=True)
    until(lambda: "Standby" in states("web"))
    autoscaling.set_instance_health(InstanceId=sick, HealthStatus="Unhealthy", ShouldRespectGracePeriod=False)
    until(lambda: states("web") == ["InService", "Standby"] and in_service("web") != [sick])
    autoscaling.exit_standby(AutoScalingGroupName="web", InstanceIds=[aside])
    assert aside in settled("web", 2)


@step("a lifecycle hook holds an instance until it is completed, and gives up after its timeout")
def _():
    hook = {"AutoScalingGroupName": "web", "LifecycleHookName": "wait"}
    launching = "autoscaling:EC2_INSTANCE_LAUNCHING"
    autoscaling.put_lifecycle_hook(**hook, LifecycleTransition=launching, HeartbeatTimeout=900, DefaultResult="ABANDON")
    autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=3)

    def held():
        return [each["InstanceId"] for each in group("web")["Instances"] if each["LifecycleState"] == "Pending:Wait"]

    [first] = until(held)
    time.sleep(600)
    assert held() == [first]
    autoscaling.record_lifecycle_action_heartbeat(**hook, InstanceId=first)
    time.sleep(600)
    assert held() == [first], "the heartbeat began another period"
    [second] = until(lambda: [each for each in held() if each != first], seconds=900)
    autoscaling.complete_lifecycle_action(**hook, InstanceId=second, LifecycleActionResult="CONTINUE")
    assert second in settled("web", 3)
    autoscaling.delete_lifecycle_hook(**hook)
    autoscaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=2)
    settled("web", 2)


@step("a scheduled action changes the sizes at its time and not before")
def _():
    start = datetime.datetime.fromtimestamp(now() + 3600, datetime.timezone.utc)
    autoscaling.put_scheduled_update_group_action(
        AutoScalingGroupName="web", ScheduledActionName="evening", StartTime=start, DesiredCapacity=3
    )
    time.sleep(3500)
    assert group("web")["DesiredCapacity"] == 2
    time.sleep(200)
    assert group("web")["DesiredCapacity"] == 3
    settled("web", 3)
    elbv2.get_waiter("target_in_service").wait(TargetGroupArn=made["targets"])
    elb.get_waiter("instance_in_service").wait(LoadBalancerName="classic")


@step("an instance refresh replaces every instance, never below its minimum, by the ledger")
def _():
    before, began = set(in_service("web")), now()
    data = {"ImageId": made["new"]}
    ec2.create_launch_template_version(LaunchTemplateName="web", SourceVersion="1", LaunchTemplateData=data)
    preferences = {"MinHealthyPercentage": 100, "MaxHealthyPercentage": 150, "InstanceWarmup": 30}
    call = {"AutoScalingGroupName": "web"}
    autoscaling.start_instance_refresh(**call, Preferences=preferences)
    refused("InstanceRefreshInProgress", autoscaling.start_instance_refresh, **call)

    def status():
        return autoscaling.describe_instance_refreshes(**call)["InstanceRefreshes"][0]["Status"]

    assert status() in ("Pending", "InProgress")
    until(lambda: status() == "Successful", seconds=7200)
    lowest = lowest_ready("web", began)
    assert not before & set(settled("web", 3))
    assert {each["LaunchTemplate"]["Version"] for each in group("web")["Instances"]} == {"2"}
    assert lowest >= 3, lowest


@step("a mixed instances policy with weights")
def _():
    overrides = [
        {"InstanceType": "t3.micro", "WeightedCapacity": "1"},
        {"InstanceType": "t3.large", "WeightedCapacity": "2"},
    ]
    autoscaling.create_auto_scaling_group(
        AutoScalingGroupName="mixed",
        MixedInstancesPolicy={
            "LaunchTemplate": {
                "LaunchTemplateSpecification": {"LaunchTemplateId": made["template"], "Version": "$Latest"},
                "Overrides": overrides,
            },
            "InstancesDistribution": {"OnDemandPercentageAboveBaseCapacity": 100},
        },
        MinSize=0,
        MaxSize=4,
        DesiredCapacity=2,
        VPCZoneIdentifier=",".join(made["subnets"]),
    )
    until(lambda: sum(int(each["WeightedCapacity"]) for each in group("mixed")["Instances"]) == 2)
    autoscaling.delete_auto_scaling_group(AutoScalingGroupName="mixed", ForceDelete=True)
    assert group("mixed")["Status"] == "Delete in progress"
    names = {"AutoScalingGroupNames": ["mixed"]}
    until(lambda: autoscaling.describe_auto_scaling_groups(**names)["AutoScalingGroups"] == [])


@step("pages, activities, alarms, parameters")
def _():
    pages = autoscaling.get_paginator("describe_scaling_activities").paginate(PaginationConfig={"PageSize": 5})
    found = [activity["ActivityId"] for page in pages for activity in page["Activities"]]
    assert len(found) > 20 and len(set(found)) == len(found)
    cloudwatch = boto3.client("cloudwatch")
    cloudwatch.put_metric_alarm(
        AlarmName="errors", ComparisonOperator="GreaterThanThreshold", EvaluationPeriods=1, Threshold=0.5
    )
    cloudwatch.set_alarm_state(AlarmName="errors", StateValue="ALARM", StateReason="test")
    cloudwatch.get_waiter("alarm_exists").wait(AlarmNames=["errors"])
    [alarm] = cloudwatch.describe_alarms(AlarmNames=["errors"])["MetricAlarms"]
    assert (alarm["StateValue"], alarm["Threshold"]) == ("ALARM", 0.5), alarm
    ssm = boto3.client("ssm")
    ssm.put_parameter(Name="/web/image", Value=made["new"], Type="String")
    assert ssm.get_parameter(Name="/web/image")["Parameter"]["Value"] == made["new"]


@step("weights of a rule are written and read back, and what is sent replaces the whole list")
def _():
    [green] = elbv2.create_target_group(Name="green", Protocol="HTTP", Port=8080, VpcId=made["vpc"])["TargetGroups"]
    groups = [made["targets"], green["TargetGroupArn"]]

    def weigh(*weights):
        tuples = [{"TargetGroupArn": arn, "Weight": weight} for arn, weight in zip(groups, weights)]
        action = {"Type": "forward", "ForwardConfig": {"TargetGroups": tuples}}
        elbv2.modify_listener(ListenerArn=made["listener"], DefaultActions=[action])
        [listener] = elbv2.describe_listeners(ListenerArns=[made["listener"]])["Listeners"]
        [shown] = listener["DefaultActions"]
        return [each["Weight"] for each in shown["ForwardConfig"]["TargetGroups"]]

    assert weigh(90, 10) == [90, 10]
    assert weigh(0, 100) == [0, 100]
    assert weigh(1) == [1]
    tag = {"Key": "shares", "Value": "blue=100 green=0"}
    elbv2.add_tags(ResourceArns=[made["listener"]], Tags=[tag])
    [described] = elbv2.describe_tags(ResourceArns=[made["listener"]])["TagDescriptions"]
    assert described["Tags"] == [tag], described
    elbv2.remove_tags(ResourceArns=[made["listener"]], TagKeys=["shares"])
    elbv2.delete_target_group(TargetGroupArn=green["TargetGroupArn"])


@step("weights that the bundle has shifted by the rules of a listener are read back, and so are those it takes back")
def _():
    [green] = elbv2.create_target_group(Name="green", Protocol="HTTP", Port=8080, VpcId=made["vpc"])["TargetGroups"]
    groups = [made["targets"], green["TargetGroupArn"]]
    tuples = [{"TargetGroupArn": arn, "Weight": weight} for arn, weight in zip(groups, (100, 0))]
    action = {"Type": "forward", "ForwardConfig": {"TargetGroups": tuples}}
    elbv2.modify_listener(ListenerArn=made["listener"], DefaultActions=[action])
    sides = {"blue": made["targets"], "green": green["TargetGroupArn"]}
    for name, targets in sides.items():
        autoscaling.create_auto_scaling_group(
            AutoScalingGroupName=name,
            LaunchTemplate={"LaunchTemplateId": made["template"], "Version": "$Latest"},
            MinSize=1,
            MaxSize=2,
            DesiredCapacity=1,
            VPCZoneIdentifier=",".join(made["subnets"]),
            TargetGroupARNs=[targets],
        )
    for name, targets in sides.items():
        settled(name, 1)
        elbv2.get_waiter("target_in_service").wait(TargetGroupArn=targets)

    def bundle(mode, *flags):
        words = ["dist/cli.js", mode, "--blue", "blue", "--green", "green", "--yes", *flags]
        command = ["node", "--import", "./build/simulator/preload/virtual-time.js", *words]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=300)
        assert ended.returncode == 0, ended.stdout + ended.stderr

    def weights():
        [listener] = elbv2.describe_listeners(ListenerArns=[made["listener"]])["Listeners"]
        shown = listener["DefaultActions"][0]["ForwardConfig"]["TargetGroups"]
        return {each["TargetGroupArn"]: each["Weight"] for each in shown}

    def noted():
        [described] = elbv2.describe_tags(ResourceArns=[made["listener"]])["TagDescriptions"]
        return [tag["Key"] for tag in described["Tags"] if tag["Key"].startswith("fleet-patch:")]

    bundle("shift", "--steps", "25")
    assert [weights()[arn] for arn in groups] == [75, 25], weights()
    assert noted() == ["fleet-patch:previous-shares"], noted()
    bundle("shift", "--to", "green")
    assert [weights()[arn] for arn in groups] == [0, 100], weights()
    bundle("rollback")
    assert [weights()[arn] for arn in groups] == [75, 25], weights()
    assert noted() == [], noted()
    for name in sides:
        autoscaling.delete_auto_scaling_group(AutoScalingGroupName=name, ForceDelete=True)
    until(lambda: autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=list(sides))["AutoScalingGroups"] == [])
    single = [{"Type": "forward", "TargetGroupArn": made["targets"]}]
    elbv2.modify_listener(ListenerArn=made["listener"], DefaultActions=single)
    elbv2.delete_target_group(TargetGroupArn=green["TargetGroupArn"])


@step("weighted records are written in one batch, wait until they are in sync, and are deleted by all their values")
def _():
    route53 = boto3.client("route53")
    zone = route53.create_hosted_zone(Name="fleet.test", CallerReference="boto3")["HostedZone"]["Id"]

    def record(name, weight):
        values = {"TTL": 60, "ResourceRecords": [{"Value": f"{name}.fleet.test"}]}
        return {"Name": "www.fleet.test", "Type": "CNAME", "SetIdentifier": name, "Weight": weight, **values}

    def change(action, *records):
        changes = [{"Action": action, "ResourceRecordSet": each} for each in records]
        return route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": changes})["ChangeInfo"]

    change("CREATE", record("blue", 200), record("green", 0))
    info = change("UPSERT", record("blue", 180), record("green", 20))
    assert info["Status"] == "PENDING", info
    route53.get_waiter("resource_record_sets_changed").wait(Id=info["Id"])
    pages = route53.get_paginator("list_resource_record_sets").paginate(
        HostedZoneId=zone, PaginationConfig={"PageSize": 2}
    )
    sets = [each for page in pages for each in page["ResourceRecordSets"] if "Weight" in each]
    assert [(each["SetIdentifier"], each["Weight"]) for each in sets] == [("blue", 180), ("green", 20)], sets
    [found] = route53.list_hosted_zones_by_name(DNSName="fleet.test")["HostedZones"]
    assert found["Id"] == zone, found
    refused(
        "InvalidChangeBatch",
        route53.change_resource_record_sets,
        "do not match the current values",
        HostedZoneId=zone,
        ChangeBatch={"Changes": [{"Action": "DELETE", "ResourceRecordSet": record("blue", 200)}]},
    )
    change("DELETE", record("blue", 180), record("green", 20))
    route53.delete_hosted_zone(Id=zone)
    refused("NoSuchHostedZone", route53.get_hosted_zone, Id=zone)


@step("everything is deleted, in AWS's order")
def _():
    refused("ResourceInUse", elbv2.delete_target_group, TargetGroupArn=made["targets"])
    autoscaling.update_auto_scaling_group(AutoScalingGroupName="web", MinSize=0, DesiredCapacity=0)
    settled("web", 0)
    autoscaling.delete_auto_scaling_group(AutoScalingGroupName="web")
    until(lambda: autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"] == [])
    ec2.delete_launch_template(LaunchTemplateId=made["template"])
    elbv2.delete_listener(ListenerArn=made["listener"])
    elbv2.delete_load_balancer(LoadBalancerArn=made["balancer"])
    elbv2.get_waiter("load_balancers_deleted").wait(LoadBalancerArns=[made["balancer"]])
    elbv2.delete_target_group(TargetGroupArn=made["targets"])
    elb.delete_load_balancer(LoadBalancerName="classic")
    ec2.deregister_image(ImageId=made["old"])


finish("boto3")
