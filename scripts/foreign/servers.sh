# To be sourced. `serve COMMAND...` starts a server on a free port of its own choice, waits until it prints its address,
# and sets `url`; `stop_servers` ends all of them.

servers=()

serve() {
  local log
  log="$(mktemp -p "$scratch")"
  "$@" >"$log" 2>&1 &
  servers+=("$!")
  url=
  for _ in $(seq 300); do
    url="$(grep -Eo 'http://127\.0\.0\.1:[0-9]+' "$log" | head -n 1 || true)"
    if [ -n "$url" ] || ! kill -0 "${servers[-1]}" 2>/dev/null; then break; fi
    sleep 0.1
  done
  [ -n "$url" ] && return
  echo "$1 did not start:" >&2
  cat "$log" >&2
  return 1
}

stop_servers() {
  local server
  for server in "${servers[@]}"; do
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  done
}
