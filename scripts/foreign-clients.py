"""Drives a running simulator with clients that were not made for it: boto3, the AWS CLI, and Senza.

    pip install boto3 awscli stups-senza           # into a virtual environment of your own
    npm run simulator -- --port 4566 --speed 60 &
    AWS_ENDPOINT_URL=http://127.0.0.1:4566 python3 scripts/foreign-clients.py

Each step prints a line; the exit code is 1 when one of them failed. Clients that are not installed are skipped.
"""

import json
import os
import shutil
import subprocess
import sys
import time
import traceback

import boto3
from botocore.exceptions import ClientError

REGION = os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")
os.environ.setdefault("AWS_ACCESS_KEY_ID", "simulated")
os.environ.setdefault("AWS_SECRET_ACCESS_KEY", "simulated")
os.environ.setdefault("AWS_EC2_METADATA_DISABLED", "true")
if "AWS_ENDPOINT_URL" not in os.environ:
    sys.exit("AWS_ENDPOINT_URL must name a running simulator: this script would change a real account.")

# A name of its own for each run, so that the script can be repeated against one simulator.
RUN = "fc%x" % int(time.time())
failures = []


def step(name):
    """Runs a function as a step of that name, and continues when it fails."""

    def run(function):
        try:
            function()
            print("ok    ", name, flush=True)
        except Exception:  # noqa: BLE001 - every failure is reported, whatever it is
            failures.append(name)
            print("FAILED", name, flush=True)
            traceback.print_exc()
        return function

    return run


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


def until(check, seconds=180):
    """Waits, in real time, until the check gives something true."""
    deadline = time.time() + seconds
    while time.time() < deadline:
        found = check()
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError("waited in vain")


autoscaling = boto3.client("autoscaling")
ec2 = boto3.client("ec2")
elb = boto3.client("elb")
elbv2 = boto3.client("elbv2")
made = {}


def group(name):
    return autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])["AutoScalingGroups"][0]


def in_service(name):
    return [i["InstanceId"] for i in group(name)["Instances"] if i["LifecycleState"] == "InService"]


def settled(name, count):
    """The ids of the instances once this number is in service and there are no others."""

    def check():
        ids = in_service(name)
        return ids if len(ids) == count and len(group(name)["Instances"]) == count else None

    return until(check)


@step("boto3: the caller, the default VPC, three subnets, images")
def _():
    assert boto3.client("sts").get_caller_identity()["Account"]
    made["vpc"] = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]["VpcId"]
    subnets = ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [made["vpc"]]}])["Subnets"]
    assert len({subnet["AvailabilityZone"] for subnet in subnets}) == 3
    made["subnets"] = [subnet["SubnetId"] for subnet in subnets][:3]
    images = ec2.describe_images(Owners=["self"], Filters=[{"Name": "name", "Values": ["Taupage-AMI-*"]}])["Images"]
    assert len(images) >= 2


@step("boto3: RegisterImage, twice")
def _():
    for key, number in (("old", 1), ("new", 2)):
        made[key] = ec2.register_image(
            Name=f"{RUN}-image-{number}",
            Architecture="x86_64",
            RootDeviceName="/dev/xvda",
            VirtualizationType="hvm",
            BlockDeviceMappings=[{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": "snap-0123456789abcdef0"}}],
        )["ImageId"]
    image = ec2.describe_images(ImageIds=[made["new"]])["Images"][0]
    assert image["State"] == "available" and image["Architecture"] == "x86_64", image


@step("boto3: a launch configuration comes back as it was made, and is not made twice")
def _():
    wanted = {
        "LaunchConfigurationName": f"{RUN}-lc-1",
        "ImageId": made["old"],
        "InstanceType": "t3.micro",
        "UserData": "#taupage-ami-config\nsource: example/app:1\n",
        "MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 1, "HttpEndpoint": "enabled"},
    }
    autoscaling.create_launch_configuration(**wanted)
    found = autoscaling.describe_launch_configurations(LaunchConfigurationNames=[f"{RUN}-lc-1"])
    found = found["LaunchConfigurations"][0]
    assert found["ImageId"] == made["old"] and found["MetadataOptions"]["HttpTokens"] == "required", found
    assert found["CreatedTime"].tzinfo is not None
    refused("AlreadyExists", autoscaling.create_launch_configuration, **wanted)


@step("boto3: a launch template and its versions")
def _():
    template = ec2.create_launch_template(
        LaunchTemplateName=f"{RUN}-template",
        LaunchTemplateData={"ImageId": made["old"], "InstanceType": "t3.micro"},
    )["LaunchTemplate"]
    made["template"] = template["LaunchTemplateId"]
    version = ec2.create_launch_template_version(
        LaunchTemplateId=made["template"], SourceVersion="1", LaunchTemplateData={"ImageId": made["new"]}
    )["LaunchTemplateVersion"]
    assert version["VersionNumber"] == 2 and version["LaunchTemplateData"]["InstanceType"] == "t3.micro", version
    versions = ec2.describe_launch_template_versions(LaunchTemplateId=made["template"], Versions=["$Default", "$Latest"])
    assert [v["VersionNumber"] for v in versions["LaunchTemplateVersions"]] in ([1, 2], [2, 1]), versions
    refused(
        "InvalidLaunchTemplateId.VersionNotFound",
        ec2.modify_launch_template,
        LaunchTemplateId=made["template"],
        DefaultVersion="9",
    )


@step("boto3: both kinds of load balancer, a target group, a listener")
def _():
    made["classic"] = f"{RUN}-classic"
    elb.create_load_balancer(
        LoadBalancerName=made["classic"],
        Listeners=[{"Protocol": "HTTP", "LoadBalancerPort": 80, "InstancePort": 8080}],
        Subnets=made["subnets"],
    )
    elb.modify_load_balancer_attributes(
        LoadBalancerName=made["classic"],
        LoadBalancerAttributes={"ConnectionDraining": {"Enabled": True, "Timeout": 20}},
    )
    assert elb.describe_load_balancers(LoadBalancerNames=[made["classic"]])["LoadBalancerDescriptions"][0]["DNSName"]
    made["target_group"] = elbv2.create_target_group(Name=f"{RUN}-targets", Protocol="HTTP", Port=8080, VpcId=made["vpc"])[
        "TargetGroups"
    ][0]["TargetGroupArn"]
    elbv2.modify_target_group_attributes(
        TargetGroupArn=made["target_group"],
        Attributes=[{"Key": "deregistration_delay.timeout_seconds", "Value": "20"}],
    )
    balancer = elbv2.create_load_balancer(Name=f"{RUN}-alb", Subnets=made["subnets"])["LoadBalancers"][0]
    made["alb"] = balancer["LoadBalancerArn"]
    made["listener"] = elbv2.create_listener(
        LoadBalancerArn=made["alb"],
        Protocol="HTTP",
        Port=80,
        DefaultActions=[{"Type": "forward", "TargetGroupArn": made["target_group"]}],
    )["Listeners"][0]["ListenerArn"]
    refused("LoadBalancerNotFound", elb.describe_load_balancers, LoadBalancerNames=["none"])
    refused("LoadBalancerNotFound", elbv2.describe_load_balancers, Names=["none"])


@step("boto3: a group on a launch configuration, tagged as CloudFormation tags it")
def _():
    made["group"] = f"{RUN}stack-v1-AppServer-1ABCDEF"
    stack = {
        "aws:cloudformation:stack-name": f"{RUN}stack-v1",
        "aws:cloudformation:stack-id": f"arn:aws:cloudformation:{REGION}:123456789012:stack/{RUN}stack-v1/1",
        "aws:cloudformation:logical-id": "AppServer",
        "StackName": f"{RUN}stack",
        "StackVersion": "v1",
    }
    autoscaling.create_auto_scaling_group(
        AutoScalingGroupName=made["group"],
        LaunchConfigurationName=f"{RUN}-lc-1",
        MinSize=1,
        MaxSize=4,
        DesiredCapacity=2,
        VPCZoneIdentifier=",".join(made["subnets"]),
        LoadBalancerNames=[made["classic"]],
        TargetGroupARNs=[made["target_group"]],
        HealthCheckType="EC2",
        Tags=[{"Key": key, "Value": value, "PropagateAtLaunch": True} for key, value in stack.items()],
    )
    settled(made["group"], 2)


@step("boto3: instances turn healthy in both load balancers, and carry the group's tags")
def _():
    def healthy():
        classic = elb.describe_instance_health(LoadBalancerName=made["classic"])["InstanceStates"]
        targets = elbv2.describe_target_health(TargetGroupArn=made["target_group"])["TargetHealthDescriptions"]
        return [s["State"] for s in classic] == ["InService"] * 2 and [
            t["TargetHealth"]["State"] for t in targets
        ] == ["healthy"] * 2

    until(healthy)
    tagged = ec2.describe_instances(
        Filters=[{"Name": "tag:aws:autoscaling:groupName", "Values": [made["group"]]}]
    )["Reservations"]
    assert len([instance for reservation in tagged for instance in reservation["Instances"]]) == 2


@step("boto3: scaling up and down, with AWS's refusals")
def _():
    name = made["group"]
    autoscaling.set_desired_capacity(AutoScalingGroupName=name, DesiredCapacity=3)
    settled(name, 3)
    refused("ValidationError", autoscaling.set_desired_capacity, "above max value", AutoScalingGroupName=name, DesiredCapacity=9)
    refused("ValidationError", autoscaling.update_auto_scaling_group, AutoScalingGroupName=name, MinSize=5, MaxSize=4)
    refused("ValidationError", autoscaling.set_desired_capacity, AutoScalingGroupName="none", DesiredCapacity=1)
    autoscaling.set_desired_capacity(AutoScalingGroupName=name, DesiredCapacity=2)
    settled(name, 2)


@step("boto3: suspension adds up; resumption by name leaves the others")
def _():
    name = made["group"]
    autoscaling.suspend_processes(AutoScalingGroupName=name, ScalingProcesses=["AZRebalance"])
    autoscaling.suspend_processes(AutoScalingGroupName=name, ScalingProcesses=["AlarmNotification"])
    autoscaling.resume_processes(AutoScalingGroupName=name, ScalingProcesses=["AZRebalance"])
    assert [p["ProcessName"] for p in group(name)["SuspendedProcesses"]] == ["AlarmNotification"]
    autoscaling.resume_processes(AutoScalingGroupName=name)
    assert group(name)["SuspendedProcesses"] == []
    refused("ValidationError", autoscaling.suspend_processes, AutoScalingGroupName=name, ScalingProcesses=["Sleep"])


@step("boto3: protection from scale-in, and termination by id")
def _():
    name = made["group"]
    first, second = in_service(name)
    autoscaling.set_instance_protection(AutoScalingGroupName=name, InstanceIds=[first], ProtectedFromScaleIn=True)
    autoscaling.set_desired_capacity(AutoScalingGroupName=name, DesiredCapacity=1)
    assert settled(name, 1) == [first]
    refused(
        "ValidationError",
        autoscaling.terminate_instance_in_auto_scaling_group,
        "desiredSize equals minSize (1)",
        InstanceId=first,
        ShouldDecrementDesiredCapacity=True,
    )
    autoscaling.set_desired_capacity(AutoScalingGroupName=name, DesiredCapacity=2)
    settled(name, 2)
    activity = autoscaling.terminate_instance_in_auto_scaling_group(
        InstanceId=first, ShouldDecrementDesiredCapacity=False
    )["Activity"]
    assert first in activity["Description"], activity
    until(lambda: first not in in_service(name) and len(in_service(name)) == 2)
    settled(name, 2)
    refused(
        "ValidationError",
        autoscaling.terminate_instance_in_auto_scaling_group,
        "No managed instance found",
        InstanceId="i-00000000000000000",
        ShouldDecrementDesiredCapacity=False,
    )


@step("boto3: a lifecycle hook holds an instance until it is told to go on")
def _():
    name = made["group"]
    autoscaling.put_lifecycle_hook(
        AutoScalingGroupName=name,
        LifecycleHookName="wait",
        LifecycleTransition="autoscaling:EC2_INSTANCE_LAUNCHING",
        HeartbeatTimeout=3600,
    )
    autoscaling.set_desired_capacity(AutoScalingGroupName=name, DesiredCapacity=3)
    held = until(lambda: [i["InstanceId"] for i in group(name)["Instances"] if i["LifecycleState"] == "Pending:Wait"])
    autoscaling.complete_lifecycle_action(
        AutoScalingGroupName=name,
        LifecycleHookName="wait",
        InstanceId=held[0],
        LifecycleActionResult="CONTINUE",
    )
    settled(name, 3)
    autoscaling.delete_lifecycle_hook(AutoScalingGroupName=name, LifecycleHookName="wait")
    autoscaling.set_desired_capacity(AutoScalingGroupName=name, DesiredCapacity=2)
    settled(name, 2)


@step("boto3: pages, activities, alarms over CBOR, parameters")
def _():
    pages = autoscaling.get_paginator("describe_auto_scaling_groups").paginate(PaginationConfig={"PageSize": 1})
    assert made["group"] in [g["AutoScalingGroupName"] for page in pages for g in page["AutoScalingGroups"]]
    activities = autoscaling.describe_scaling_activities(AutoScalingGroupName=made["group"], MaxRecords=5)["Activities"]
    assert len(activities) == 5 and activities[0]["StatusCode"]
    cloudwatch = boto3.client("cloudwatch")
    cloudwatch.put_metric_alarm(
        AlarmName=f"{RUN}-alarm", ComparisonOperator="GreaterThanThreshold", EvaluationPeriods=1, Threshold=0.5
    )
    cloudwatch.set_alarm_state(AlarmName=f"{RUN}-alarm", StateValue="ALARM", StateReason="test")
    alarm = cloudwatch.describe_alarms(AlarmNames=[f"{RUN}-alarm"])["MetricAlarms"][0]
    assert alarm["StateValue"] == "ALARM" and alarm["Threshold"] == 0.5, alarm
    ssm = boto3.client("ssm")
    ssm.put_parameter(Name=f"/{RUN}/image", Value=made["new"], Type="String")
    assert ssm.get_parameter(Name=f"/{RUN}/image")["Parameter"]["Value"] == made["new"]


@step("boto3: a mixed instances policy with weights")
def _():
    name = f"{RUN}-mixed"
    autoscaling.create_auto_scaling_group(
        AutoScalingGroupName=name,
        MixedInstancesPolicy={
            "LaunchTemplate": {
                "LaunchTemplateSpecification": {"LaunchTemplateId": made["template"], "Version": "$Latest"},
                "Overrides": [
                    {"InstanceType": "t3.micro", "WeightedCapacity": "1"},
                    {"InstanceType": "t3.large", "WeightedCapacity": "2"},
                ],
            },
            "InstancesDistribution": {"OnDemandPercentageAboveBaseCapacity": 100},
        },
        MinSize=0,
        MaxSize=4,
        DesiredCapacity=2,
        VPCZoneIdentifier=",".join(made["subnets"]),
    )
    until(lambda: in_service(name))
    assert group(name)["Instances"][0]["LaunchTemplate"]["Version"] == "2", group(name)["Instances"]
    refused("ResourceInUse", autoscaling.delete_auto_scaling_group, AutoScalingGroupName=name)
    autoscaling.delete_auto_scaling_group(AutoScalingGroupName=name, ForceDelete=True)
    until(lambda: not autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])["AutoScalingGroups"])


def aws(*arguments):
    done = subprocess.run(["aws", *arguments, "--output", "json"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(done.stderr.strip())
    return json.loads(done.stdout or "null")


if shutil.which("aws"):

    @step("aws: describes, scales, protects, terminates")
    def _():
        name = made["group"]
        found = aws("autoscaling", "describe-auto-scaling-groups", "--auto-scaling-group-names", name)
        ids = [i["InstanceId"] for i in found["AutoScalingGroups"][0]["Instances"]]
        assert len(ids) == 2, found
        aws("autoscaling", "set-desired-capacity", "--auto-scaling-group-name", name, "--desired-capacity", "3")
        settled(name, 3)
        protect = ["autoscaling", "set-instance-protection", "--auto-scaling-group-name", name, "--instance-ids", ids[0]]
        aws(*protect, "--protected-from-scale-in")
        aws(*protect, "--no-protected-from-scale-in")
        aws(
            *["autoscaling", "terminate-instance-in-auto-scaling-group", "--instance-id", ids[0]],
            "--should-decrement-desired-capacity",
        )
        settled(name, 2)
        state = aws("ec2", "describe-instances", "--instance-ids", ids[0])
        assert state["Reservations"][0]["Instances"][0]["State"]["Name"] in ("shutting-down", "terminated")

    @step("aws: load balancers, templates, and a refusal")
    def _():
        health = aws("elbv2", "describe-target-health", "--target-group-arn", made["target_group"])
        assert len(health["TargetHealthDescriptions"]) >= 2
        aws("elb", "describe-instance-health", "--load-balancer-name", made["classic"])
        versions = aws("ec2", "describe-launch-template-versions", "--launch-template-id", made["template"])
        assert len(versions["LaunchTemplateVersions"]) == 2
        try:
            aws("ec2", "terminate-instances", "--instance-ids", "i-00000000000000000")
        except AssertionError as error:
            assert "InvalidInstanceID.NotFound" in str(error), error
        else:
            raise AssertionError("an unknown instance was terminated")

else:
    print("skipped: the AWS CLI is not installed")

if shutil.which("senza"):

    @step("senza: respawn-instances replaces every instance of a stack")
    def _():
        name = made["group"]
        before = set(settled(name, 2))
        configuration = f"{RUN}-lc-2"
        autoscaling.create_launch_configuration(
            LaunchConfigurationName=configuration, ImageId=made["new"], InstanceType="t3.micro"
        )
        autoscaling.update_auto_scaling_group(AutoScalingGroupName=name, LaunchConfigurationName=configuration)
        command = ["senza", "respawn-instances", f"{RUN}stack", "v1", "--region", REGION, "--stacktrace-visible"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
        assert done.returncode == 0, done.stdout + done.stderr
        after = settled(name, 2)
        assert not before & set(after), f"{before} were to be replaced, there are {after}"
        found = {i["LaunchConfigurationName"] for i in group(name)["Instances"]}
        assert found == {configuration}, found

else:
    print("skipped: Senza is not installed")


@step("boto3: everything is deleted, in AWS's order")
def _():
    name = made["group"]
    configuration = group(name)["LaunchConfigurationName"]
    refused("ResourceInUse", autoscaling.delete_launch_configuration, LaunchConfigurationName=configuration)
    refused("ResourceInUse", elbv2.delete_target_group, TargetGroupArn=made["target_group"])
    autoscaling.update_auto_scaling_group(AutoScalingGroupName=name, MinSize=0, DesiredCapacity=0)
    until(lambda: not group(name)["Instances"])
    autoscaling.delete_auto_scaling_group(AutoScalingGroupName=name)
    until(lambda: not autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])["AutoScalingGroups"])
    autoscaling.delete_launch_configuration(LaunchConfigurationName=configuration)
    ec2.delete_launch_template(LaunchTemplateId=made["template"])
    elbv2.delete_listener(ListenerArn=made["listener"])
    elbv2.delete_load_balancer(LoadBalancerArn=made["alb"])
    elbv2.delete_target_group(TargetGroupArn=made["target_group"])
    elb.delete_load_balancer(LoadBalancerName=made["classic"])
    ec2.deregister_image(ImageId=made["old"])


print(f"{len(failures)} steps failed" if failures else "All steps passed")
sys.exit(1 if failures else 0)
