#!/usr/bin/env python3
"""A board through LibreOffice: exported as tables, opened and saved again as text, imported into an empty share, and
exported once more: the same files.

sheet.py build/regiebord: prints TAP."""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import wall

NOW = "2025-11-27T16:00"
BOARD = "voorbeeld"
ODD = ("=1+1", "+31 6 1234", "-47", "@SUM(A1)", "\tTab", "'s ochtends", "'=x'", " voor", "achter ", "1e helft; \"2026\"",
       "twee\nregels", "2025-11-27", "1.10", "=cmd|' /C calc'!A0")
program = os.path.abspath(sys.argv[1])
root = tempfile.mkdtemp(prefix="regiebord-sheet-")
report = wall.Report()


def run(*words):
    subprocess.run([program, *words, "--now", NOW], check=True, capture_output=True)


def through_libreoffice(source, target):
    # Separated by `;`, quotes, UTF-8, every column as text, as README says to open it.
    text = "/".join(f"{column}/2" for column in range(1, 65))
    csv = "Text - txt - csv (StarCalc):59,34,76,1,"
    subprocess.run(["soffice", "--headless", "-env:UserInstallation=file://" + os.path.join(root, "office"),
                    "--infilter=" + csv + text + ",0,false,true,false", "--convert-to",
                    "csv:" + csv + ",0,false,true,false", "--outdir", target,
                    *(os.path.join(source, name) for name in sorted(os.listdir(source)))],
                   check=True, capture_output=True, timeout=300, env=dict(os.environ, HOME=root))


def contents(folder):
    return {name: open(os.path.join(folder, name), "rb").read() for name in sorted(os.listdir(folder))}


if shutil.which("soffice") is None:
    report.check("libreoffice-calc-nogui is installed", False, "make test-deps installs it")
else:
    first, second, third = (os.path.join(root, name, BOARD) for name in ("first", "second", "third"))
    one, two = os.path.join(root, "one"), os.path.join(root, "two")
    for folder in (first, second, third):
        os.makedirs(os.path.dirname(folder))
    run("import", "boards/" + BOARD, "--share", one)
    db = sqlite3.connect(os.path.join(one, "board.sqlite"))
    rows = [row[0] for row in db.execute("SELECT id FROM action WHERE board=? ORDER BY id", (BOARD,))]
    for row, text in zip(rows, ODD):
        db.execute("UPDATE action SET due=?, funding=? WHERE id=?", (text, text, row))
    db.execute("INSERT INTO person(board,name) VALUES(?,'=HYPERLINK(1)')", (BOARD,))
    db.commit()
    db.close()
    run("export", "--share", one, "--board", BOARD, "--format", "csv", "-o", first)
    through_libreoffice(first, second)
    report.check("LibreOffice opens every table", sorted(os.listdir(second)) == sorted(os.listdir(first)))
    run("import", second, "--share", two)
    run("export", "--share", two, "--board", BOARD, "--format", "csv", "-o", third)
    before, after = contents(first), contents(third)
    different = [name for name in before if before[name] != after.get(name)]
    report.check("what LibreOffice saved imports back to the same board", not different, ", ".join(different))
shutil.rmtree(root, ignore_errors=True)
report.finish()
