#!/usr/bin/env python3
"""How large a report of very many findings gets: a generated broken file, audited and written as every output.

    Benchmarks/many-findings.py [ANNOTATIONS …]        (default: 10000 100000 1000000)

Every annotation is wrong in a known way, so that the counts can be told to be exact. Prints a line a
size: findings, CPU time, peak memory in all and beside a clean file of the same size, sizes of the
outputs. Exits with 1 where a count is wrong or a page is 5 MB or larger.
"""
import json, os, pathlib, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
ASSAY = ROOT / ".build/release/assay"
PER_IMAGE = 50
LARGEST_PAGE = 5_000_000

# By the remainder of an annotation's number: what is wrong with it, and the rule that finds it.
WRONG = [
    ("degenerate-box", lambda i: [10, 10, 0, 20]),
    ("degenerate-box", lambda i: [10 + i % 7, 10, 5, 0]),
    ("box-out-of-bounds", lambda i: [630 - i % 300, 10, 400, 20 + i % 400]),
    ("undefined-category", lambda i: [10 + i % 500, 5 + i % 300, 40, 50]),
    ("dangling-image", lambda i: [10 + i % 500, 5 + i % 300, 40, 50]),
]


def write(path, count, broken):
    """A COCO file of `count` annotations; the findings that are planted, by rule."""
    images = -(-count // PER_IMAGE)
    planted = {}
    with open(path, "w") as file:
        file.write('{"categories":[{"id":1,"name":"thing"}],\n"images":[')
        file.write(",\n".join(
            f'{{"id":{i},"file_name":"{i:07}.jpg","width":640,"height":480}}' for i in range(1, images + 1)))
        file.write('],\n"annotations":[')
        for i in range(count):
            kind = i % len(WRONG) if broken else -1
            rule, box = WRONG[kind] if broken else ("", lambda i: [5 + i % 400, 5 + i % 300, 60 + i % 90, 70 + i % 80])
            planted[rule] = planted.get(rule, 0) + 1
            category = 9 if rule == "undefined-category" else 1
            image = 10**9 if rule == "dangling-image" else 1 + i // PER_IMAGE
            if i:
                file.write(",\n")
            file.write(f'{{"id":{i + 1},"image_id":{image},"category_id":{category},"bbox":{box(i)}}}')
        file.write("]}")
    planted.pop("", None)
    return planted


def audit(path, output):
    """CPU seconds and peak MB of an audit."""
    process = subprocess.Popen([ASSAY, "audit", path, "--output", output, "--quiet"], stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"the audit ended with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    failed = False
    print(f"{'annotations':>11} {'findings':>10} {'CPU s':>7} {'peak MB':>8} {'clean MB':>8} "
          f"{'HTML kB':>8} {'JSON kB':>8} {'findings.csv kB':>15}")
    for count in map(int, sys.argv[1:] or ["10000", "100000", "1000000"]):
        with tempfile.TemporaryDirectory() as folder:
            planted = write(f"{folder}/broken.json", count, broken=True)
            seconds, peak = audit(f"{folder}/broken.json", f"{folder}/out")
            write(f"{folder}/clean.json", count, broken=False)
            _, clean = audit(f"{folder}/clean.json", f"{folder}/clean")
            with open(f"{folder}/out/report.json") as file:
                report = json.load(file)
            found = {rule["id"]: rule["count"] for rule in report["findings"]["rules"]}
            size = {name: os.path.getsize(f"{folder}/out/{name}")
                    for name in ("report.html", "report.json", "findings.csv")}
            print(f"{count:>11,} {report['findings']['total']:>10,} {seconds:>7.2f} {peak:>8.0f} {clean:>8.0f} "
                  + f"{size['report.html'] / 1000:>8.0f} {size['report.json'] / 1000:>8.0f} "
                  + f"{size['findings.csv'] / 1000:>15.0f}", flush=True)
            wrong = {rule: (found.get(rule), number) for rule, number in planted.items() if found.get(rule) != number}
            if wrong:
                print(f"counted and planted differ: {wrong}")
            failed |= bool(wrong) or size["report.html"] >= LARGEST_PAGE
    sys.exit(failed)


main()
