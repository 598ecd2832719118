"""The AWS CLI: its commands as they are typed, in this process, which spares the start of an interpreter for each."""

import contextlib
import io
import json
import time

from awscli.clidriver import create_clidriver

from steps import *  # noqa: F403

made = {}
_driver = create_clidriver()


def run(line, *more):
    """Runs a command line and further arguments: its exit code, output and errors."""
    output, errors = io.StringIO(), io.StringIO()
    output.buffer = io.BytesIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        try:
            code = _driver.main([*line.split(), *more])
        except SystemExit as ending:
            code = ending.code
    return code, output.getvalue() + output.buffer.getvalue().decode(), errors.getvalue()


def aws(line, *more):
    """What a command prints, read as JSON where it is; it must succeed."""
    code, output, errors = run(line, *more)
    assert code == 0, f"aws {line}: {code}: {errors}"
    return json.loads(output) if output.startswith(("{", "[")) else output.strip()


def fails(line, *more, says):
    code, _, errors = run(line, *more)
    assert code != 0, f"aws {line} succeeded"
    assert says in errors, f"'{says}' is not in '{errors}'"


def instances(name="cli"):
    return [instance["InstanceId"] for instance in group(name)["Instances"]]


@step("identity, network and images, with queries and filters as text")
def _():
    assert aws("sts get-caller-identity --query Account --output text") == "123456789012"
    subnets = aws("ec2 describe-subnets --query Subnets[].SubnetId --output text").split()
    assert len(subnets) == 3, subnets
    made["subnets"] = ",".join(subnets)
    newest = "sort_by(Images,&CreationDate)[-1].ImageId"
    made["new"] = aws("ec2 describe-images --owners self --output text --query", newest)
    made["old"] = aws("ec2 describe-images --owners self --output text --query", newest.replace("-1", "0"))
    assert made["old"] != made["new"]
    newest = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
    assert aws(f"ssm get-parameter --name {newest} --query Parameter.Value --output text").startswith("ami-")


@step("launch templates from JSON, and a new default version")
def _():
    data = json.dumps({"ImageId": made["old"], "InstanceType": "t3.micro"})
    create = "ec2 create-launch-template --launch-template-name cli --launch-template-data"
    assert aws(create, data)["LaunchTemplate"]["LatestVersionNumber"] == 1
    data = json.dumps({"ImageId": made["new"]})
    version = "ec2 create-launch-template-version --launch-template-name cli --source-version 1 --launch-template-data"
    assert aws(version, data)["LaunchTemplateVersion"]["LaunchTemplateData"]["InstanceType"] == "t3.micro"
    fails(create, data, says="(InvalidLaunchTemplateName.AlreadyExistsException)")
    versions = aws("ec2 describe-launch-template-versions --launch-template-name cli --versions $Latest $Default")
    assert sorted(each["VersionNumber"] for each in versions["LaunchTemplateVersions"]) == [1, 2]


@step("a group behind a target group: the waiters end once its instances run and are healthy")
def _():
    vpc, subnets = network()
    made["targets"] = aws(
        f"elbv2 create-target-group --name cli --protocol HTTP --port 80 --vpc-id {vpc} --output text"
        " --query TargetGroups[0].TargetGroupArn"
    )
    create = "elbv2 create-load-balancer --name cli --query LoadBalancers[0].LoadBalancerArn --output text --subnets"
    balancer = aws(create, *subnets)
    aws(
        f"elbv2 create-listener --load-balancer-arn {balancer} --protocol HTTP --port 80"
        f" --default-actions Type=forward,TargetGroupArn={made['targets']}"
    )
    began = now()
    aws(
        "autoscaling create-auto-scaling-group --auto-scaling-group-name cli --min-size 1 --max-size 4"
        " --desired-capacity 2 --launch-template LaunchTemplateName=cli,Version=1 --health-check-type ELB"
        f" --health-check-grace-period 300 --vpc-zone-identifier {made['subnets']} --target-group-arns {made['targets']}"
        " --tags Key=team,Value=shop,PropagateAtLaunch=true"
    )
    assert instances() == []
    until(lambda: len(instances()) == 2, seconds=60)
    aws("ec2 wait instance-running --instance-ids", *instances())
    settled("cli", 2)
    aws(f"elbv2 wait target-in-service --target-group-arn {made['targets']}")
    assert 60 <= now() - began <= 180, now() - began
    assert aws("ec2 describe-instances --filters Name=tag:team,Values=shop --query length(Reservations[].Instances[])") == "2"


@step("scaling out and in, with a refusal and its exit code")
def _():
    aws("autoscaling set-desired-capacity --auto-scaling-group-name cli --desired-capacity 3")
    settled("cli", 3)
    fails(
        "autoscaling set-desired-capacity --auto-scaling-group-name cli --desired-capacity 9",
        says="An error occurred (ValidationError) when calling the SetDesiredCapacity operation",
    )
    before = instances()
    aws("autoscaling update-auto-scaling-group --auto-scaling-group-name cli --desired-capacity 2")
    until(lambda: "draining" in target_states(made["targets"]), seconds=60, every=1)
    with takes(250, 500):
        [gone] = set(before) - set(settled("cli", 2))
    aws("ec2 wait instance-terminated --instance-ids", gone)


@step("suspension, protection, Standby and termination by id")
def _():
    name = "--auto-scaling-group-name cli"
    aws(f"autoscaling suspend-processes {name} --scaling-processes AZRebalance Terminate")
    assert len(group("cli")["SuspendedProcesses"]) == 2
    aws(f"autoscaling resume-processes {name}")
    first, second = settled("cli", 2)
    protect = f"autoscaling set-instance-protection {name} --instance-ids {first}"
    aws(f"{protect} --protected-from-scale-in")
    assert [each["InstanceId"] for each in group("cli")["Instances"] if each["ProtectedFromScaleIn"]] == [first]
    aws(f"{protect} --no-protected-from-scale-in")
    aws(f"autoscaling enter-standby {name} --instance-ids {first} --should-decrement-desired-capacity")
    until(lambda: "Standby" in states("cli"))
    aws(f"autoscaling exit-standby {name} --instance-ids {first}")
    settled("cli", 2)
    end = f"autoscaling terminate-instance-in-auto-scaling-group --instance-id {second}"
    activity = aws(f"{end} --no-should-decrement-desired-capacity")["Activity"]
    assert second in activity["Description"], activity
    until(lambda: second not in instances())
    settled("cli", 2)


@step("a lifecycle hook that is completed from the command line")
def _():
    hook = "--auto-scaling-group-name cli --lifecycle-hook-name wait"
    aws(
        f"autoscaling put-lifecycle-hook {hook} --heartbeat-timeout 3600"
        " --lifecycle-transition autoscaling:EC2_INSTANCE_LAUNCHING"
    )
    aws("autoscaling set-desired-capacity --auto-scaling-group-name cli --desired-capacity 3")
    until(lambda: "Pending:Wait" in states("cli"))
    time.sleep(1200)
    held = [each["InstanceId"] for each in group("cli")["Instances"] if each["LifecycleState"] == "Pending:Wait"]
    aws(f"autoscaling complete-lifecycle-action {hook} --instance-id {held[0]} --lifecycle-action-result CONTINUE")
    settled("cli", 3)
    aws(f"autoscaling delete-lifecycle-hook {hook}")


@step("an instance refresh to the new version, with skip matching, that is followed to its end")
def _():
    before = set(instances())
    desired = json.dumps({"LaunchTemplate": {"LaunchTemplateName": "cli", "Version": "2"}})
    preferences = json.dumps({"MinHealthyPercentage": 60, "SkipMatching": True})
    start = "autoscaling start-instance-refresh --auto-scaling-group-name cli --desired-configuration"
    refresh = aws(start, desired, "--preferences", preferences)["InstanceRefreshId"]
    fails(start, desired, says="(InstanceRefreshInProgress)")
    show = f"autoscaling describe-instance-refreshes --auto-scaling-group-name cli --instance-refresh-ids {refresh}"
    state = f"{show} --query InstanceRefreshes[0].Status --output text"
    until(lambda: aws(state) == "Successful", seconds=7200, every=60)
    assert not before & set(settled("cli", 3))
    assert group("cli")["LaunchTemplate"]["Version"] == "2", group("cli")["LaunchTemplate"]
    aws(f"elbv2 wait target-in-service --target-group-arn {made['targets']}")


@step("pages, activities and a scheduled action")
def _():
    page = aws("autoscaling describe-scaling-activities --auto-scaling-group-name cli --max-items 3")
    assert len(page["Activities"]) == 3 and page["NextToken"]
    aws(
        "autoscaling put-scheduled-update-group-action --auto-scaling-group-name cli --scheduled-action-name night"
        " --min-size 0 --desired-capacity 0 --recurrence", "0 * * * *"
    )  # fmt: skip
    time.sleep(3600)
    settled("cli", 0)


@step("deletion, and what is unknown afterwards")
def _():
    aws("autoscaling delete-auto-scaling-group --auto-scaling-group-name cli")
    until(lambda: autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"] == [])
    aws("ec2 delete-launch-template --launch-template-name cli")
    fails("ec2 delete-launch-template --launch-template-name cli", says="(InvalidLaunchTemplateName.NotFoundException)")
    fails("ec2 terminate-instances --instance-ids i-00000000000000000", says="(InvalidInstanceID.NotFound)")


finish("AWS CLI")
