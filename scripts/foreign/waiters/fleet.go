package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/autoscaling"
	autoscalingtypes "github.com/aws/aws-sdk-go-v2/service/autoscaling/types"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	ec2types "github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	elbtypes "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"
)

// fleet is what the steps share: clients, and what was made.
type fleet struct {
	autoscaling *autoscaling.Client
	ec2         *ec2.Client
	elb         *elasticloadbalancingv2.Client
	subnets     []string
	image       string
	targets     string
	instances   []string
}

func (f *fleet) look(ctx context.Context) error {
	subnets, err := f.ec2.DescribeSubnets(ctx, &ec2.DescribeSubnetsInput{})
	if err != nil {
		return err
	}
	for _, subnet := range subnets.Subnets {
		f.subnets = append(f.subnets, *subnet.SubnetId)
	}
	images, err := f.ec2.DescribeImages(ctx, &ec2.DescribeImagesInput{Owners: []string{"self"}})
	if err != nil {
		return err
	}
	f.image = *images.Images[0].ImageId
	group, err := f.elb.CreateTargetGroup(ctx, &elasticloadbalancingv2.CreateTargetGroupInput{
		Name: aws.String(name), Protocol: elbtypes.ProtocolEnumHttp, Port: aws.Int32(80), VpcId: subnets.Subnets[0].VpcId,
	})
	if err != nil {
		return err
	}
	f.targets = *group.TargetGroups[0].TargetGroupArn
	balancer, err := f.elb.CreateLoadBalancer(ctx, &elasticloadbalancingv2.CreateLoadBalancerInput{
		Name: aws.String(name), Subnets: f.subnets,
	})
	if err != nil {
		return err
	}
	_, err = f.elb.CreateListener(ctx, &elasticloadbalancingv2.CreateListenerInput{
		LoadBalancerArn: balancer.LoadBalancers[0].LoadBalancerArn,
		Protocol:        elbtypes.ProtocolEnumHttp,
		Port:            aws.Int32(80),
		DefaultActions: []elbtypes.Action{
			{Type: elbtypes.ActionTypeEnumForward, TargetGroupArn: aws.String(f.targets)},
		},
	})
	return err
}

func (f *fleet) create(ctx context.Context) error {
	_, err := f.ec2.CreateLaunchTemplate(ctx, &ec2.CreateLaunchTemplateInput{
		LaunchTemplateName: aws.String(name),
		LaunchTemplateData: &ec2types.RequestLaunchTemplateData{
			ImageId: aws.String(f.image), InstanceType: ec2types.InstanceTypeT3Micro,
		},
	})
	if err != nil {
		return err
	}
	_, err = f.autoscaling.CreateAutoScalingGroup(ctx, &autoscaling.CreateAutoScalingGroupInput{
		AutoScalingGroupName: aws.String(name),
		LaunchTemplate:       &autoscalingtypes.LaunchTemplateSpecification{LaunchTemplateName: aws.String(name)},
		MinSize:              aws.Int32(2),
		MaxSize:              aws.Int32(4),
		VPCZoneIdentifier:    aws.String(f.subnets[0] + "," + f.subnets[1]),
		TargetGroupARNs:      []string{f.targets},
	})
	if err != nil {
		return err
	}
	return f.observe(ctx, 0)
}

// observe reads which instances the group has; they must be so many.
func (f *fleet) observe(ctx context.Context, wanted int) error {
	found, err := f.autoscaling.DescribeAutoScalingGroups(ctx, f.named())
	if err != nil {
		return err
	}
	f.instances = nil
	for _, instance := range found.AutoScalingGroups[0].Instances {
		f.instances = append(f.instances, *instance.InstanceId)
	}
	if len(f.instances) != wanted {
		return fmt.Errorf("the group has %d instances, not %d", len(f.instances), wanted)
	}
	return nil
}

func (f *fleet) named() *autoscaling.DescribeAutoScalingGroupsInput {
	return &autoscaling.DescribeAutoScalingGroupsInput{AutoScalingGroupNames: []string{name}}
}
