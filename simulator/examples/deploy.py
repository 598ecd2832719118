"""Replaces the instances of a group one after the other, and waits half a minute in between: is that long enough?"""
import sys
import time

import boto3

autoscaling = boto3.client("autoscaling")
name = sys.argv[1]
(group,) = autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])["AutoScalingGroups"]
for instance in group["Instances"]:
    autoscaling.terminate_instance_in_auto_scaling_group(
        InstanceId=instance["InstanceId"], ShouldDecrementDesiredCapacity=False
    )
    time.sleep(30)
time.sleep(300)
print(f"{name} is deployed")
