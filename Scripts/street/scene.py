"""The scenes: what stands where, how it is drawn, and the gold labels that follow from the drawing."""
from street.boxes import intersection, iou
from street.dice import Dice
from street.picture import (
    DARK, FAR_WALL, HEIGHT, LIGHT, NEAR_WALL, PAVEMENT, PALETTES, ROAD, WHITE, WIDTH, WINDOW, Picture,
    Stamp,
)
from street.shapes import SIZES, draw

CATEGORIES = [
    {"id": 1, "name": "car", "supercategory": "vehicle"},
    {"id": 2, "name": "van", "supercategory": "vehicle"},
    {"id": 3, "name": "person", "supercategory": "human"},
    {"id": 4, "name": "bicycle", "supercategory": "vehicle"},
    {"id": 5, "name": "motorcycle", "supercategory": "vehicle"},
    {"id": 6, "name": "traffic light", "supercategory": "outdoor"},
    {"id": 7, "name": "sign", "supercategory": "outdoor"},
]
IDS = {category["name"]: category["id"] for category in CATEGORIES}
NAMES = {category["id"]: category["name"] for category in CATEGORIES}
FREQUENCIES = {
    "car": 28, "van": 8, "person": 30, "bicycle": 9, "motorcycle": 6, "traffic light": 9, "sign": 10,
}
# How many objects each image has: none, 1–3, 4–9, 10–29, 30 or more.
COUNTS = [0, 1, 2, 3, 1, 2, 3, 2, 3, 4, 5, 6, 7, 8, 9, 6, 5, 10, 12, 14, 17, 20, 24, 36]
CROWD_IMAGE = 20
# Things that are no objects; an annotator may take them for one.
MISTAKABLE = {"bin": "person", "poster": "sign", "lamp": "traffic light"}
MOUNTED = ("traffic light", "sign", "lamp")

# Lower ends of things on the picture, in pixels from the top.
HORIZON, KERB, FAR_LANE, NEAR_LANE, NEAR_KERB = 97, 113, (128, 138), (159, 174), 180
# The smallest side of a label, and the largest share of an object that another one's box may cover.
MINIMUM_SIDE, MAXIMUM_COVER, MAXIMUM_IOU = 6, 0.5, 0.35


class Thing:
    """Something in a picture; with a category, an object that must be labelled."""

    def __init__(self, name, baseline, stamp, facts, pole=None):
        self.name, self.baseline, self.stamp, self.facts, self.pole = name, baseline, stamp, facts, pole
        self.box = stamp.box
        # Whether an annotator has taken it for an object already.
        self.taken = False


class Scene:
    """One picture with its labels."""

    def __init__(self, number, count, first_id):
        self.dice = Dice(f"street {number}")
        self.zoom = 1.0 if count < 10 else 0.8 if count < 30 else 0.68
        self.image = {
            "id": number, "file_name": f"street_{number:02}.png", "width": WIDTH, "height": HEIGHT,
            "scene": list(PALETTES)[number % 3],
        }
        self.people = self.crowd_people() if number == CROWD_IMAGE else []
        self.things, self.mistakable = [], []
        while len(self.things) < count:
            self.place(self.dice.weighted(FREQUENCIES), self.things)
        for name in MISTAKABLE:
            for _ in range(2):
                self.place(name, self.mistakable)
        self.picture, shown = self.paint()
        self.objects = [
            self.label(first_id + index, thing, shown[id(thing)])
            for index, thing in enumerate(self.things)
        ]
        self.crowd = self.crowd_label(first_id + count) if self.people else None

    # --- placing

    def place(self, name, things, tries=300):
        """Adds a thing where there is room; nothing where there is none."""
        for _ in range(tries):
            thing = self.candidate(name)
            if self.fits(thing):
                return things.append(thing)

    def candidate(self, name):
        dice = self.dice
        baseline = self.baseline(name)
        depth = (baseline - HORIZON) / (HEIGHT - HORIZON)
        tall, ratio = SIZES[name]
        near = 0.75 + 0.4 * depth if name in MOUNTED or name == "poster" else 0.5 + 0.65 * depth
        height = tall * near * self.zoom * dice.number(0.92, 1.08)
        width = height * ratio
        over = 0.45 * width if name in ("car", "van") else -2
        x = dice.number(-over, WIDTH - width + over)
        pole, y = None, baseline - height
        if name in MOUNTED:
            y -= 34 * near
            middle = x + width / 2
            pole = Stamp(middle - 1, y + height, 2, baseline - y - height)
            pole.rectangle(DARK, 0, 0, 1, 1)
        stamp, facts = draw(name, x, y, width, height, dice)
        return Thing(name, baseline, stamp, facts, pole)

    def baseline(self, name):
        dice = self.dice
        if name == "poster":
            return dice.integer(HORIZON - 14, HORIZON - 4)
        on_pavement = [(HORIZON + 6, KERB - 3), (NEAR_KERB + 4, HEIGHT - 2)]
        if name in MOUNTED or name == "bin":
            return dice.integer(*dice.choice(on_pavement))
        if name == "person":
            return dice.integer(*dice.choice(on_pavement + [(KERB + 8, NEAR_KERB - 4)]))
        return dice.integer(*dice.choice([FAR_LANE, NEAR_LANE]))

    def fits(self, thing):
        box = thing.box
        if box is None or min(box[2:]) < MINIMUM_SIDE or box[1] < 2:
            return False
        in_picture = len(thing.stamp.visible) / len(thing.stamp.pixels)
        if in_picture < (0.55 if thing.name in FREQUENCIES else 1):
            return False
        crowd = self.crowd_box() if self.people else None
        if crowd and intersection(box, crowd):
            return False
        if thing.name in MISTAKABLE:
            return not any(intersection(box, t.box) for t in self.things + self.mistakable)
        return all(
            iou(box, other.box) <= MAXIMUM_IOU
            and intersection(box, other.box) <= MAXIMUM_COVER * min(area(box), area(other.box))
            for other in self.things
        )

    # --- painting

    def paint(self):
        """The picture, and how many pixels of each thing can be seen."""
        picture = Picture(self.image["scene"])
        paint_background(picture, self.image["scene"], self.dice)
        owners = {}
        for thing in sorted(
            self.things + self.mistakable + self.people, key=lambda thing: thing.baseline
        ):
            if thing.pole:
                picture.put(thing.pole)
                owners.update(dict.fromkeys(thing.pole.visible))
            picture.put(thing.stamp)
            owners.update(dict.fromkeys(thing.stamp.visible, id(thing)))
        if self.image["scene"] == "rain":
            paint_rain(picture, self.dice)
        shown = {id(thing): 0 for thing in self.things}
        for owner in owners.values():
            if owner in shown:
                shown[owner] += 1
        return picture, shown

    # --- labels

    def label(self, number, thing, shown):
        x, y, width, height = thing.box
        record = {
            "id": number, "image_id": self.image["id"], "category_id": IDS[thing.name],
            "bbox": thing.box, "area": width * height, "iscrowd": 0,
        }
        in_picture = len(thing.stamp.visible)
        truncated = in_picture < len(thing.stamp.pixels)
        if "outline" in thing.facts and not truncated:
            stamp = thing.stamp
            ring = [
                (min(max(round(stamp.x + u * stamp.width, 1), x), x + width),
                 min(max(round(stamp.y + v * stamp.height, 1), y), y + height))
                for u, v in thing.facts["outline"]
            ]
            record["segmentation"] = [[part for point in ring for part in point]]
            record["area"] = round(ring_area(ring), 2)
        record["attributes"] = {"occluded": shown < 0.8 * in_picture, "truncated": truncated}
        if "state" in thing.facts:
            record["attributes"]["state"] = thing.facts["state"]
        return record

    def crowd_people(self):
        """A group on the far pavement, too dense to be labelled one by one."""
        people = []
        for index in range(16):
            x, baseline = 118 + 4.4 * index + self.dice.number(-1, 1), self.dice.integer(102, 108)
            height = 24 * self.dice.number(0.9, 1.1)
            stamp, facts = draw("person", x, baseline - height, height * 0.38, height, self.dice)
            people.append(Thing("person", baseline, stamp, facts))
        return people

    def crowd_pixels(self):
        return {place for person in self.people for place in person.stamp.visible}

    def crowd_box(self):
        crowd = Stamp(0, 0, 1, 1)
        crowd.pixels = dict.fromkeys(self.crowd_pixels(), 0)
        return crowd.box

    def crowd_label(self, number):
        """The group as one region: run lengths down the columns, the first run background."""
        pixels = self.crowd_pixels()
        runs, inside = [0], False
        for x in range(WIDTH):
            for y in range(HEIGHT):
                if ((x, y) in pixels) != inside:
                    runs.append(0)
                    inside = not inside
                runs[-1] += 1
        return {
            "id": number, "image_id": self.image["id"], "category_id": IDS["person"],
            "bbox": self.crowd_box(), "area": len(pixels), "iscrowd": 1,
            "segmentation": {"size": [HEIGHT, WIDTH], "counts": runs},
        }


class Street:
    """All scenes."""

    def __init__(self):
        self.scenes, next_id = [], 1
        for number, count in enumerate(COUNTS, start=1):
            scene = Scene(number, count, next_id)
            assert len(scene.objects) == count, f"no room for the objects of image {number}"
            self.scenes.append(scene)
            next_id += count + (scene.crowd is not None)
        self.images = [scene.image for scene in self.scenes]
        self.objects = [record for scene in self.scenes for record in scene.objects]
        self.crowd = next(scene.crowd for scene in self.scenes if scene.crowd)
        self.gold = sorted(self.objects + [self.crowd], key=lambda record: record["id"])


def area(box):
    return box[2] * box[3]


def ring_area(ring):
    """The shoelace formula."""
    return abs(sum(
        x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1])
    )) / 2


# --- what every scene has

def paint_background(picture, scene, dice):
    paint_sky(picture, scene, dice)
    paint_houses(picture, dice)
    picture.rectangle(PAVEMENT, 0, HORIZON, WIDTH, KERB - HORIZON)
    picture.rectangle(ROAD, 0, KERB, WIDTH, NEAR_KERB - KERB)
    picture.rectangle(PAVEMENT, 0, NEAR_KERB, WIDTH, HEIGHT - NEAR_KERB)
    for y in (KERB, NEAR_KERB - 2):
        picture.rectangle(LIGHT, 0, y, WIDTH, 2)
    for x in range(dice.integer(-20, 0), WIDTH, 36):
        picture.rectangle(WHITE, x, 146, 18, 2)
    if dice.chance(0.5):
        crossing = dice.integer(30, 240)
        for y in range(KERB + 5, NEAR_KERB - 6, 9):
            stripe = Stamp(crossing - (y - KERB) * 0.25, y, 46 + (y - KERB) * 0.2, 5)
            stripe.polygon(WHITE, [(0.04, 0), (0.98, 0), (1, 1), (0, 1)])
            picture.put(stripe)


def paint_sky(picture, scene, dice):
    if scene == "night":
        moon = Stamp(dice.integer(30, 280), 10, 14, 14)
        moon.disc(LIGHT, 0.5, 0.5, 0.5)
        picture.put(moon)
        for _ in range(28):
            picture.rectangle(WHITE, dice.integer(0, WIDTH - 1), dice.integer(0, 50), 1, 1)
        return
    for _ in range(3 if scene == "day" else 6):
        cloud = Stamp(dice.integer(-10, 280), dice.integer(4, 26), 44, 14)
        for u, v, radius in ((0.25, 0.6, 0.4), (0.5, 0.4, 0.5), (0.75, 0.62, 0.38)):
            cloud.disc(LIGHT, u, v, radius)
        picture.put(cloud)


def paint_houses(picture, dice):
    x = -dice.integer(0, 20)
    while x < WIDTH:
        width, height = dice.integer(30, 58), dice.integer(44, 78)
        picture.rectangle(FAR_WALL, x, HORIZON - height, width, height)
        x += width - dice.integer(0, 8)
    x = -dice.integer(0, 30)
    while x < WIDTH:
        width, height = dice.integer(34, 64), dice.integer(30, 58)
        if dice.chance(0.75):
            paint_house(picture, x, width, height, dice)
        x += width + 2


def paint_house(picture, x, width, height, dice):
    picture.rectangle(NEAR_WALL, x, HORIZON - height, width, height)
    roof = Stamp(x, HORIZON - height - 8, width, 8)
    if dice.chance(0.5):
        roof.polygon(DARK, [(0, 1), (0.14, 0), (0.86, 0), (1, 1)])
        picture.put(roof)
    for left in range(x + 5, x + width - 9, 13):
        for top in range(HORIZON - height + 6, HORIZON - 24, 14):
            picture.rectangle(WINDOW, left, top, 7, 8)
    picture.rectangle(DARK, x + width // 2 - 4, HORIZON - 15, 8, 15)


def paint_rain(picture, dice):
    for _ in range(170):
        x, y = dice.integer(0, WIDTH - 1), dice.integer(0, HEIGHT - 8)
        drop = Stamp(x, y, 2, 6)
        drop.line(LIGHT, [(1, 0), (0, 1)], 0)
        picture.put(drop)
