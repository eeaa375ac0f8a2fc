# What the scripts beside this one share; to be sourced. They call it with DIR as "$dir".

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
home="$(dirname "$here")"
export LC_ALL=C.UTF-8
# Logs too: the service's first lines say how to make the first account.
umask 077
# How many seconds a part may take to be ready. A machine that starts everything at once is slow.
PATIENCE="${HONGYAN_PATIENCE:-300}"

# In the order in which they start; they stop in the opposite one.
PARTS=(broker postgresql influxdb jobmanager taskmanager-1 taskmanager-2 service job)

fail() {
  echo "${0##*/}: $1" >&2
  exit "${2:-1}"
}

say() { echo "$1" >&2; }

# Sets $dir to the full path of the folder of the parts.
open_dir() {
  dir="$(realpath -m -- "$1")"
  case "$dir" in
    # Flink takes lists of folders apart at commas and colons, Java class paths at colons.
    *[,:\'\"\\\$\&]*) fail "the path $dir has a sign that one of the parts cannot take: , : ' \" \\ \$ &" 2 ;;
  esac
}

# Goes on as the owner of DIR where root calls for a DIR of somebody else's: else the parts could not
# read what root wrote there. To be given all arguments of the script.
become_owner() {
  local owner
  [ "$(id -u)" = 0 ] && [ -d "$dir" ] || return 0
  owner="$(stat -c %U "$dir")"
  [ "$owner" = root ] ||
    exec setpriv --reuid "$owner" --regid "$(stat -c %G "$dir")" --init-groups -- "$0" "$@"
}

# Reads DIR/parts.env: KEY=value, the value to the end of the line, taken as it is.
read_settings() {
  [ -r "$dir/parts.env" ] || fail "there are no settings that can be read in $dir/parts.env; \
deploy/up or deploy/prepare makes them" 2
  local key value
  while IFS='=' read -r key value || [ -n "$key" ]; do
    case "$key" in
      '' | '#'*) ;;
      *[!A-Z0-9_]*) fail "$dir/parts.env: \"$key\" is no name of a setting (wanted: NAME=value)" 2 ;;
      *) printf -v "$key" '%s' "$value" ;;
    esac
  done <"$dir/parts.env"
}

# Ends with a message when one of the settings named is missing or no whole number.
want_numbers() {
  local key
  for key in "$@"; do
    [[ "${!key:-}" =~ ^[0-9]+$ ]] ||
      fail "$dir/parts.env: $key is \"${!key:-}\"; a whole number is needed" 2
  done
}

# Ends with a message when one of the settings named would mean something else in SQL or in a file.
want_words() {
  local key
  for key in "$@"; do
    [[ "${!key:-}" =~ ^[A-Za-z0-9._~+-]+$ ]] ||
      fail "$dir/parts.env: $key is empty or has signs other than letters, digits and . _ ~ + -" 2
  done
}

# --- where things are: in a checkout after mvn package, or installed under one folder -------------

find_programs() {
  if [ -f "$home/hongyan-job.jar" ]; then
    broker_home="$home/broker" flink_home="$home/flink"
    service_jar="$home/service/hongyan.jar" job_jar="$home/hongyan-job.jar"
  else
    broker_home="$home/deploy/target/broker" flink_home="$home/deploy/target/flink"
    service_jar="$home/src/target/hongyan.jar" job_jar="$home/pipelines/target/hongyan-job.jar"
  fi
}

find_java() {
  java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
  command -v "$java" >/dev/null ||
    fail "a JDK 17 or newer is needed, and no java was found; on Debian: apt-get install openjdk-17-jre-headless"
}

# Sets $postgresql_bin; that of the version which made the database, else of the newest there is.
find_postgresql() {
  local version=''
  [ -f "$dir/postgresql/PG_VERSION" ] && [ -r "$dir/postgresql/PG_VERSION" ] &&
    version="$(cat "$dir/postgresql/PG_VERSION")"
  postgresql_bin="$(printf '%s\n' /usr/lib/postgresql/${version:-*}/bin | sort -V | tail -n 1)"
  [ -x "$postgresql_bin/postgres" ] || fail "PostgreSQL${version:+ $version} is missing; \
on Debian: apt-get install postgresql${version:+-$version}"
}

find_influxd() {
  influxd="$(command -v influxd || true)"
  [ -n "$influxd" ] || fail "InfluxDB is missing (no influxd on the path); on Debian: apt-get install influxdb"
}

# Prints the class path of a server: the libraries that belong to it by their full names.
class_path() {
  [ -f "$1/libraries" ] || fail "$1 is not there; build it: mvn -DskipTests package"
  sed "s|\./|${1//&/\\&}/lib/|g" "$1/libraries"
}

# Runs a command in place of this one; as user postgres where we are root, which PostgreSQL refuses.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    exec setpriv --reuid postgres --regid postgres --init-groups -- "$@"
  fi
  exec "$@"
}

# Prints InfluxDB's configuration for the folder given.
influxdb_configuration() {
  cat <<END
reporting-disabled = true
bind-address = "127.0.0.1:$INFLUXDB_RPC_PORT"
[meta]
  dir = "$1/meta"
[data]
  dir = "$1/data"
  wal-dir = "$1/wal"
  # On disk before it is confirmed.
  wal-fsync-delay = "0s"
  query-log-enabled = false
  max-series-per-database = 0
  max-values-per-tag = 0
[coordinator]
  log-queries-after = "10s"
[http]
  bind-address = "127.0.0.1:$INFLUXDB_PORT"
  auth-enabled = true
  log-enabled = false
[monitor]
  store-enabled = false
[subscriber]
  enabled = false
[logging]
  level = "warn"
  suppress-logo = true
END
}

# Prints where the series store is, in properties whose names begin as given: the service and the job
# have to be told the same.
series_properties() {
  cat <<END
$1series.database=jdbc:postgresql://127.0.0.1:$POSTGRESQL_PORT/hongyan_series
$1series.user=hongyan_series
$1series.password=$SERIES_DATABASE_PASSWORD
$1series.influx.url=http://127.0.0.1:$INFLUXDB_PORT
$1series.influx.database=hongyan
$1series.influx.user=hongyan
$1series.influx.password=$INFLUXDB_PASSWORD
END
}

# Prints the service's settings as they follow from those of the parts.
service_properties() {
  echo "# Written at each start from parts.env and hongyan.properties; change those."
  echo "hongyan.log=127.0.0.1:$BROKER_PORT"
  echo "hongyan.flink=http://127.0.0.1:$FLINK_PORT"
  echo "hongyan.city=$CITY"
  [ -z "$DATE_OF_EFFECT" ] || echo "hongyan.date-of-effect=$DATE_OF_EFFECT"
  echo "hongyan.database.url=jdbc:postgresql://127.0.0.1:$POSTGRESQL_PORT/hongyan_service"
  echo "hongyan.database.user=hongyan_service"
  echo "hongyan.database.password=$SERVICE_DATABASE_PASSWORD"
  series_properties hongyan.
  [ ! -f hongyan.properties ] || cat hongyan.properties
}

# --- processes ------------------------------------------------------------------------------------

# Prints the pid of a part that runs. A number that was given to another process meanwhile does not
# count: a part works within its DIR.
pid_of() {
  local pid cwd
  pid="$(cat "$dir/run/$1.pid" 2>/dev/null)" || return 1
  cwd="$(readlink "/proc/${pid:-none}/cwd")" || return 1
  case "$cwd/" in
    "$dir"/*) echo "$pid" ;;
    *) return 1 ;;
  esac
}

# Starts a part in the background, with its pid and its log where they belong.
start_part() {
  mkdir -p "$dir/run" "$dir/logs"
  # It is known by where it works, from its first moment on.
  cd "$dir"
  setsid "$here/part" "$1" "$dir" </dev/null >>"$dir/logs/$1.log" 2>&1 &
  echo $! >"$dir/run/$1.pid"
}

# Ends a part: asks, waits half a minute, then kills.
stop_part() {
  local pid tries=0
  pid="$(pid_of "$1")" || { rm -f "$dir/run/$1.pid"; return 0; }
  # PostgreSQL ends at once, with a clean shutdown, at SIGINT; at SIGTERM it waits for its clients.
  if [ "$1" = postgresql ]; then kill -INT "$pid"; else kill -TERM "$pid"; fi 2>/dev/null || true
  while pid_of "$1" >/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" = 150 ]; then
      say "  $1 does not end by itself and is killed"
      kill -KILL "$pid" 2>/dev/null || true
    fi
    sleep 0.2
  done
  rm -f "$dir/run/$1.pid"
}

# Waits until a part that was started answers. Ends with the last lines of its log when it died, or
# takes longer than it may.
await_part() {
  local deadline=$((SECONDS + PATIENCE))
  until is_ready "$1"; do
    pid_of "$1" >/dev/null || give_up "$1" "has ended instead of starting"
    [ "$SECONDS" -lt "$deadline" ] || give_up "$1" "is not ready after $PATIENCE seconds"
    sleep 0.3
  done
}

give_up() {
  tail -n 20 "$dir/logs/$1.log" | sed 's/^/  | /' >&2
  fail "$1 $2; above are the last lines of $dir/logs/$1.log"
}

is_ready() {
  case "$1" in
    broker) listens "$BROKER_PORT" ;;
    postgresql) (find_postgresql && "$postgresql_bin/pg_isready" -q -h 127.0.0.1 -p "$POSTGRESQL_PORT") ;;
    influxdb) asked "http://127.0.0.1:$INFLUXDB_PORT/ping" ;;
    jobmanager) asked "http://127.0.0.1:$FLINK_PORT/overview" ;;
    taskmanager-*) curl -fsS -m 5 "http://127.0.0.1:$FLINK_PORT/taskmanagers" 2>/dev/null |
      grep -q "\"id\":\"$1-$(cat "$dir/run/$1.pid")\"" ;;
    service) asked "http://127.0.0.1:$SERVICE_PORT/actuator/health/readiness" ;;
    job) [ "$("$here/job" "$dir" status 2>/dev/null)" = RUNNING ] ;;
  esac
}

asked() { curl -fsS -m 5 -o /dev/null "$1" 2>/dev/null; }

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
