/**
 * So many groups are asked one by one. All Auto Scaling calls of an account and region share one request limit, so for more
 * groups one listing of the account serves all.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/Welcome.html
 */
export const MOST_ASKED_ONE_BY_ONE = 3
