"""Observations of the network, images, launch templates and launch configurations."""

from observing import ignored, observation, pick, refused

USER_DATA = "IyEvYmluL2Jhc2gK"


@observation("caller: the account")
def _(account):
    return account.sts.get_caller_identity()["Account"]


@observation("network: the default VPC")
def _(account):
    [vpc] = account.ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"]
    account.made["vpc"] = vpc["VpcId"]
    return pick(vpc, "CidrBlock", "IsDefault", "State")


@observation("network: a subnet in each zone")
def _(account):
    subnets = account.ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [account.made["vpc"]]}])["Subnets"]
    subnets.sort(key=lambda subnet: subnet["AvailabilityZone"])
    account.made["subnets"] = [subnet["SubnetId"] for subnet in subnets]
    return [pick(subnet, "AvailabilityZone", "DefaultForAz", "State") for subnet in subnets]


@observation("network: the zones")
def _(account):
    zones = account.ec2.describe_availability_zones()["AvailabilityZones"]
    return [pick(zone, "ZoneName", "State", "RegionName") for zone in zones]


refused("network: an unknown VPC", "ec2", "describe_vpcs", VpcIds=["vpc-0123456789abcdef0"])
refused("network: an unknown subnet", "ec2", "describe_subnets", SubnetIds=["subnet-0123456789abcdef0"])
refused("network: an unknown instance", "ec2", "describe_instances", InstanceIds=["i-0123456789abcdef0"])
refused("network: no instance id", "ec2", "describe_instances", InstanceIds=["web"])
refused("network: an unknown type", "ec2", "describe_instance_types", InstanceTypes=["t3.nano", "t3.gigantic"])
refused("network: an unknown filter", "ec2", "describe_subnets", Filters=[{"Name": "colour", "Values": ["red"]}])


@observation("network: the CPUs and memory of a type")
def _(account):
    [found] = account.ec2.describe_instance_types(InstanceTypes=["t3.micro"])["InstanceTypes"]
    return [found["VCpuInfo"]["DefaultVCpus"], found["MemoryInfo"]["SizeInMiB"], found["CurrentGeneration"]]


def _register(account, name):
    return account.ec2.register_image(
        Name=name,
        Architecture="x86_64",
        RootDeviceName="/dev/xvda",
        VirtualizationType="hvm",
        BlockDeviceMappings=[{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": "snap-0123456789abcdef0"}}],
    )["ImageId"]


@observation("image: registered")
def _(account):
    account.made["old"] = _register(account, "web-1")
    account.made["new"] = _register(account, "web-2")
    [image] = account.ec2.describe_images(ImageIds=[account.made["new"]])["Images"]
    return pick(image, "Name", "Architecture", "RootDeviceName", "RootDeviceType", "State", "Public", "OwnerId")


@observation("image: a name twice")
def _(account):
    _register(account, "web-1")
    return "accepted"



@observation("image: found by name, owner and state")
def _(account):
    filters = [{"Name": "name", "Values": ["web-*"]}, {"Name": "state", "Values": ["available"]}]
    return {image["Name"] for image in account.ec2.describe_images(Owners=["self"], Filters=filters)["Images"]}


@observation("image: found by tag")
def _(account):
    account.ec2.create_tags(Resources=[account.made["new"]], Tags=[{"Key": "role", "Value": "web"}])
    images = account.ec2.describe_images(Filters=[{"Name": "tag:role", "Values": ["web"]}])["Images"]
    return [[image["Name"], image["Tags"]] for image in images]


@observation("image: not found any more once deregistered")
def _(account):
    gone = _register(account, "web-3")
    account.ec2.deregister_image(ImageId=gone)
    account.made["gone"] = gone
    return len(account.ec2.describe_images(Owners=["self"], Filters=[{"Name": "name", "Values": ["web-3"]}])["Images"])


refused("image: deregistered twice", "ec2", "deregister_image", ImageId=lambda account: account.made["gone"])
refused("image: an unknown id", "ec2", "describe_images", ImageIds=["ami-0123456789abcdef0"])
refused("image: no id", "ec2", "describe_images", ImageIds=["web"])
refused("image: tags of an unknown one", "ec2", "create_tags", Resources=["ami-0123456789abcdef0"], Tags=[{"Key": "a"}])


def _data(account, image="old"):
    return {"ImageId": account.made[image], "InstanceType": "t3.micro"}


@observation("template: created")
def _(account):
    data = {**_data(account), "UserData": USER_DATA, "MetadataOptions": {"HttpTokens": "required"}}
    template = account.ec2.create_launch_template(LaunchTemplateName="web", LaunchTemplateData=data)["LaunchTemplate"]
    account.made["template"] = template["LaunchTemplateId"]
    return pick(template, "LaunchTemplateName", "DefaultVersionNumber", "LatestVersionNumber")


@observation("template: a version from another, with a new image")
def _(account):
    version = account.ec2.create_launch_template_version(
        LaunchTemplateName="web",
        SourceVersion="1",
        VersionDescription="new image",
        LaunchTemplateData={"ImageId": account.made["new"]},
    )["LaunchTemplateVersion"]
    data = pick(version["LaunchTemplateData"], "ImageId", "InstanceType", "UserData", "MetadataOptions")
    return {**pick(version, "VersionNumber", "VersionDescription", "DefaultVersion"), "data": data}


@observation("template: $Latest and $Default")
def _(account):
    versions = account.ec2.describe_launch_template_versions(
        LaunchTemplateName="web", Versions=["$Latest", "$Default"]
    )["LaunchTemplateVersions"]
    return {(version["VersionNumber"], version["DefaultVersion"]) for version in versions}


@observation("template: all versions, the newest first")
def _(account):
    versions = account.ec2.describe_launch_template_versions(LaunchTemplateName="web")["LaunchTemplateVersions"]
    return [version["VersionNumber"] for version in versions]


@observation("template: another default version")
def _(account):
    template = account.ec2.modify_launch_template(LaunchTemplateName="web", DefaultVersion="2")["LaunchTemplate"]
    return pick(template, "DefaultVersionNumber", "LatestVersionNumber")


@observation("template: tagged when created, found by tag, deleted")
def _(account):
    account.ec2.create_launch_template(
        LaunchTemplateName="tagged",
        LaunchTemplateData=_data(account),
        TagSpecifications=[{"ResourceType": "launch-template", "Tags": [{"Key": "team", "Value": "shop"}]}],
    )
    find = {"Filters": [{"Name": "tag:team", "Values": ["shop"]}]}
    before = [each["LaunchTemplateName"] for each in account.ec2.describe_launch_templates(**find)["LaunchTemplates"]]
    account.ec2.delete_launch_template(LaunchTemplateName="tagged")
    return before, account.ec2.describe_launch_templates(**find)["LaunchTemplates"]


@observation("template: a version that is deleted, and the default that may not be")
def _(account):
    account.ec2.create_launch_template_version(LaunchTemplateName="web", LaunchTemplateData=_data(account))
    done = account.ec2.delete_launch_template_versions(LaunchTemplateName="web", Versions=["3", "2", "9"])
    kept = done["UnsuccessfullyDeletedLaunchTemplateVersions"]
    return {
        "deleted": [version["VersionNumber"] for version in done["SuccessfullyDeletedLaunchTemplateVersions"]],
        "kept": [[version["VersionNumber"], version["ResponseError"]["Code"]] for version in kept],
    }


refused(
    "template: a name twice",
    "ec2",
    "create_launch_template",
    LaunchTemplateName="web",
    LaunchTemplateData=_data,
)
refused("template: a short name", "ec2", "create_launch_template", LaunchTemplateName="w", LaunchTemplateData=_data)
refused("template: no data", "ec2", "create_launch_template", LaunchTemplateName="empty", LaunchTemplateData={})
refused("template: an unknown name", "ec2", "describe_launch_templates", LaunchTemplateNames=["none"])
refused("template: an unknown id", "ec2", "describe_launch_templates", LaunchTemplateIds=["lt-0123456789abcdef0"])
refused("template: no id", "ec2", "describe_launch_templates", LaunchTemplateIds=["web"])
refused("template: deleted, and unknown", "ec2", "delete_launch_template", LaunchTemplateName="none")
refused(
    "template: an unknown version",
    "ec2",
    "describe_launch_template_versions",
    LaunchTemplateName="web",
    Versions=["99"],
)
refused(
    "template: an unknown version as the default",
    "ec2",
    "modify_launch_template",
    LaunchTemplateName="web",
    DefaultVersion="99",
)


def _configuration(account, name):
    return {
        "LaunchConfigurationName": name,
        "ImageId": account.made["old"],
        "InstanceType": "t3.micro",
        "UserData": "#!/bin/bash\n",
        "MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 1},
    }


@observation("configuration: created")
def _(account):
    account.autoscaling.create_launch_configuration(**_configuration(account, "web-1"))
    account.autoscaling.create_launch_configuration(**_configuration(account, "web-2"))
    names = {"LaunchConfigurationNames": ["web-1"]}
    [found] = account.autoscaling.describe_launch_configurations(**names)["LaunchConfigurations"]
    return pick(
        found,
        "LaunchConfigurationName",
        "ImageId",
        "InstanceType",
        "UserData",
        "EbsOptimized",
        "InstanceMonitoring",
        "MetadataOptions",
    )


@observation("configuration: a name twice")
def _(account):
    account.autoscaling.create_launch_configuration(**_configuration(account, "web-1"))
    return "accepted"


@observation("configuration: pages of one")
def _(account):
    page = account.autoscaling.describe_launch_configurations(MaxRecords=1)
    return len(page["LaunchConfigurations"]), "NextToken" in page


@observation("configuration: an unknown name")
def _(account):
    return account.autoscaling.describe_launch_configurations(LaunchConfigurationNames=["none"])["LaunchConfigurations"]


def _wrong(name, **given):
    @observation(f"configuration: {name}")
    def _(account):
        arguments = {**_configuration(account, "wrong"), **given}
        try:
            account.autoscaling.create_launch_configuration(
                **{key: value for key, value in arguments.items() if value is not None}
            )
        finally:
            # What was accepted must not be in the way of what follows.
            with ignored():
                account.autoscaling.delete_launch_configuration(LaunchConfigurationName="wrong")
        return "accepted"


_wrong("no image", ImageId=None)
_wrong("no type", InstanceType=None)
_wrong("an unknown image", ImageId="ami-0123456789abcdef0")
_wrong("an image that is no id", ImageId="web")
_wrong("an unknown type", InstanceType="t3.gigantic")
_wrong("user data that is too long", UserData="#" * 17_000)
_wrong("an unknown setting of metadata", MetadataOptions={"HttpTokens": "sometimes"})
refused(
    "configuration: deleted, and unknown",
    "autoscaling",
    "delete_launch_configuration",
    LaunchConfigurationName="none",
)
