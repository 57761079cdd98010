"""Algorithm 1 of "Incremental Automatic Image Annotation" with every label told, as plainly as can be.

A second opinion on `assay prototypes`: it shares no code with the program.
"""

import math


def l2(a, b):
    return math.sqrt(math.fsum((x - y) ** 2 for x, y in zip(a, b)))


def cosine(a, b):
    norms = math.sqrt(math.fsum(x * x for x in a)) * math.sqrt(math.fsum(x * x for x in b))
    return 1 - math.fsum(x * y for x, y in zip(a, b)) / norms if norms else 1.0


def run(vectors, labels, distance, epsilon, mode):
    """Counts of right and judged objects, and C[nc][n̂c]."""
    prototypes, counter = {}, 0
    right = judged = 0
    table = [[0, 0], [0, 0]]
    for vector, label in zip(vectors, labels):
        nearest = min(
            ((distance(mean, vector), number, name) for name, (mean, _, number) in prototypes.items()),
            default=None,
        )
        is_new = label not in prototypes
        estimated_new = nearest is None or nearest[0] > epsilon
        table[is_new][estimated_new] += 1
        if estimated_new:
            counter += 1
        if mode == "literal":
            number = len(prototypes) + 1 if is_new else prototypes[label][2]
            judged += 1
            right += (counter if estimated_new else nearest[1]) == number
        elif not is_new:
            judged += 1
            right += not estimated_new and nearest[2] == label
        if is_new:
            prototypes[label] = (list(vector), 1, len(prototypes) + 1)
        else:
            mean, count, number = prototypes[label]
            count += 1
            mean = [(count - 1) / count * y + z / count for y, z in zip(mean, vector)]
            prototypes[label] = (mean, count, number)
    return {"right": right, "judged": judged, "confusion": table}
