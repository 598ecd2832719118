// Drives the simulator with the waiters of the AWS SDK for Go: each must end when its state is reached, and one whose state is
// never reached must give up. SIMULATOR_URL names the simulator, on which each request takes five seconds: the waiters poll
// without a delay instead of sleeping for real.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/autoscaling"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
)

var steps = []struct {
	name string
	run  func(*fleet, context.Context) error
}{
	{"the network and an image", (*fleet).look},
	{"a group behind a target group, which has no instance at first", (*fleet).create},
	{"GroupInServiceWaiter ends once as many as the minimum serve, after they have booted", (*fleet).inService},
	{"InstanceRunningWaiter and InstanceStatusOkWaiter end, the second later", (*fleet).running},
	{"TargetInServiceWaiter ends once every target is healthy", (*fleet).targetsInService},
	{"a waiter whose state is never reached gives up with a timeout", (*fleet).inVain},
	{"what is terminated drains: TargetDeregisteredWaiter and InstanceTerminatedWaiter end in this order", (*fleet).terminated},
	{"GroupNotExistsWaiter ends once the group is gone", (*fleet).gone},
}

func main() {
	ctx := context.Background()
	loaded, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	f := &fleet{
		autoscaling: autoscaling.NewFromConfig(loaded),
		ec2:         ec2.NewFromConfig(loaded),
		elb:         elasticloadbalancingv2.NewFromConfig(loaded),
	}
	failed := 0
	for _, step := range steps {
		if err := step.run(f, ctx); err != nil {
			failed++
			fmt.Printf("FAILED %s: %v\n", step.name, err)
			continue
		}
		fmt.Printf("ok     %s\n", step.name)
	}
	fmt.Printf("Go: %d steps passed, %d failed\n", len(steps)-failed, failed)
	if failed > 0 {
		os.Exit(1)
	}
}

// now is the simulator's time in seconds.
func now() (float64, error) {
	answer, err := http.Get(os.Getenv("SIMULATOR_URL") + "/_simulator/now")
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	var clock struct{ Now float64 }
	err = json.NewDecoder(answer.Body).Decode(&clock)
	return clock.Now, err
}

// takes runs a function that must take so many seconds of the simulator's time.
func takes(least, most float64, run func() error) error {
	began, err := now()
	if err != nil {
		return err
	}
	if err := run(); err != nil {
		return err
	}
	ended, err := now()
	if err != nil {
		return err
	}
	if seconds := ended - began; seconds < least || seconds > most {
		return fmt.Errorf("took %.0f s, not %.0f to %.0f", seconds, least, most)
	}
	return nil
}
