package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/autoscaling"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	elbtypes "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"
)

// A waiter that polls this often, in real time, follows the simulator's time by its requests.
const poll = time.Millisecond

// No waiter needs so long in real time; one that does has not ended.
const patience = 60 * time.Second

const name = "web"

func (f *fleet) inService(ctx context.Context) error {
	waiter := autoscaling.NewGroupInServiceWaiter(f.autoscaling, func(o *autoscaling.GroupInServiceWaiterOptions) {
		o.MinDelay, o.MaxDelay = poll, poll
	})
	if err := takes(50, 150, func() error { return waiter.Wait(ctx, f.named(), patience) }); err != nil {
		return err
	}
	return f.observe(ctx, 2)
}

func (f *fleet) running(ctx context.Context) error {
	running := ec2.NewInstanceRunningWaiter(f.ec2, func(o *ec2.InstanceRunningWaiterOptions) {
		o.MinDelay, o.MaxDelay = poll, poll
	})
	instances := &ec2.DescribeInstancesInput{InstanceIds: f.instances}
	if err := takes(0, 30, func() error { return running.Wait(ctx, instances, patience) }); err != nil {
		return err
	}
	healthy := ec2.NewInstanceStatusOkWaiter(f.ec2, func(o *ec2.InstanceStatusOkWaiterOptions) {
		o.MinDelay, o.MaxDelay = poll, poll
	})
	checks := &ec2.DescribeInstanceStatusInput{InstanceIds: f.instances}
	return takes(10, 200, func() error { return healthy.Wait(ctx, checks, patience) })
}

func (f *fleet) health(id string) *elasticloadbalancingv2.DescribeTargetHealthInput {
	return &elasticloadbalancingv2.DescribeTargetHealthInput{
		TargetGroupArn: aws.String(f.targets), Targets: []elbtypes.TargetDescription{{Id: aws.String(id)}},
	}
}

func (f *fleet) targetsInService(ctx context.Context) error {
	waiter := elasticloadbalancingv2.NewTargetInServiceWaiter(f.elb, func(o *elasticloadbalancingv2.TargetInServiceWaiterOptions) {
		o.MinDelay, o.MaxDelay = poll, poll
	})
	for _, id := range f.instances {
		if err := waiter.Wait(ctx, f.health(id), patience); err != nil {
			return err
		}
	}
	return nil
}

func (f *fleet) inVain(ctx context.Context) error {
	waiter := ec2.NewInstanceStoppedWaiter(f.ec2, func(o *ec2.InstanceStoppedWaiterOptions) {
		o.MinDelay, o.MaxDelay = poll, poll
	})
	err := waiter.Wait(ctx, &ec2.DescribeInstancesInput{InstanceIds: f.instances}, time.Second)
	if err == nil {
		return fmt.Errorf("running instances are taken for stopped")
	}
	// In a pause it says that the wait time is exceeded, in a call that the deadline is.
	if !strings.Contains(err.Error(), "exceeded") {
		return err
	}
	return nil
}

func (f *fleet) terminated(ctx context.Context) error {
	_, err := f.elb.ModifyTargetGroupAttributes(ctx, &elasticloadbalancingv2.ModifyTargetGroupAttributesInput{
		TargetGroupArn: aws.String(f.targets),
		Attributes: []elbtypes.TargetGroupAttribute{
			{Key: aws.String("deregistration_delay.timeout_seconds"), Value: aws.String("90")},
		},
	})
	if err != nil {
		return err
	}
	id := f.instances[0]
	_, err = f.autoscaling.TerminateInstanceInAutoScalingGroup(ctx, &autoscaling.TerminateInstanceInAutoScalingGroupInput{
		InstanceId: aws.String(id), ShouldDecrementDesiredCapacity: aws.Bool(false),
	})
	if err != nil {
		return err
	}
	found, err := f.elb.DescribeTargetHealth(ctx, f.health(id))
	if err != nil {
		return err
	}
	if state := found.TargetHealthDescriptions[0].TargetHealth.State; state != elbtypes.TargetHealthStateEnumDraining {
		return fmt.Errorf("the target is %s, not draining", state)
	}
	drained := elasticloadbalancingv2.NewTargetDeregisteredWaiter(f.elb, func(o *elasticloadbalancingv2.TargetDeregisteredWaiterOptions) {
		o.MinDelay, o.MaxDelay = poll, poll
	})
	if err := takes(70, 110, func() error { return drained.Wait(ctx, f.health(id), patience) }); err != nil {
		return err
	}
	ended := ec2.NewInstanceTerminatedWaiter(f.ec2, func(o *ec2.InstanceTerminatedWaiterOptions) {
		o.MinDelay, o.MaxDelay = poll, poll
	})
	instances := &ec2.DescribeInstancesInput{InstanceIds: []string{id}}
	return takes(5, 90, func() error { return ended.Wait(ctx, instances, patience) })
}

func (f *fleet) gone(ctx context.Context) error {
	_, err := f.autoscaling.DeleteAutoScalingGroup(ctx, &autoscaling.DeleteAutoScalingGroupInput{
		AutoScalingGroupName: aws.String(name), ForceDelete: aws.Bool(true),
	})
	if err != nil {
		return err
	}
	waiter := autoscaling.NewGroupNotExistsWaiter(f.autoscaling, func(o *autoscaling.GroupNotExistsWaiterOptions) {
		o.MinDelay, o.MaxDelay = poll, poll
	})
	return takes(20, 300, func() error { return waiter.Wait(ctx, f.named(), patience) })
}
