#!/bin/sh
# live.sh REGIEBORD DIR: fills DIR/share from boards/ the first time. Later runs leave it as people have made it.
set -eu
regiebord=$1
dir=$2
[ -e "$dir/share/board.sqlite" ] && exit 0
mkdir -p "$dir/share" "$dir/state"
echo "Filling $dir/share from boards/ (remove $dir to start again)"
for board in boards/voorbeeld boards/ontwikkelagenda-meierij boards/*/; do
    board=${board%/}
    case " ${done_boards:-} " in *" $board "*) continue ;; esac
    done_boards="${done_boards:-} $board"
    "$regiebord" import "$board" --share "$dir/share" >"$dir/import.log" 2>&1 || { cat "$dir/import.log" >&2; exit 1; }
done
rm -f "$dir/import.log"
