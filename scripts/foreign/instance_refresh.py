"""Refreshes the instances of a group as a script of a user would: starts the refresh, and asks every 15 s whether it has ended.

instance_refresh.py GROUP WARMUP_SECONDS: a tenth more than the desired capacity, and never less than all of it.
"""

import sys
import time

import boto3

group, warmup = sys.argv[1], int(sys.argv[2])
autoscaling = boto3.client("autoscaling")
preferences = {"MinHealthyPercentage": 100, "MaxHealthyPercentage": 110, "InstanceWarmup": warmup}
refresh = autoscaling.start_instance_refresh(AutoScalingGroupName=group, Preferences=preferences)["InstanceRefreshId"]

status = "Pending"
while status in ("Pending", "InProgress"):
    time.sleep(15)
    answer = autoscaling.describe_instance_refreshes(AutoScalingGroupName=group, InstanceRefreshIds=[refresh])
    status = answer["InstanceRefreshes"][0]["Status"]
if status != "Successful":
    sys.exit(f"The instance refresh ended as {status}.")
