"""Weights of rules, tags of listeners and weighted records of Route 53, as a shift of traffic writes them and reads them back."""

from observing import ignored, observation, pick, refused

RECORD = "www.fleet.test"


def _weigh(account, *weights):
    tuples = [
        {"TargetGroupArn": arn, "Weight": weight} for arn, weight in zip(account.made["shift targets"], weights)
    ]
    return [{"Type": "forward", "ForwardConfig": {"TargetGroups": tuples}}]


def _weights(actions):
    return [[each.get("Weight") for each in (action.get("ForwardConfig") or {}).get("TargetGroups", [])] for action in actions]


@observation("shift: a listener with two target groups")
def _(account):
    vpc = account.ec2.describe_subnets(SubnetIds=account.made["subnets"][:1])["Subnets"][0]["VpcId"]
    made = [
        account.elbv2.create_target_group(Name=name, Protocol="HTTP", Port=8080, VpcId=vpc)["TargetGroups"][0]
        for name in ("shop-blue", "shop-green")
    ]
    account.made["shift targets"] = [each["TargetGroupArn"] for each in made]
    [balancer] = account.elbv2.create_load_balancer(Name="shop", Subnets=account.made["subnets"])["LoadBalancers"]
    account.made["shift balancer"] = balancer["LoadBalancerArn"]
    [listener] = account.elbv2.create_listener(
        LoadBalancerArn=balancer["LoadBalancerArn"], Protocol="HTTP", Port=80, DefaultActions=_weigh(account, 100, 0)
    )["Listeners"]
    account.made["shift listener"] = listener["ListenerArn"]
    return _weights(listener["DefaultActions"])


@observation("shift: weights of a listener are set and read back")
def _(account):
    arn = account.made["shift listener"]
    account.elbv2.modify_listener(ListenerArn=arn, DefaultActions=_weigh(account, 90, 10))
    [shown] = account.elbv2.describe_listeners(ListenerArns=[arn])["Listeners"]
    return _weights(shown["DefaultActions"])


@observation("shift: weights of a rule are set and read back")
def _(account):
    [rule] = account.elbv2.create_rule(
        ListenerArn=account.made["shift listener"],
        Priority=1,
        Conditions=[{"Field": "path-pattern", "Values": ["/a/*"]}],
        Actions=_weigh(account, 100, 0),
    )["Rules"]
    account.made["shift rule"] = rule["RuleArn"]
    account.elbv2.modify_rule(RuleArn=rule["RuleArn"], Actions=_weigh(account, 0, 100))
    [shown] = account.elbv2.describe_rules(RuleArns=[rule["RuleArn"]])["Rules"]
    return [_weights(shown["Actions"]), pick(shown, "Priority", "IsDefault")]


@observation("shift: what is sent replaces the whole list")
def _(account):
    account.elbv2.modify_rule(RuleArn=account.made["shift rule"], Actions=_weigh(account, 1))
    [shown] = account.elbv2.describe_rules(RuleArns=[account.made["shift rule"]])["Rules"]
    return _weights(shown["Actions"])


@observation("shift: tags of a listener and a rule")
def _(account):
    arns = [account.made["shift listener"], account.made["shift rule"]]
    account.elbv2.add_tags(ResourceArns=arns, Tags=[{"Key": "fleet-patch:previous-shares", "Value": "blue=100 green=0"}])
    before = account.elbv2.describe_tags(ResourceArns=arns)["TagDescriptions"]
    account.elbv2.remove_tags(ResourceArns=arns, TagKeys=["fleet-patch:previous-shares"])
    after = account.elbv2.describe_tags(ResourceArns=arns)["TagDescriptions"]
    return [sorted(str(each["Tags"]) for each in found) for found in (before, after)]


refused("shift: a weight of a thousand", "elbv2", "modify_listener",
        ListenerArn=lambda account: account.made["shift listener"],
        DefaultActions=lambda account: _weigh(account, 1000, 0))  # fmt: skip


def _record(identifier, weight):
    values = {"TTL": 60, "ResourceRecords": [{"Value": f"{identifier}.fleet.test"}]}
    return {"Name": RECORD, "Type": "CNAME", "SetIdentifier": identifier, "Weight": weight, **values}


def _change(account, action, *records):
    changes = [{"Action": action, "ResourceRecordSet": each} for each in records]
    account.route53.change_resource_record_sets(HostedZoneId=account.made["zone"], ChangeBatch={"Changes": changes})


def _shown(account):
    found = account.route53.list_resource_record_sets(HostedZoneId=account.made["zone"], StartRecordName=RECORD)
    sets = [pick(each, "Name", "SetIdentifier", "Weight", "TTL") for each in found["ResourceRecordSets"] if "Weight" in each]
    return sorted(sets, key=lambda each: each["SetIdentifier"])


@observation("records: weights of two in one batch")
def _(account):
    zone = account.route53.create_hosted_zone(Name="fleet.test", CallerReference="differential")["HostedZone"]["Id"]
    account.made["zone"] = zone
    _change(account, "CREATE", _record("green", 0), _record("blue", 200))
    account.settle(120)
    return _shown(account)


@observation("records: an UPSERT sets both")
def _(account):
    _change(account, "UPSERT", _record("blue", 180), _record("green", 20))
    account.settle(120)
    return _shown(account)


@observation("records: a DELETE with another weight")
def _(account):
    _change(account, "DELETE", _record("blue", 200))
    return "accepted"


@observation("records: a batch of which one part fails changes nothing")
def _(account):
    with ignored():
        _change(account, "CREATE", _record("canary", 5), _record("blue", 1))
    return _shown(account)


@observation("records: a weight above 255")
def _(account):
    _change(account, "UPSERT", _record("blue", 256))
    return "accepted"


@observation("records: deleted by their exact values")
def _(account):
    _change(account, "DELETE", _record("blue", 180), _record("green", 20))
    account.settle(120)
    return _shown(account)


@observation("shift: what was made is taken away")
def _(account):
    account.elbv2.delete_load_balancer(LoadBalancerArn=account.made["shift balancer"])
    account.settle(60)
    for arn in account.made["shift targets"]:
        account.elbv2.delete_target_group(TargetGroupArn=arn)
    account.route53.delete_hosted_zone(Id=account.made["zone"])
    return "done"
