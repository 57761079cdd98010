#!/usr/bin/env python3
"""Times a ledger of many runs: entering each, listing all, drawing trends, checking the chain.

    Benchmarks/ledger.py --assay .build/release/assay [--runs 1000] [--folder DIR]

Two ledgers are made in DIR (a temporary folder by default, on whose disk every entry is synced): one of audits
and one of comparisons of Fixtures/street, every second run accepted. Entering is timed by the program itself
(--verbose): from opening the file to the end of the transaction. The rest are whole processes, the quickest of
seven, with the processor's time in brackets.
"""
import argparse, os, re, statistics, subprocess, sys, tempfile, time

STREET = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Fixtures", "street")
COMMANDS = {
    "audits": ["audit", f"{STREET}/gold.json"],
    "comparisons": ["compare", f"{STREET}/annotator-a.json", f"{STREET}/annotator-b.json", "--bootstrap", "20"],
}
TIME = re.compile(r"entering into .*: 1 run in ([0-9.]+) s")


def run(command):
    process = subprocess.run(command, capture_output=True, text=True)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)}: {process.stderr[-400:]}")
    return process


def enter(assay, command, ledger, count):
    """Milliseconds of each entry."""
    times = []
    for number in range(count):
        told = run([assay, *command, "--ledger", ledger, "--verbose"]).stderr
        times.append(1000 * float(TIME.search(told).group(1)))
        if number % 2 == 0:
            entry = re.search(r"entered as run (\d+)", told).group(1)
            run([assay, "history", "accept", ledger, entry, "--by", "A", "--reason", "benchmark"])
    return sorted(times)


def process_time(command):
    """The quickest of seven whole processes, in milliseconds: wall, and processor."""
    walls, works = [], []
    for _ in range(7):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{' '.join(command)}: {os.waitstatus_to_exitcode(status)}")
        walls.append(1000 * (time.perf_counter() - start))
        works.append(1000 * (usage.ru_utime + usage.ru_stime))
    return min(walls), min(works)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--assay", required=True)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        print("| | " + " | ".join(COMMANDS) + " |\n|---|" + "---|" * len(COMMANDS))
        rows = {}
        for name, command in COMMANDS.items():
            ledger = os.path.join(folder, name + ".sqlite")
            times = enter(options.assay, command, ledger, options.runs)
            history = [options.assay, "history", "list", ledger]
            metric = "dice" if name == "comparisons" else "findings"
            column = {
                "enter one, median ms": statistics.median(times),
                "enter one, 99th of 100, ms": times[int(0.99 * len(times))],
                "list, trends of all data, ms": process_time(history),
                "trend of one number, ms": process_time(history + ["--metric", metric]),
                "the same by category, ms": process_time(history + ["--metric", metric, "--slice", "category=car"]),
                "page with every chart, ms": process_time(history + ["--html", os.path.join(folder, "page.html")]),
                "verify the chain, ms": process_time([options.assay, "history", "verify", ledger]),
                "size, MB": os.path.getsize(ledger) / 1e6,
            }
            for row, value in column.items():
                text = f"{value[0]:.0f} ({value[1]:.0f})" if isinstance(value, tuple) else f"{value:.1f}"
                rows.setdefault(row, []).append(text)
        for row, values in rows.items():
            print(f"| {row} | " + " | ".join(values) + " |")


main()
