"""How a thing of each category looks, in units of its box."""
from street.picture import BLACK, BLUE, DARK, GLASS, GREEN, LIGHT, RED, SKIN, WHITE, YELLOW, Stamp

# Height in pixels at scale 1, and width in heights.
SIZES = {
    "car": (30, 2.1), "van": (42, 1.75), "person": (46, 0.38), "bicycle": (28, 1.6),
    "motorcycle": (30, 1.6), "traffic light": (27, 0.44), "sign": (19, 1.0),
    "bin": (22, 0.7), "poster": (20, 0.8), "lamp": (16, 0.5),
}
# The outline of a car, for its polygon: body and wheels.
CAR_OUTLINE = [
    (0, 0.48), (0.2, 0.42), (0.32, 0), (0.7, 0), (0.86, 0.42), (1, 0.5), (1, 0.84), (0.89, 0.86),
    (0.8, 1), (0.71, 0.86), (0.29, 0.86), (0.2, 1), (0.11, 0.86), (0, 0.84),
]
OCTAGON = [
    (0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3),
]
TRIANGLE = [(0, 0), (1, 0), (0.5, 1)]
PAINTS = [RED, BLUE, WHITE, DARK, GREEN, YELLOW, LIGHT]


def draw(name, x, y, width, height, dice):
    """The stamp of a thing, and what is known of it beside its place: its outline, its state."""
    stamp = Stamp(x, y, width, height)
    return stamp, SHAPES[name](stamp, dice) or {}


def car(stamp, dice):
    stamp.polygon(dice.choice(PAINTS), CAR_OUTLINE)
    stamp.polygon(GLASS, [(0.27, 0.42), (0.36, 0.1), (0.49, 0.1), (0.49, 0.42)])
    stamp.polygon(GLASS, [(0.53, 0.42), (0.53, 0.1), (0.66, 0.1), (0.77, 0.42)])
    stamp.rectangle(YELLOW, 0.95, 0.52, 1, 0.64)
    stamp.rectangle(RED, 0, 0.52, 0.04, 0.64)
    wheels(stamp)
    return {"outline": CAR_OUTLINE}


def van(stamp, dice):
    stamp.polygon(dice.choice(PAINTS), [
        (0, 0.05), (0.03, 0), (0.7, 0), (0.86, 0.38), (1, 0.48), (1, 0.86), (0, 0.86),
    ])
    stamp.polygon(GLASS, [(0.59, 0.1), (0.69, 0.1), (0.81, 0.38), (0.59, 0.38)])
    stamp.rectangle(dice.choice([BLUE, DARK, RED]), 0.06, 0.5, 0.5, 0.58)
    stamp.rectangle(YELLOW, 0.95, 0.52, 1, 0.6)
    wheels(stamp)


def wheels(stamp):
    for u in (0.2, 0.8):
        stamp.disc(BLACK, u, 0.84, 0.16)
        stamp.disc(LIGHT, u, 0.84, 0.07)


def person(stamp, dice):
    shirt, trousers = dice.choice([RED, BLUE, GREEN, YELLOW, WHITE]), dice.choice([DARK, BLACK, BLUE])
    spread = dice.choice([0.0, 0.18])
    stamp.polygon(trousers, [(0.26, 0.54), (0.52, 0.54), (0.44 - spread, 1), (0.22 - spread, 1)])
    stamp.polygon(trousers, [(0.48, 0.54), (0.74, 0.54), (0.78 + spread, 1), (0.56 + spread, 1)])
    stamp.polygon(SKIN, [(0.1, 0.24), (0.26, 0.22), (0.22, 0.56), (0, 0.54)])
    stamp.polygon(SKIN, [(0.74, 0.22), (0.9, 0.24), (1, 0.54), (0.78, 0.56)])
    stamp.polygon(shirt, [(0.14, 0.21), (0.86, 0.21), (0.76, 0.58), (0.24, 0.58)])
    stamp.disc(SKIN, 0.5, 0.1, 0.1)
    stamp.polygon(dice.choice([BLACK, DARK, YELLOW]), [(0.26, 0), (0.74, 0), (0.74, 0.06), (0.26, 0.06)])


def bicycle(stamp, dice):
    for u in (0.2, 0.8):
        stamp.disc(BLACK, u, 0.68, 0.32, hole=0.24)
    paint = dice.choice([RED, BLUE, GREEN, YELLOW])
    stamp.line(paint, [(0.2, 0.68), (0.36, 0.3), (0.66, 0.26), (0.48, 0.7), (0.2, 0.68)])
    stamp.line(paint, [(0.36, 0.22), (0.48, 0.7)])
    stamp.line(paint, [(0.64, 0.08), (0.8, 0.68)])
    stamp.rectangle(BLACK, 0.28, 0.16, 0.44, 0.23)
    stamp.rectangle(BLACK, 0.54, 0, 0.7, 0.08)


def motorcycle(stamp, dice):
    for u in (0.19, 0.81):
        stamp.disc(BLACK, u, 0.7, 0.3)
        stamp.disc(LIGHT, u, 0.7, 0.12)
    stamp.line(LIGHT, [(0.66, 0.1), (0.81, 0.7)], 0.08)
    stamp.polygon(dice.choice([RED, BLUE, GREEN, YELLOW]), [
        (0.3, 0.4), (0.44, 0.24), (0.66, 0.22), (0.72, 0.46), (0.56, 0.72), (0.34, 0.72),
    ])
    stamp.rectangle(BLACK, 0.06, 0.28, 0.44, 0.4)
    stamp.rectangle(BLACK, 0.54, 0, 0.72, 0.09)
    stamp.line(LIGHT, [(0.1, 0.84), (0.5, 0.8)], 0.1)
    stamp.disc(YELLOW, 0.77, 0.28, 0.08)


def traffic_light(stamp, dice):
    stamp.rectangle(BLACK, 0, 0, 1, 1)
    state = dice.choice(["red", "amber", "green"])
    for name, colour, v in (("red", RED, 0.2), ("amber", YELLOW, 0.5), ("green", GREEN, 0.8)):
        stamp.disc(colour if name == state else DARK, 0.5, v, 0.12)
    return {"state": state}


def sign(stamp, dice):
    kind = dice.choice(["stop", "yield", "speed", "parking"])
    if kind == "yield":
        stamp.polygon(RED, TRIANGLE)
        stamp.polygon(WHITE, [(0.24, 0.14), (0.76, 0.14), (0.5, 0.68)])
        return {"outline": TRIANGLE}
    if kind == "parking":
        stamp.rectangle(BLUE, 0, 0, 1, 1)
        stamp.rectangle(WHITE, 0.3, 0.18, 0.44, 0.84)
        stamp.rectangle(WHITE, 0.3, 0.18, 0.72, 0.3)
        stamp.rectangle(WHITE, 0.3, 0.46, 0.72, 0.58)
        stamp.rectangle(WHITE, 0.6, 0.18, 0.72, 0.58)
        return {"outline": [(0, 0), (1, 0), (1, 1), (0, 1)]}
    stamp.polygon(RED, OCTAGON)
    if kind == "stop":
        stamp.rectangle(WHITE, 0.16, 0.4, 0.84, 0.6)
    else:
        stamp.disc(WHITE, 0.5, 0.5, 0.34)
        stamp.rectangle(BLACK, 0.32, 0.36, 0.42, 0.66)
        stamp.rectangle(BLACK, 0.54, 0.36, 0.68, 0.66)
    return {"outline": OCTAGON}


# Things that are no objects, but that an annotator may take for one.

def litter_bin(stamp, dice):
    stamp.rectangle(DARK, 0, 0, 1, 0.14)
    stamp.polygon(GREEN, [(0.06, 0.14), (0.94, 0.14), (0.84, 1), (0.16, 1)])
    stamp.rectangle(DARK, 0.24, 0.28, 0.76, 0.4)


def poster(stamp, dice):
    stamp.rectangle(WHITE, 0, 0, 1, 1)
    stamp.rectangle(dice.choice([RED, BLUE, YELLOW]), 0.1, 0.08, 0.9, 0.6)
    stamp.rectangle(DARK, 0.1, 0.72, 0.9, 0.8)


def lamp(stamp, dice):
    stamp.polygon(DARK, [(0.3, 0), (0.7, 0), (1, 0.2), (0, 0.2)])
    stamp.polygon(YELLOW, [(0.06, 0.2), (0.94, 0.2), (0.7, 1), (0.3, 1)])


SHAPES = {
    "car": car, "van": van, "person": person, "bicycle": bicycle, "motorcycle": motorcycle,
    "traffic light": traffic_light, "sign": sign, "bin": litter_bin, "poster": poster, "lamp": lamp,
}
