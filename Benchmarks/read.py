#!/usr/bin/env python3
"""Times reading and the whole `assay audit` beside its peers on the same files in one run, whole processes.

    Benchmarks/read.py --assay .build/release/assay --data DIR [--voc DIR] [--runs 3] > table.md

DIR holds S.a.json and L.a.json (`gen.py coco --size L --out DIR` of the generator in ../shared/peers), the VOC folder
what `gen.py voc` makes. Peers that this Python cannot import are left out and named.

What each does: a peer loads the file into its own index; `assay audit` reads it, puts every record to every rule, counts, and
makes a report with intervals. The speed of reading alone is what `--verbose` says of that step.
"""
import argparse, os, re, sys

from measuring import available, best

LOADERS = {
    "hotcoco": "from hotcoco import COCO; COCO(sys.argv[1])",
    "pycocotools": "from pycocotools.coco import COCO; COCO(sys.argv[1])",
    "faster_coco_eval": "from faster_coco_eval import COCO; COCO(sys.argv[1])",
    "orjson": "import orjson; orjson.loads(open(sys.argv[1], 'rb').read())",
    "json": "import json; json.load(open(sys.argv[1]))",
    # It reads COCO only from a folder of its layout, images or not.
    "datumaro": (
        "import os, sys, tempfile\n"
        "from datumaro import Dataset\n"
        "with tempfile.TemporaryDirectory() as root:\n"
        "    for folder in ('annotations', 'images'): os.mkdir(os.path.join(root, folder))\n"
        "    os.symlink(os.path.abspath(sys.argv[1]), os.path.join(root, 'annotations', 'instances_a.json'))\n"
        "    assert len(Dataset.import_from(root, 'coco')) > 0"
    ),
}
VOC_LOADERS = {
    "xml": (
        "import glob, xml.etree.ElementTree as tree\n"
        "for path in glob.glob(sys.argv[1] + '/**/*.xml', recursive=True): tree.parse(path)"
    ),
    "hotcoco": "from hotcoco import COCO; COCO.from_voc(sys.argv[1])",
}


def reading(text):
    """Megabytes or files a second of the reading step, as `--verbose` tells it."""
    found = re.search(r"reading [^:]*: ([\d,]+) (kB|files) in ([\d.]+) s", text)
    if not found:
        return ""
    rate = int(found[1].replace(",", "")) / float(found[3])
    return f"{rate / 1e6:.2f} GB/s" if found[2] == "kB" else f"{rate:,.0f} files/s"


def row(job, name, run, reference):
    wall, cpu, peak, error = run
    print(f"| {job} | {name} | {wall:.2f} | {cpu:.2f} | {peak:,.0f} | {wall / reference:.1f} | {reading(error)} |")
    sys.stdout.flush()


def compare(job, path, assay, loaders, runs, left_out):
    reference = None
    for threads in (4, 1):
        command = [assay, "audit", path, "--threads", str(threads), "--verbose"]
        run = best(command, runs)
        reference = reference or run[0]
        row(job, f"assay audit, {threads} threads" if threads > 1 else "assay audit, 1 thread", run, reference)
    for module, code in loaders.items():
        if not available(module):
            left_out.add(module)
            continue
        try:
            row(job, f"{module}, load", best([sys.executable, "-c", "import sys; " + code if "\n" not in code else
                                              "import sys\n" + code, path], runs), reference)
        except RuntimeError as error:
            left_out.add(f"{module} on {job} ({str(error).strip().splitlines()[-1]})")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assay", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--voc", help="a folder of Pascal VOC files")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print("| job | program | wall s | CPU s | peak MB | wall, assay on 4 = 1 | reading alone |")
    print("|---|---|--:|--:|--:|--:|--:|")
    left_out = set()
    for size, peers in (("S", LOADERS), ("L", {"hotcoco": LOADERS["hotcoco"], "orjson": LOADERS["orjson"]})):
        paths = [os.path.join(options.data, name) for name in (f"{size}/{size}.a.json", f"{size}.a.json")]
        path = next((path for path in paths if os.path.exists(path)), None)
        if path is None:
            left_out.add(f"size {size} (no {paths[1]})")
            continue
        compare(f"{size}, {os.path.getsize(path) / 1e6:,.0f} MB", path, options.assay, peers, options.runs, left_out)
    if options.voc:
        compare("VOC", options.voc, options.assay, VOC_LOADERS, options.runs, left_out)
    if left_out:
        print("\nLeft out: " + ", ".join(sorted(left_out)))


if __name__ == "__main__":
    main()
