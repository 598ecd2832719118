/** Secrets as they stand in user data of the field, each with a token that occurs nowhere else, and made up here. */
export interface SecretKind {
  readonly name: string
  /** What must never be shown. */
  readonly tokens: readonly string[]
  /** A value in one line, without quotes of its own. */
  readonly value: string
  /** As a shell script uses it; lines. */
  readonly shell: string
}

const APP = 'registry.example.org/team/app'

const kind = (name: string, token: string, make: (token: string) => { readonly value: string; readonly shell: string }): SecretKind => ({
  name,
  tokens: [token],
  ...make(token),
}) // prettier-ignore

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** A line of a key as it stands in a PEM file. */
const KEY_LINE = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7Zq9p'

export const secretKinds: readonly SecretKind[] = [
  kind('an access key of AWS', 'AKIAIOSFODNN7Q4EXAMP', (key) => ({ value: key, shell: `export AWS_ACCESS_KEY_ID=${key}` })),
  kind('a secret key of AWS', 'wJalrXUtnFEMIK7MDENGbPxRfiCYQ4KEYZ', (key) => ({
    value: `aws_secret_access_key=${key}`,
    shell: `aws configure set aws_secret_access_key ${key}`,
  })),
  kind('a session token of AWS', 'IQoJb3JpZ2luX2VjEJrQ4sessiontoken', (token) => ({
    value: token,
    shell: `AWS_SESSION_TOKEN="${token}" aws s3 cp s3://b/x /x`,
  })),
  kind('a bearer token', 'q4Bearer-7fb2c9d1e', (token) => ({
    value: `Authorization: Bearer ${token}`,
    shell: `curl -H 'Authorization: Bearer ${token}' https://api.example.org/v1`,
  })),
  kind('a password in a URL', 'q4UrlPa55w0rd', (password) => ({
    value: `postgres://app:${password}@db.example.org:5432/app`,
    shell: `export DATABASE_URL=postgres://app:${password}@db.example.org:5432/app`,
  })),
  kind('a private key', KEY_LINE, (line) => ({
    value: `-----BEGIN PRIVATE KEY-----\\n${line}\\n-----END PRIVATE KEY-----`,
    shell: `cat > /etc/key.pem <<'PEM'\n-----BEGIN PRIVATE KEY-----\n${line}\n-----END PRIVATE KEY-----\nPEM`,
  })),
  kind('basic authentication', 'q4basicAuth', (password) => ({
    value: `team/app:${password}`,
    shell: `curl -u team/app:${password} https://docker.example.org/`,
  })),
  kind('a password of docker login', 'q4dockerLogin', (password) => ({
    value: `registry.example.org/team:${password}`,
    shell: `docker login -u team -p ${password} registry.example.org`,
  })),
  kind('a password behind a pipe', 'q4stdinPassword', (password) => ({
    value: password,
    shell: `echo ${password} | docker login --username team --password-stdin registry.example.org`,
  })),
  kind('credentials of a pull', 'q4pullCreds', (password) => ({
    value: `user:${password}`,
    shell: `podman pull --creds user:${password} ${APP}:1.2`,
  })),
  kind('a token of npm', 'npm_q4Token9f8e7d6c', (token) => ({
    value: `//registry.npmjs.org/:_authToken=${token}`,
    shell: `echo "//registry.npmjs.org/:_authToken=${token}" >> ~/.npmrc`,
  })),
  kind('a configuration of docker', base64('team:q4dockerconfig'), (auth) => ({
    value: `{"auths":{"registry.example.org":{"auth":"${auth}"}}}`,
    shell: `cat > /root/.docker/config.json <<EOF\n{"auths":{"registry.example.org":{"auth":"${auth}"}}}\nEOF`,
  })),
  kind('a file of an environment', 'q4EnvFilePassword', (password) => ({
    value: `DB_PASSWORD=${password}`,
    shell: `cat > /etc/app.env <<EOF\nDB_USER=redis\nDB_PASSWORD=${password}\nAPP_IMAGE_KEY=${password}\nEOF`,
  })),
  kind('a webhook of Slack', 'T00Q4/B00Q4/q4SlackWebhookXXXX', (path) => ({
    value: `https://hooks.slack.com/services/${path}`,
    shell: `curl -d '{}' https://hooks.slack.com/services/${path}`,
  })),
  kind('a JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJxNCJ9.q4JwtSignature', (token) => ({
    value: token,
    shell: `export TOKEN=${token}`,
  })),
  kind('a token of GitHub', 'ghp_q4q4q4q4q4q4q4q4q4q4q4q4q4q4q4q4q4q4', (token) => ({
    value: `https://${token}@github.com/octo/app.git`,
    shell: `git clone https://${token}@github.com/octo/app.git`,
  })),
  kind('an option with a password', 'q4mysqlPassword', (password) => ({
    value: `mysql://root:${password}@db`,
    shell: `mysql -uroot -p${password} -e 'select 1'`,
  })),
  kind('a variable of a container', 'q4containerEnv', (password) => ({
    value: `PGPASSWORD=${password}`,
    shell: `docker run -d -e PGPASSWORD=${password} --env APP_IMAGE=team/app:${password} other/sidecar:3`,
  })),
  kind('a name with a password, in the form of an image', 'q4redispass', (password) => ({
    value: `redis:${password}`,
    shell: `redis-cli -u redis:${password}\nchown redis:${password} /x\ndocker run --unknown-option redis:${password}`,
  })),
  kind('a default of a variable', 'q4DefaultValue', (password) => ({
    value: `\${PASSWORD:-${password}}`,
    shell: `docker run other/x:1-\${PASSWORD:-${password}}\ndocker run other/y:$(echo ${password})`,
  })),
  kind('a password of chpasswd', 'q4Chpasswd', (password) => ({
    value: `core:${password}`,
    shell: `echo 'core:${password}' | chpasswd`,
  })),
  kind('a key of an API', 'sk_live_q4Stripe4eC39HqLyjWDarjtT1', (key) => ({
    value: key,
    shell: `DD_API_KEY=${key} bash -c "$(curl -L https://install.example.org/agent)"`,
  })),
] // prettier-ignore
