"""Senza on a stack as it makes them: its commands, in this process, which spares the start of an interpreter for each."""

import json

from click.testing import CliRunner
from senza.cli import cli

from steps import *  # noqa: F403

made = {}


def senza(*arguments):
    """What a command prints; it must succeed."""
    done = CliRunner().invoke(cli, [*arguments, "--region", REGION])
    assert done.exit_code == 0, f"senza {arguments}: {done.exception!r}: {done.output}"
    return done.output


def listed(*arguments):
    return json.loads(senza(*arguments, "--output", "json"))


def configurations(name):
    return {instance["LaunchConfigurationName"] for instance in group(name)["Instances"]}


@step("a stack as Senza leaves it, its group on a launch configuration behind a classic load balancer")
def _():
    _, subnets = network()
    made["old"], made["new"] = images()
    made["group"] = "shop-v1-AppServer-1ABCDEF"
    elb.create_load_balancer(
        LoadBalancerName="shop-v1",
        Listeners=[{"Protocol": "HTTP", "LoadBalancerPort": 80, "InstancePort": 8080}],
        Subnets=subnets,
    )
    autoscaling.create_launch_configuration(
        LaunchConfigurationName="shop-v1-AppServerConfig",
        ImageId=made["old"],
        InstanceType="t3.micro",
        UserData="#taupage-ami-config\napplication_id: shop\nsource: example/shop:1\n",
    )
    tags = {
        "aws:cloudformation:stack-name": "shop-v1",
        "aws:cloudformation:stack-id": f"arn:aws:cloudformation:{REGION}:123456789012:stack/shop-v1/1",
        "aws:cloudformation:logical-id": "AppServer",
        "Name": "shop-v1",
        "StackName": "shop",
        "StackVersion": "v1",
    }
    autoscaling.create_auto_scaling_group(
        AutoScalingGroupName=made["group"],
        LaunchConfigurationName="shop-v1-AppServerConfig",
        MinSize=2,
        MaxSize=4,
        DesiredCapacity=2,
        VPCZoneIdentifier=",".join(subnets),
        LoadBalancerNames=["shop-v1"],
        Tags=[{"Key": key, "Value": value, "PropagateAtLaunch": True} for key, value in tags.items()],
    )
    settled(made["group"], 2)
    elb.get_waiter("instance_in_service").wait(LoadBalancerName="shop-v1")


@step("senza list and senza instances show the stack and its instances in service")
def _():
    assert [(stack["stack_name"], stack["version"]) for stack in listed("list")] == [("shop", "v1")]
    found = listed("instances", "shop", "v1")
    assert {instance["instance_id"] for instance in found} == set(in_service(made["group"])), found
    assert {instance["lb_status"] for instance in found} == {"IN_SERVICE"}, found


@step("senza images tells which image the stack runs, and that there is a newer one")
def _():
    found = {image["ImageId"]: image for image in listed("images", "--hide-older-than", "9999")}
    assert (found[made["old"]]["stacks"], found[made["old"]]["total_instances"]) == ("shop-v1", 2), found
    assert found[made["new"]]["total_instances"] == 0, found


@step("senza patch makes a launch configuration with the newest image and changed user data, and replaces nothing")
def _():
    before = set(in_service(made["group"]))
    senza("patch", "shop", "v1", "--image", "latest", "--user-data", "source: example/shop:2")
    name = group(made["group"])["LaunchConfigurationName"]
    assert name != "shop-v1-AppServerConfig"
    found = autoscaling.describe_launch_configurations(LaunchConfigurationNames=[name])["LaunchConfigurations"][0]
    assert found["ImageId"] == made["new"], found
    assert set(in_service(made["group"])) == before
    made["configuration"] = name


@step("senza respawn-instances replaces every instance, one beyond the capacity, and restores what it changed")
def _():
    name = made["group"]
    before, began = set(in_service(name)), now()
    senza("respawn-instances", "shop", "v1")
    assert now() - began > 120, "two launches take two minutes"
    assert not before & set(settled(name, 2))
    assert configurations(name) == {made["configuration"]}
    after = group(name)
    sizes = (after["MinSize"], after["DesiredCapacity"], after["MaxSize"], after["SuspendedProcesses"])
    assert sizes == (2, 2, 4, []), sizes
    # Senza leaves it to AWS which instance goes when it takes the third away, so at times it is one that serves.
    assert lowest_ready(name, began) >= 1, lowest_ready(name, began)


@step("senza respawn-instances --inplace takes capacity away, as the ledger shows")
def _():
    name = made["group"]
    elb.get_waiter("instance_in_service").wait(LoadBalancerName="shop-v1")
    before, began = set(in_service(name)), now()
    senza("respawn-instances", "shop", "v1", "--inplace", "--force")
    assert not before & set(settled(name, 2))
    assert lowest_ready(name, began) < 2, lowest_ready(name, began)


@step("senza scale changes the capacity")
def _():
    senza("scale", "shop", "v1", "3")
    settled(made["group"], 3)


@step("a stack that is not there has no instances")
def _():
    assert listed("instances", "none", "v1") == []


finish("Senza")
