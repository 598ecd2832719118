/** Options of a command: those that stand alone, and those whose value is the next word where it is not written with `=`. */
export interface Options {
  readonly alone: ReadonlySet<string>
  readonly valued: ReadonlySet<string>
}

const options = (alone: string, valued: string): Options => ({
  alone: new Set(alone.split(/\s+/u)),
  valued: new Set(valued.split(/\s+/u)),
})

/**
 * Options that stand before the command of a tool.
 * https://docs.docker.com/reference/cli/docker/ https://docs.podman.io/en/latest/markdown/podman.1.html
 * https://github.com/containerd/nerdctl/blob/main/docs/command-reference.md
 * https://github.com/containerd/containerd/blob/main/docs/man/ctr.8.md
 * https://github.com/kubernetes-sigs/cri-tools/blob/master/docs/crictl.md
 */
export const globalOptions: Readonly<Record<Tool, Options>> = {
  docker: options(
    '-D --debug --tls --tlsverify -v --version --help',
    '--config -c --context -H --host -l --log-level --tlscacert --tlscert --tlskey',
  ),
  podman: options(
    '--help --noout -r --remote --syslog --transient-store -v --version --trace',
    '--cgroup-manager --config --conmon -c --connection --events-backend --hooks-dir --identity --imagestore --log-level --module --network-cmd-path --network-config-dir --out --root --runroot --runtime --runtime-flag --ssh --storage-driver --storage-opt --tmpdir --url --volumepath --cpu-profile --memory-profile --default-mounts-file --namespace --max-workers --registries-conf --db-backend',
  ),
  nerdctl: options(
    '--debug --debug-full --experimental --help --insecure-registry --kube-hide-dupe -v --version',
    '-a --address -H --host --bridge-ip --cgroup-manager --cni-netconfpath --cni-path --data-root --host-gateway-ip --hosts-dir -n --namespace --snapshotter --storage-driver --userns-remap --cdi-spec-dirs --global-dns --global-dns-opts --global-dns-search',
  ),
  ctr: options('--debug -h --help -v --version', '-a --address --connect-timeout -n --namespace --timeout'),
  crictl: options(
    '-D --debug -h --help -v --version --enable-tracing',
    '-c --config -i --image-endpoint -r --runtime-endpoint -t --timeout --tracing-endpoint --tracing-sampling-rate-per-million',
  ),
}

export type Tool = 'docker' | 'podman' | 'nerdctl' | 'ctr' | 'crictl'

/**
 * Options of `run` and `create`, those of docker, podman and nerdctl together.
 * https://docs.docker.com/reference/cli/docker/container/run/ https://docs.podman.io/en/latest/markdown/podman-run.1.html
 */
const run = options(
  '-d --detach -i --interactive -t --tty -P --publish-all --rm --privileged --init --read-only --no-healthcheck --oom-kill-disable --disable-content-trust --sig-proxy -q --quiet --help --use-api-socket --env-host --http-proxy --no-hosts --no-hostname --passwd --read-only-tmpfs --replace --rmi --tls-verify --unsetenv-all --insecure-registry',
  `-a --attach --add-host --annotation --arch --authfile --blkio-weight --blkio-weight-device --cap-add --cap-drop --cert-dir
  --cgroup-conf --cgroup-parent --cgroupns --cgroups --chrootdirs --cidfile --conmon-pidfile --cosign-certificate-identity
  --cosign-certificate-identity-regexp --cosign-certificate-oidc-issuer --cosign-certificate-oidc-issuer-regexp --cosign-key
  --cpu-count --cpu-percent --cpu-period --cpu-quota --cpu-rt-period --cpu-rt-runtime -c --cpu-shares --cpus --cpuset-cpus
  --cpuset-mems --creds --decryption-key --detach-keys --device --device-cgroup-rule --device-read-bps --device-read-iops
  --device-write-bps --device-write-iops --dns --dns-opt --dns-option --dns-search --domainname --entrypoint -e --env --env-file
  --env-merge --expose --gidmap --gpus --group-add --group-entry --health-cmd --health-interval --health-log-destination
  --health-max-log-count --health-max-log-size --health-on-failure --health-retries --health-start-interval
  --health-start-period --health-startup-cmd --health-startup-interval --health-startup-retries --health-startup-success
  --health-startup-timeout --health-timeout -h --hostname --hosts-file --hostuser --image-volume --init-ctr --init-path
  --intelrdt-l3-cbm --io-maxbandwidth --io-maxiops --ip --ip6 --ipc --ipfs-address --isolation --kernel-memory -l --label
  --label-file --link --link-local-ip --log-driver --log-opt --mac-address -m --memory --memory-reservation --memory-swap
  --memory-swappiness --mount --name --net --net-alias --network --network-alias --oom-score-adj --os --passwd-entry
  --personality --pid --pidfile --pids-limit --platform --pod --pod-id-file --preserve-fd --preserve-fds -p --publish --pull
  --rdt-class --requires --restart --retry --retry-delay --runtime --sdnotify --seccomp-policy --secret --security-opt
  --shm-size --shm-size-systemd --stop-signal --stop-timeout --storage-opt --subgidname --subuidname --sysctl --systemd
  --timeout --tmpfs --tz --uidmap --ulimit --umask --unsetenv -u --user --userns --uts --variant --verify -v --volume
  --volume-driver --volumes-from -w --workdir`,
)

const pull = options(
  '-a --all-tags --all-platforms --disable-content-trust -q --quiet --tls-verify --help --insecure-registry',
  '--arch --authfile --cert-dir --cosign-key --creds --decryption-key --ipfs-address --os --platform --policy --retry --retry-delay --soci-index-digest --unpack --variant --verify',
)

/** https://docs.docker.com/reference/cli/docker/service/create/ */
const service = options(
  '-d --detach --init --no-healthcheck --no-resolve-image -q --quiet --read-only -t --tty --with-registry-auth --oom-kill-disable',
  `--cap-add --cap-drop --config --constraint --container-label --credential-spec --dns --dns-option --dns-search --endpoint-mode
  --entrypoint -e --env --env-file --generic-resource --group --health-cmd --health-interval --health-retries
  --health-start-interval --health-start-period --health-timeout --host --hostname --isolation -l --label --limit-cpu
  --limit-memory --limit-pids --log-driver --log-opt --max-concurrent --memory-swap --memory-swappiness --mode --mount --name
  --network --oom-score-adj --placement-pref -p --publish --replicas --replicas-max-per-node --reserve-cpu --reserve-memory
  --restart-condition --restart-delay --restart-max-attempts --restart-window --rollback-delay --rollback-failure-action
  --rollback-max-failure-ratio --rollback-monitor --rollback-order --rollback-parallelism --secret --stop-grace-period
  --stop-signal --sysctl --ulimit --update-delay --update-failure-action --update-max-failure-ratio --update-monitor
  --update-order --update-parallelism -u --user -w --workdir`,
)

/** https://docs.docker.com/reference/cli/docker/service/update/ */
const serviceUpdate: Options = {
  alone: new Set([...service.alone, '--force', '--rollback']),
  valued: new Set([
    ...service.valued,
    '--image',
    '--args',
    ...[
      'cap',
      'config',
      'constraint',
      'container-label',
      'dns',
      'dns-option',
      'dns-search',
      'env',
      'generic-resource',
    ].flatMap((name) => [`--${name}-add`, `--${name}-rm`]),
    ...[
      'group',
      'host',
      'label',
      'mount',
      'network',
      'placement-pref',
      'publish',
      'secret',
      'sysctl',
      'ulimit',
    ].flatMap((name) => [`--${name}-add`, `--${name}-rm`]),
  ]),
}

const ctrRun = options(
  '--rm --null-io -d --detach -t --tty --net-host --privileged --read-only --no-pivot --allow-new-privs --cni --isolated --seccomp --remap-labels --runc-systemd-cgroup --sync-fs',
  `--snapshotter --snapshotter-label --config --cwd --env --env-file --label --annotation --mount --runtime --runtime-config-path
  --runc-binary --runc-root --memory-limit --cpus --cpu-quota --cpu-period --cpu-shares --cpuset-cpus --cpuset-mems --cgroup
  --platform --gpus --with-ns --pid-file --log-uri --seccomp-profile --apparmor-default-profile --apparmor-profile --device
  --cap-add --cap-drop -u --user --uidmap --gidmap --hostname --blockio-class --blockio-config-file --rdt-class
  --rootfs-propagation --fifo-dir --sandbox --memory-request --cpuset`,
)

const ctrPull = options(
  '-k --skip-verify --plain-http --all-platforms --all-metadata --print-chainid --skip-metadata --http-dump --http-trace --local --sync-fs',
  '-u --user --refresh --hosts-dir --tlscacert --tlscert --tlskey --snapshotter --label --platform --max-concurrent-downloads',
)

const criPull = options('--help', '--creds --auth --pod-config -a --annotation --pull-timeout --username -u')

const none = options('', '')

/** The commands of a tool that take an image: its first word without `-`, each of them, or the value of `--image`. */
export interface ImageCommand {
  readonly options: Options
  readonly images: 'first' | 'all' | 'option'
}

const first = (of: Options): ImageCommand => ({ options: of, images: 'first' })
const each = (of: Options): ImageCommand => ({ options: of, images: 'all' })

const ofContainers: Readonly<Record<string, ImageCommand>> = {
  run: first(run),
  create: first(run),
  'container run': first(run),
  'container create': first(run),
  pull: first(pull),
  'image pull': first(pull),
  tag: first(none),
  'image tag': first(none),
}

export const imageCommands: Readonly<Record<Tool, Readonly<Record<string, ImageCommand>>>> = {
  docker: {
    ...ofContainers,
    'service create': first(service),
    'service update': { options: serviceUpdate, images: 'option' },
  },
  podman: { ...ofContainers, pull: each(pull), 'image pull': each(pull) },
  nerdctl: ofContainers,
  ctr: {
    run: first(ctrRun),
    ...Object.fromEntries(['containers', 'container', 'c'].map((group) => [`${group} create`, first(ctrRun)])),
    ...Object.fromEntries(['images', 'image', 'i'].map((group) => [`${group} pull`, first(ctrPull)])),
    ...Object.fromEntries(['images', 'image', 'i'].map((group) => [`${group} tag`, first(none)])),
  },
  crictl: { pull: first(criPull) },
}

/** Commands that carry out the command in their arguments: their own options, and how many words come before it. */
export interface Wrapper {
  readonly options: Options
  readonly words: number
}

const wrapper = (valued = '', words = 0): Wrapper => ({ options: options('', valued), words })

/** https://man7.org/linux/man-pages/ of each */
export const wrappers: Readonly<Record<string, Wrapper>> = {
  sudo: wrapper(
    '-u --user -g --group -h --host -p --prompt -C --close-from -r --role -t --type -T --command-timeout -U --other-user -D --chdir -R --chroot',
  ),
  doas: wrapper('-u -C'),
  env: wrapper('-u --unset -C --chdir'),
  exec: wrapper('-a'),
  command: wrapper(),
  builtin: wrapper(),
  nohup: wrapper(),
  setsid: wrapper(),
  time: wrapper('-f --format -o --output'),
  nice: wrapper('-n --adjustment'),
  ionice: wrapper('-c --class -n --classdata'),
  chrt: wrapper('', 1),
  taskset: wrapper('', 1),
  stdbuf: wrapper('-i --input -o --output -e --error'),
  timeout: wrapper('-k --kill-after -s --signal', 1),
  flock: wrapper('-w --timeout -E --conflict-exit-code', 1),
  chroot: wrapper('--groups --userspec', 1),
  runuser: wrapper('-u --user -g --group -G --supp-group'),
  'systemd-cat': wrapper('-t --identifier -p --priority'),
  'systemd-run': wrapper(
    '-p --property -u --unit --slice -H --host -M --machine -E --setenv --uid --gid --description --working-directory --nice -d --on-active --on-boot --on-calendar',
  ),
  'systemd-inhibit': wrapper('--what --who --why --mode'),
  retry: wrapper('-t --times -n -d --delay --max-attempts -m --min --max'),
  unbuffer: wrapper(),
  // `k3s ctr images pull`: https://docs.k3s.io/cli
  k3s: wrapper(),
  microk8s: wrapper(),
  busybox: wrapper(),
}
