#!/bin/sh
# Runs what comes in, line by line, and sends back what it printed and how it ended.
port=/dev/virtio-ports/agent
exec 3<>"$port"
while read -r line <&3; do
    sh -c "$line" >/run/vm-agent.out 2>&1 </dev/null
    status=$?
    { cat /run/vm-agent.out; printf '\n\001%d\n' "$status"; } >&3
done
