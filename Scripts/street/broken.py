"""A delivery with defects: gold labels, and for every rule of an audit a known number of violations."""
import copy

from street.annotators import CONFUSED
from street.documents import coco
from street.picture import HEIGHT, WIDTH
from street.scene import CATEGORIES, IDS, area


class Broken:
    """Every planted record violates one rule, and no other one."""

    def __init__(self, street):
        self.images = copy.deepcopy(street.images)
        self.categories = copy.deepcopy(CATEGORIES)
        self.annotations = copy.deepcopy(street.gold)
        # Places where nothing is labelled: what planted records stand on.
        self.free = iter([
            (scene.image["id"], thing.box) for scene in street.scenes[1:]
            for thing in scene.mistakable if thing.name != "poster"
        ])
        self.planted = {}
        self.plant_references()
        self.plant_boxes()
        self.plant_copies(street)
        self.plant_outlines()
        self.plant_tables(street)
        self.plant_unusable()

    def plant_references(self):
        for original in (self.annotations[0], self.annotations[40]):
            self.plant("duplicate-annotation-id", id=original["id"])
        self.plant("dangling-image", image_id=99)
        self.plant("undefined-category", category_id=42)
        self.plant("undefined-category", category_id=0)

    def plant_boxes(self):
        self.plant("degenerate-box", resize=lambda x, y, w, h: [x, y, 0, h])
        self.plant("degenerate-box", resize=lambda x, y, w, h: [x + w, y, -w, h])
        for box in (
            [-30, 60, 44, 30], [140, -9, 20, 40], [WIDTH - 24, 120, 60, 26], [60, HEIGHT - 20, 20, 46],
        ):
            self.plant("box-out-of-bounds", bbox=box)

    def plant_copies(self, street):
        for index, copies in ((60, 1), (120, 2)):
            original = street.objects[index]
            for _ in range(copies):
                self.copy("duplicate-box", original)
        for name in ("car", "bicycle"):
            original = next(r for r in street.objects[80:] if r["category_id"] == IDS[name])
            self.copy("same-box-two-categories", original, category_id=IDS[CONFUSED[name]])

    def plant_outlines(self):
        # Of a picture twice as large, of one half as large, and never computed.
        for factor in (4, 0.25, 0):
            record = self.plant("area-box-mismatch")
            record["area"] = round(factor * record["area"])
        record = self.plant("polygon-outside-box")
        x, y, width, height = record["bbox"]
        record["segmentation"] = [[x, y, x + width + 9, y, x + width, y + height, x, y + height]]
        # Two corners in place of an outline, and a mask of another image size.
        record = self.plant("malformed-outline")
        x, y, width, height = record["bbox"]
        record["segmentation"] = [[x, y, x + width, y + height]]
        record = self.plant("malformed-outline")
        record["segmentation"] = {"counts": [0, record["area"]], "size": [HEIGHT, WIDTH]}

    def plant_tables(self, street):
        self.categories.append({"id": 8, "name": "tram", "supercategory": "vehicle"})
        self.note("unused-category", "tram")
        self.categories.append({"id": 9, "name": "sign", "supercategory": "outdoor"})
        self.note("duplicate-category-name", "sign")
        # In use, so that nothing else is wrong with it.
        self.append(category_id=9)
        self.images.append({**self.images[-1], "id": 25, "file_name": "street_25.png"})
        labelled = {record["image_id"] for record in self.annotations}
        for image in self.images:
            if image["id"] not in labelled:
                self.note("image-without-annotations", image["file_name"])

    def plant_unusable(self):
        self.plant("unusable-record", resize=lambda x, y, w, h: [x, y, w])
        self.plant("unusable-record", resize=lambda x, y, w, h: [x, float("nan"), w, h])

    # --- records

    def append(self, resize=None, **changes):
        """A car where there is none."""
        image, box = next(self.free)
        box = changes.pop("bbox", box)
        record = {
            "id": 1001 + len(self.annotations), "image_id": image, "category_id": 1,
            "bbox": resize(*box) if resize else list(box), "area": area(box), "iscrowd": 0, **changes,
        }
        self.annotations.append(record)
        return record

    def plant(self, rule, **changes):
        record = self.append(**changes)
        self.note(rule, record["id"])
        return record

    def copy(self, rule, original, **changes):
        record = {**copy.deepcopy(original), "id": 1001 + len(self.annotations), **changes}
        self.annotations.append(record)
        self.note(rule, record["id"])

    def note(self, rule, subject):
        self.planted.setdefault(rule, []).append(subject)

    # --- results

    def text(self):
        return coco(self.images, self.annotations, self.categories)

    def list(self):
        """For each rule the number of violations and what they are, by id or name."""
        return {
            rule: {"count": len(subjects), "ids": subjects}
            for rule, subjects in self.planted.items()
        }
