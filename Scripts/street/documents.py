"""COCO JSON, Pascal VOC XML and the list of what was planted, as text."""
import json
from xml.sax.saxutils import escape

from street.scene import CATEGORIES, NAMES

# A list or an object of the planted things stays on one line up to this width.
LINE = 110


def coco(images, annotations, categories=CATEGORIES):
    """One record a line, so that a place in the file is easy to find."""
    lists = {"images": images, "categories": categories, "annotations": annotations}
    info = {"description": "rendered street scenes, made by Scripts/make-street", "version": "1.0"}
    parts = [f'"info": {json.dumps(info)}'] + [
        '"{}": [\n  {}\n]'.format(name, ",\n  ".join(json.dumps(record) for record in records))
        for name, records in lists.items()
    ]
    return "{" + ",\n".join(parts) + "}\n"


def voc(image, objects):
    """The corners are COCO's edges, [x, y, x + width, y + height]: nothing is rounded or shifted."""
    lines = [
        "<annotation>",
        "  <folder>images</folder>",
        f"  <filename>{image['file_name']}</filename>",
        "  <source><database>rendered street scenes</database></source>",
        f"  <size><width>{image['width']}</width><height>{image['height']}</height>"
        "<depth>3</depth></size>",
        f"  <scene>{image['scene']}</scene>",
        "  <segmented>0</segmented>",
    ]
    for record in objects:
        x, y, width, height = record["bbox"]
        marks = record["attributes"]
        lines += [
            "  <object>",
            f"    <name>{escape(NAMES[record['category_id']])}</name>",
            "    <pose>Unspecified</pose>",
            f"    <truncated>{int(marks['truncated'])}</truncated>",
            f"    <occluded>{int(marks['occluded'])}</occluded>",
            "    <difficult>0</difficult>",
            f"    <bndbox><xmin>{x}</xmin><ymin>{y}</ymin>"
            f"<xmax>{x + width}</xmax><ymax>{y + height}</ymax></bndbox>",
        ]
        if "state" in marks:
            lines.append(
                "    <attributes><attribute><name>state</name>"
                f"<value>{marks['state']}</value></attribute></attributes>"
            )
        lines.append("  </object>")
    return "\n".join(lines + ["</annotation>", ""])


def outline(value, indent=""):
    """JSON in which whatever fits stands on one line."""
    text = json.dumps(value)
    if not isinstance(value, (dict, list)) or len(indent) + len(text) <= LINE:
        return text
    inner = indent + "  "
    if isinstance(value, dict):
        rows = [f"{json.dumps(key)}: {outline(part, inner)}" for key, part in value.items()]
        start, end = "{", "}"
    else:
        rows = [outline(part, inner) for part in value]
        start, end = "[", "]"
    return f"{start}\n{inner}" + f",\n{inner}".join(rows) + f"\n{indent}{end}"
