"""Two annotators: gold labels with errors of known kinds, and the list of these errors."""
from street.boxes import coverage, iou
from street.dice import Dice
from street.picture import HEIGHT, WIDTH
from street.scene import IDS, MISTAKABLE, NAMES, area

CONFUSED = {
    "car": "van", "van": "car", "bicycle": "motorcycle", "motorcycle": "bicycle",
    "sign": "traffic light", "traffic light": "sign",
}
STATES = ["red", "amber", "green"]
# Below this area, in px², COCO calls an object small.
SMALL = 32 * 32
# From this number of objects on, an image is crowded enough to overlook some.
MANY = 10


class Annotator:
    """A person with habits: how large and how steady the boxes are, and how probable each error is.

    `unassigned` are images the person never saw; `labels_crowd` is about the people in the crowd region.
    """

    def __init__(self, street, name, habits, unassigned=(), labels_crowd=False):
        self.name, self.habits, self.unassigned = name, habits, set(unassigned)
        self.dice = Dice(f"annotator {name}")
        self.annotations = []
        self.missed, self.extra, self.mislabelled, self.attributes = [], [], [], []
        self.boxes, self.in_crowd = [], []
        for scene in street.scenes:
            if scene.image["id"] in self.unassigned:
                continue
            for gold in scene.objects:
                self.label(gold, scene)
            if self.dice.chance(habits["extra"]):
                self.invent(scene)
            if labels_crowd and scene.crowd:
                self.label_people_of(scene)
        check_boxes(street, self)

    def label(self, gold, scene):
        what = {"gold": gold["id"], "image": scene.image["file_name"]}
        name = NAMES[gold["category_id"]]
        overlooks = area(gold["bbox"]) < SMALL and len(scene.objects) >= MANY
        if self.dice.chance(self.habits["overlooked" if overlooks else "missed"]):
            self.missed.append({**what, "category": name})
            return
        what["annotation"] = len(self.annotations) + 1
        called = name
        if name in CONFUSED and self.dice.chance(self.habits["mislabelled"]):
            called = CONFUSED[name]
            self.mislabelled.append({**what, "from": name, "to": called})
        attributes = {
            key: self.seen(key, value, what) for key, value in gold["attributes"].items()
        }
        box = self.draw(gold["bbox"])
        self.boxes.append({
            **what, "iou": round(iou(box, gold["bbox"]), 4), "offsets": offsets(box, gold["bbox"]),
        })
        self.append(scene, called, box, attributes)

    def seen(self, attribute, value, what):
        """The value that this annotator gives, and a note where it is not gold's."""
        if not self.dice.chance(self.habits["attribute"]):
            return value
        other = not value if isinstance(value, bool) else self.dice.choice(
            [state for state in STATES if state != value])
        self.attributes.append({**what, "attribute": attribute, "from": value, "to": other})
        return other

    def draw(self, box):
        """The box as this annotator draws it: scaled around its middle, moved a little, in the picture."""
        x, y, width, height = box
        scale, noise = self.habits["scale"], self.habits["noise"]
        wide = width * scale * self.dice.number(1 - 2 * noise, 1 + 2 * noise)
        high = height * scale * self.dice.number(1 - 2 * noise, 1 + 2 * noise)
        left = x + (width - wide) / 2 + self.dice.number(-noise, noise) * width
        top = y + (height - high) / 2 + self.dice.number(-noise, noise) * height
        left, right = round(max(0, left), 1), round(min(WIDTH, left + wide), 1)
        top, bottom = round(max(0, top), 1), round(min(HEIGHT, top + high), 1)
        return [left, top, round(right - left, 1), round(bottom - top, 1)]

    def invent(self, scene):
        """A label on something that is no object."""
        free = [thing for thing in scene.mistakable if not thing.taken]
        thing = self.dice.choice(free)
        thing.taken = True
        self.append(scene, MISTAKABLE[thing.name], self.draw(thing.box), {
            "occluded": False, "truncated": False,
        })
        self.extra.append({
            "annotation": len(self.annotations), "image": scene.image["file_name"],
            "category": MISTAKABLE[thing.name], "is": thing.name,
        })

    def label_people_of(self, scene):
        """Two people drawn one by one inside the region that gold calls a crowd."""
        for person in (scene.people[3], scene.people[9]):
            box = self.draw(person.box)
            assert coverage(box, scene.crowd["bbox"]) >= 0.9
            self.append(scene, "person", box, {"occluded": True, "truncated": False})
            self.in_crowd.append({
                "annotation": len(self.annotations), "image": scene.image["file_name"],
            })

    def append(self, scene, category, box, attributes):
        crowded = len(scene.objects) >= MANY
        seconds = self.dice.number(0.8, 1.4) * self.habits["seconds"] * (1.3 if crowded else 1)
        self.annotations.append({
            "id": len(self.annotations) + 1, "image_id": scene.image["id"],
            "category_id": IDS[category], "bbox": box, "area": round(area(box), 2), "iscrowd": 0,
            "attributes": attributes, "rater_id": self.name, "annotation_time": round(seconds, 1),
        })

    def planted(self):
        return {
            "annotator": self.name,
            "scale": self.habits["scale"],
            "unassigned-images": sorted(self.unassigned),
            "counts": {
                "annotations": len(self.annotations), "missed": len(self.missed),
                "extra": len(self.extra), "in-crowd": len(self.in_crowd),
                "mislabelled": len(self.mislabelled), "attributes": len(self.attributes),
            },
            "missed": self.missed, "extra": self.extra, "in-crowd": self.in_crowd,
            "mislabelled": self.mislabelled, "attributes": self.attributes, "boxes": self.boxes,
        }


def offsets(box, gold):
    """How far left, top, right and bottom edge lie outside gold's, in pixels; inside is negative."""
    return [
        round(gold[0] - box[0], 1), round(gold[1] - box[1], 1),
        round(box[0] + box[2] - gold[0] - gold[2], 1), round(box[1] + box[3] - gold[1] - gold[3], 1),
    ]


def check_boxes(street, annotator):
    """What is planted must leave no doubt: each label is near its gold object and far from all others."""
    origin = {entry["annotation"]: entry["gold"] for entry in annotator.boxes}
    for record in annotator.annotations:
        for gold in street.objects:
            if gold["image_id"] != record["image_id"]:
                continue
            overlap = iou(record["bbox"], gold["bbox"])
            if origin.get(record["id"]) == gold["id"]:
                assert overlap >= 0.7, (annotator.name, record, gold)
            else:
                assert overlap < (0.5 if record["id"] in origin else 0.1), (annotator.name, record)


def check_strangers(first, second):
    """No label of one annotator may be taken for one of the other that has another origin."""
    origins = [{entry["annotation"]: entry["gold"] for entry in one.boxes} for one in (first, second)]
    for a in first.annotations:
        for b in second.annotations:
            if a["image_id"] != b["image_id"]:
                continue
            origin = origins[0].get(a["id"])
            overlap = iou(a["bbox"], b["bbox"])
            if origin is not None and origin == origins[1].get(b["id"]):
                assert overlap >= 0.5, (a, b)
            else:
                assert overlap < 0.5, (a, b)
