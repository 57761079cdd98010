"""Gold labels of which some have another category: what a search for wrong labels must find."""
import copy

from street.dice import Dice
from street.scene import IDS, NAMES

# How many of the 200 objects: every 17th or so.
COUNT = 12


class Mislabelled:
    """Boxes are gold's; only categories are wrong, and any other category may stand in a wrong label."""

    def __init__(self, street):
        dice = Dice("mislabelled")
        self.annotations = copy.deepcopy(street.gold)
        self.images = {image["id"]: image["file_name"] for image in street.images}
        self.planted = []
        objects = [record for record in self.annotations if not record["iscrowd"]]
        while len(self.planted) < COUNT:
            record = dice.choice(objects)
            objects.remove(record)
            self.mislabel(record, dice)
        self.planted.sort(key=lambda entry: entry["annotation"])

    def mislabel(self, record, dice):
        name = NAMES[record["category_id"]]
        called = dice.choice([other for other in IDS if other != name])
        record["category_id"] = IDS[called]
        self.planted.append({
            "annotation": record["id"], "image": self.images[record["image_id"]],
            "from": name, "to": called,
        })
