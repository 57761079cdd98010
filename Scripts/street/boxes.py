"""Boxes as COCO writes them, [x, y, width, height], and the exact matching of two annotators."""

MINIMUM_IOU = 0.5
CATEGORY_BONUS = 0.1


def intersection(a, b):
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return width * height if width > 0 and height > 0 else 0


def iou(a, b):
    shared = intersection(a, b)
    return shared / (a[2] * a[3] + b[2] * b[3] - shared)


def coverage(box, region):
    """The share of a box that lies in a region."""
    return intersection(box, region) / (box[2] * box[3])


def match(left, right):
    """The one-to-one pairs with the largest sum of IoU + 0.1 for a common category, IoU at least 0.5.

    Tries every possibility: a component of the admissible pairs has few objects here.
    """
    edges = [
        (a, b, iou(first["bbox"], second["bbox"]))
        for a, first in enumerate(left) for b, second in enumerate(right)
        if iou(first["bbox"], second["bbox"]) >= MINIMUM_IOU
    ]

    def gain(edge):
        a, b, overlap = edge
        same = left[a]["category_id"] == right[b]["category_id"]
        return overlap + CATEGORY_BONUS * same

    def best(rest):
        if not rest:
            return 0, []
        edge, *others = rest
        without = best(others)
        free = [e for e in others if e[0] != edge[0] and e[1] != edge[1]]
        value, pairs = best(free)
        taken = (value + gain(edge), [edge] + pairs)
        return taken if taken[0] > without[0] else without

    pairs = []
    while edges:
        component = _component(edges)
        edges = [edge for edge in edges if edge not in component]
        pairs += best(component)[1]
    return pairs


def _component(edges):
    """The edges that hang together with the first one."""
    found = [edges[0]]
    for edge in found:
        found += [e for e in edges if e not in found and (e[0] == edge[0] or e[1] == edge[1])]
    return found
