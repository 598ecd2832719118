"""Replaces the instances of a group one after the other, and waits half a minute in between: is that long enough?"""
import os
import sys
import urllib.request

import boto3

autoscaling = boto3.client("autoscaling")


def pause(seconds):
    # Against AWS this is time.sleep(seconds); the simulator's time moves when it is told to.
    url = f"{os.environ['AWS_ENDPOINT_URL']}/_simulator/advance?seconds={seconds}"
    urllib.request.urlopen(url, data=b"").read()


name = sys.argv[1]
(group,) = autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])["AutoScalingGroups"]
for instance in group["Instances"]:
    autoscaling.terminate_instance_in_auto_scaling_group(
        InstanceId=instance["InstanceId"], ShouldDecrementDesiredCapacity=False
    )
    pause(30)
pause(300)
print(f"{name} is deployed")
