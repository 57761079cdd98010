"""What a comparison of two label sets must find, worked out by trying all possibilities."""
import math

from street.boxes import coverage, match
from street.scene import NAMES, area

MINIMUM_COVERAGE = 0.5


def expected(images, a, b):
    """Counts and coefficients over some images; objects in the other side's crowd are set aside."""
    pairs, only, absorbed = [], [0, 0], [0, 0]
    for image in images:
        sides = [[r for r in side if r["image_id"] == image] for side in (a, b)]
        singles = [[r for r in side if not r["iscrowd"]] for side in sides]
        found = match(*singles)
        pairs += [(singles[0][i], singles[1][j], overlap) for i, j, overlap in found]
        for side in (0, 1):
            matched = {pair[side] for pair in found}
            regions = [r for r in sides[1 - side] if r["iscrowd"]]
            for index, record in enumerate(singles[side]):
                if index not in matched:
                    (absorbed if lies_in(regions, record) else only)[side] += 1
    same = [pair for pair in pairs if pair[0]["category_id"] == pair[1]["category_id"]]
    tightness = [math.log(area(second["bbox"]) / area(first["bbox"])) / 2 for first, second, _ in same]
    return {
        "images": len(images),
        "matched": len(pairs),
        "only-a": only[0],
        "only-b": only[1],
        "absorbed-a": absorbed[0],
        "absorbed-b": absorbed[1],
        "category-mismatch": len(pairs) - len(same),
        "dice": round(2 * len(same) / (2 * len(pairs) + sum(only)), 6),
        "cohen-kappa": round(kappa(pairs), 6),
        "iou-mean": round(mean([overlap for _, _, overlap in same]), 6),
        "tightness-bias-b": round(mean(tightness), 6),
    }


def lies_in(regions, record):
    return any(
        region["category_id"] == record["category_id"]
        and coverage(record["bbox"], region["bbox"]) >= MINIMUM_COVERAGE
        for region in regions
    )


def kappa(pairs):
    """Agreement on the categories of matched pairs beyond chance."""
    n = len(pairs)
    observed = sum(a["category_id"] == b["category_id"] for a, b, _ in pairs) / n
    chance = sum(
        sum(a["category_id"] == number for a, _, _ in pairs)
        * sum(b["category_id"] == number for _, b, _ in pairs)
        for number in NAMES
    ) / n ** 2
    return (observed - chance) / (1 - chance)


def mean(numbers):
    return math.fsum(numbers) / len(numbers)
