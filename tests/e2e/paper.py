#!/usr/bin/env python3
"""The A4s on real paper: through Chromium to PDF, counted in pages, and read back as text.

paper.py build/regiebord: prints TAP. Every page must be one page, whatever stands on the board; every decision must be
named and every exception told or counted."""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import wall
from pdf import printed

NOW = "2025-11-27T16:00"
BOARD = "handreiking-alkmaar"
KINDS = ("geëscaleerd", "knelpunt", "aandacht", "over tijd", "verschoven", "stil", "uit de pas", "lang op trede",
         "houdt op")
program = os.path.abspath(sys.argv[1])
root = tempfile.mkdtemp(prefix="regiebord-paper-")
report = wall.Report()


def run(*words):
    return subprocess.run([program, *words, "--now", NOW], check=True, capture_output=True, text=True).stdout


def share(name):
    folder = os.path.join(root, name)
    run("import", "boards/" + BOARD, "--share", folder)
    return folder, sqlite3.connect(os.path.join(folder, "board.sqlite"))


def print_page(html, font=None):
    """The pages and the text of a file as Chromium prints it."""
    if font:
        text = open(html, encoding="utf-8").read()
        html = html.replace(".html", "-font.html")
        open(html, "w", encoding="utf-8").write(re.sub(r"font-family: [^}]*", f'font-family: "{font}" ', text))
    return printed(html, root)


def squeeze(text):
    return re.sub(r"\s+", "", text)


def check_page(name, html, what):
    """One A4, in the fonts that are here and in a wide one; then `what` looks at the text."""
    for font in (None, "DejaVu Sans"):
        pages, a4, text = print_page(html, font)
        why = what(text)
        report.check(f"{name}, {font or 'the usual letters'}", pages == 1 and a4 and not why,
                     f"{pages} pages, {'A4' if a4 else 'another size'}, {why}")


def exceptions(number, reason):
    folder, db = share(f"e{number}-{len(reason)}")
    rows = [row[0] for row in db.execute("SELECT id FROM track WHERE board=? ORDER BY id", (BOARD,))][:number]
    db.executemany("UPDATE track SET health='knelpunt', reason=?, stage='beleggen', reported='2025-11-01' WHERE id=?",
                   [(reason, row) for row in rows])
    db.commit()
    db.close()
    html = os.path.join(root, f"e{number}-{len(reason)}.html")
    run("export", "--share", folder, "--format", "html", "-o", html)
    status = json.loads(run("status", "--share", folder, "--json"))["boards"][0]
    points = [item for item in status["attention"] if item["kind"] != "gap"]

    def look(text):
        if len(rows) != number:
            return f"the board has only {len(rows)} tracks"
        if number == 0:
            return "" if "Er is nog niets gemeld." in text else "it does not say that nothing was reported"
        told = [line.split() for line in text.split("\n") if line.strip().startswith(KINDS)]
        told = [words for words in told if any(re.fullmatch(r"\d+\.\d+[a-z]+|\d+", word) for word in words[:5])]
        rest = re.search(r"en nog (\d+) punt(en)?, zie het bord", text)
        rest = int(rest.group(1)) if rest else 0
        if f"Wat aandacht vraagt: {len(points)} punt" not in text:
            return f"it does not say {len(points)}"
        if len(told) + rest != len(points):
            return f"{len(told)} told and {rest} counted of {len(points)}"
        for words, point in zip(told, points):
            if (point["action"] or point["ambition"]) not in words[:5]:
                return f"{' '.join(words[:5])} stands where {point['action']} should"
        return "" if rest or number < 60 else "sixty exceptions cannot all fit"

    check_page(f"{number} exceptions, reasons of {len(reason)} letters", html, look)


def decisions(number, text, fits):
    folder, db = share(f"d{number}-{len(text)}")
    db.execute("INSERT INTO meeting(id,board,body,starts,place) VALUES('m',?,'regiegroep','2025-11-27T14:00','Raadszaal')",
               (BOARD,))
    db.execute("INSERT INTO meeting(id,board,body,starts,state) VALUES('m0',?,'regiegroep','2025-09-25T14:00','gesloten')",
               (BOARD,))
    codes = [row[0] for row in db.execute("SELECT code FROM action WHERE board=? ORDER BY code", (BOARD,))]
    made = [(f"d{i:03}", BOARD, "m", codes[i % len(codes)], f"Punt{i:03}. {text}", "GGD", "2026", "open")
            for i in range(number)]
    made.append(("oud", BOARD, "m0", codes[0], "Eerderbeloofd", "Sam", "2025", "open"))
    db.executemany("INSERT INTO decision(id,board,meeting,action,text,lead,due,state) VALUES(?,?,?,?,?,?,?,?)", made)
    db.commit()
    db.close()
    html = os.path.join(root, f"d{number}-{len(text)}.html")
    run("export", "--share", folder, "--format", "html", "--meeting", "regiegroep/2025-11-27", "-o", html)

    def look(page):
        named = [i for i in range(number) if f"Punt{i:03}." in squeeze(page)]
        rest = sum(int(n) for n in re.findall(r"en nog (\d+) besluit(?:en)?, zie het bord", page))
        if "Eerderbeloofd" not in page or "Besluitenlijst" not in page:
            return "what was open of an earlier meeting is missing"
        if number == 0:
            return "" if "In dit overleg is niets besloten." in page else "it does not say that nothing was decided"
        if f"Besluiten: {number}" not in page:
            return f"it does not say {number}"
        if len(named) + rest != number:
            return f"{len(named)} named and {rest} counted of {number}"
        return f"{rest} are only counted" if fits and rest else ""

    check_page(f"{number} decisions of {len(text)} letters", html, look)


if shutil.which("chromium") is None or shutil.which("pdftotext") is None:
    report.check("chromium and poppler-utils are installed", False, "make test-deps installs them")
else:
    LONG = "wachtopeenbesluitdatnietkomt en daarna nog op een WETHOUDER die het voorstel leest " * 8
    for amount in (0, 5, 60):
        exceptions(amount, "besluit")
    exceptions(60, LONG)
    for amount in (0, 1, 5, 20, 60):
        decisions(amount, "Akkoord met het voorstel", True)
    decisions(60, LONG[:280], True)
    decisions(300, LONG, False)
shutil.rmtree(root, ignore_errors=True)
report.finish()
