#!/bin/sh
# The house rules that a machine can check: who may include whom (the table of the house), who may know SDL and
# SQLite, and how long functions and files may be.
set -u
n=0
result() { # result STATUS NAME
    n=$((n + 1))
    if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}
may() { # may FOLDER ALLOWED...: includes of our own in kiosk/FOLDER
    folder=$1
    shift
    pattern=$(echo "$folder $*" | tr ' ' '|')
    bad=$(grep -Hn '#include "' kiosk/"$folder"/*.[ch] | grep -Ev "#include \"($pattern)/" || true)
    [ -z "$bad" ] || echo "$bad"
    [ -z "$bad" ]
    result $? "kiosk/$folder includes only: $folder $*"
}
may base
may board base
may store base board
may share base board store
may desk base board store share
may touch base
may view base board touch
may screen base view touch
bad=$(grep -lE '#include [<"]SDL' -r kiosk | grep -v '^kiosk/screen/' || true)
[ -z "$bad" ]; result $? "SDL is known to kiosk/screen only $bad"
bad=$(grep -lE '#include <sqlite3' -r kiosk | grep -vE '^kiosk/(store|share)/' || true)
[ -z "$bad" ]; result $? "SQLite is known to kiosk/store and kiosk/share only $bad"
long=$(ctags -R --languages=C --kinds-C=f --fields=+ne -f - kiosk | awk -F'\t' '{l=0;e=0
    for(i=4;i<=NF;i++){if($i~/^line:/)l=substr($i,6);if($i~/^end:/)e=substr($i,5)} if(e-l+1>80)print $1" ("$2", "e-l+1" lines)"}')
[ -z "$long" ]; result $? "no function is over 80 lines $long"
long=$(find kiosk -name '*.[ch]' -exec wc -l {} + | awk '$2!="total" && $1>500{print $2" ("$1" lines)"}')
[ -z "$long" ]; result $? "no file is over 500 lines $long"
wide=$(LC_ALL=C.UTF-8 grep -nE '^.{93}' kiosk/*/*.[ch] kiosk/*.[ch] | grep -v '^kiosk/view/words_' | cut -d: -f1,2 || true)
[ -z "$wide" ]; result $? "no line is over 92 columns $(echo "$wide" | head -5 | tr '\n' ' ')"
