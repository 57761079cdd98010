#!/usr/bin/env python3
"""Times `assay compare` beside its peers on the same files in one run, whole processes.

    Benchmarks/compare.py --assay .build/release/assay --data DIR [--lvis DIR] [--runs 3] > table.md

DIR holds L.a.json, L.b.json, S.a.json, S.b.json of the generator in ../shared/peers (`gen.py coco --size L --out DIR`).
Peers that this Python cannot import are left out and named.

What each computes: assay matches optimally at one threshold and gives counts, dice, κ, α, the IoU distribution,
missing rates, tightness and attributes, by category and by seven properties of the images; AP evaluators match greedily
at ten thresholds in four area ranges and give AP and AR; kalos gives α after localisation at one.
"""
import argparse, json, os, sys, tempfile

from measuring import available, best

COCO = "from {module} import COCO; from {evaluator} import {name} as COCOeval\n"
EVALUATE = (
    "import json, contextlib, io, sys\n"
    "with contextlib.redirect_stdout(io.StringIO()):\n"
    "  gt = COCO(sys.argv[1]); b = json.load(open(sys.argv[2]))\n"
    "  dt = gt.loadRes([{{'image_id': x['image_id'], 'category_id': x['category_id'], 'bbox': x['bbox'], 'score': 1.0}}\n"
    "                   for x in b['annotations'] if not x.get('iscrowd')])\n"
    "  e = COCOeval(gt, dt, 'bbox'); e.evaluate(); e.accumulate(); e.summarize()\n"
).replace("{{", "{").replace("}}", "}")
HOTCOCO = (
    "import sys; from hotcoco import COCO, COCOeval\n"
    "gt = COCO(sys.argv[1]); dt = gt.load_res(sys.argv[2]); COCOeval(gt, dt, 'bbox').run()\n"
)


KALOS = (
    "import sys; from kalos.config import KaLOSProjectConfig; from kalos.iaa.kalos_execution import run_kalos_pipeline\n"
    "from jsonargparse.typing import Path_fr\n"
    "run_kalos_pipeline(KaLOSProjectConfig(annotation_file=Path_fr(sys.argv[1]), task='bbox', method='greedy',\n"
    "  threshold_func='bbox_iou_similarity', cost_func='category_lenient', similarity_threshold=0.5))\n"
)


def merged(folder, target):
    """The two raters of a folder in one file, as KαLOS wants them."""
    first, second = (json.load(open(os.path.join(folder, f"rater{n}.json"))) for n in (1, 2))
    offset = 1 + max(a["id"] for a in first["annotations"])
    for annotation in second["annotations"]:
        annotation["id"] += offset
    first["annotations"] += second["annotations"]
    json.dump(first, target)
    target.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assay", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--lvis", help="a folder with rater1.json and rater2.json, compared with KαLOS too")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()

    print("| job | program | wall s | CPU s | peak MB | wall, assay = 1 |")
    print("|---|---|--:|--:|--:|--:|")
    left_out = []
    for size in ("S", "L"):
        a, b = (os.path.join(options.data, size, f"{size}.{side}.json") for side in "ab")
        if not os.path.exists(a):
            a, b = (os.path.join(options.data, f"{size}.{side}.json") for side in "ab")
        if not os.path.exists(a):
            left_out.append(f"size {size} (no {a})")
            continue
        jobs = [
            ("assay, no intervals", [options.assay, "compare", a, b, "-q", "--bootstrap", "0"]),
            ("assay, B = 1000", [options.assay, "compare", a, b, "-q"]),
        ]
        if available("hotcoco"):
            jobs.append(("hotcoco", [sys.executable, "-c", HOTCOCO, a, b]))
        else:
            left_out.append("hotcoco")
        if size == "S":
            for label, module, evaluator, name in (
                ("faster-coco-eval", "faster_coco_eval", "faster_coco_eval", "COCOeval_faster"),
                ("pycocotools", "pycocotools", "pycocotools.cocoeval", "COCOeval"),
            ):
                if not available(module):
                    left_out.append(label)
                    continue
                loader = "pycocotools.coco" if module == "pycocotools" else module
                code = COCO.format(module=loader, evaluator=evaluator, name=name) + EVALUATE
                jobs.append((label, [sys.executable, "-c", code, a, b]))
        reference = None
        for label, command in jobs:
            wall, cpu, peak, _ = best(command, 1 if label == "pycocotools" else options.runs)
            reference = reference or wall
            print(f"| compare {size} | {label} | {wall:.2f} | {cpu:.2f} | {peak:,.0f} | {wall / reference:.1f} |")
            sys.stdout.flush()
    if options.lvis and available("kalos"):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as both:
            merged(options.lvis, both)
            reference = None
            for label, command in (
                ("assay, no intervals", [options.assay, "compare", both.name, "-q", "--bootstrap", "0"]),
                ("assay, B = 1000", [options.assay, "compare", both.name, "-q"]),
                ("kalos", [sys.executable, "-c", KALOS, both.name]),
            ):
                wall, cpu, peak, _ = best(command, options.runs)
                reference = reference or wall
                print(f"| compare LVIS200 | {label} | {wall:.2f} | {cpu:.2f} | {peak:,.0f} | {wall / reference:.1f} |")
    elif options.lvis:
        left_out.append("kalos")
    if left_out:
        print("\nLeft out: " + ", ".join(left_out))


if __name__ == "__main__":
    main()
