#!/bin/sh
# Runs what comes in, a number and a command a line, and sends back what it printed, the number, and how it ended.
port=/dev/virtio-ports/agent
exec 3<>"$port"
while read -r number line <&3; do
    sh -c "$line" >/run/vm-agent.out 2>&1 </dev/null
    status=$?
    { cat /run/vm-agent.out; printf '\n\001%s %d\n' "$number" "$status"; } >&3
done
