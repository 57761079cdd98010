"""Pictures of 16 colours, and what is stamped on them."""
import struct
import zlib

WIDTH, HEIGHT = 320, 200

(SKY, FAR_WALL, NEAR_WALL, WINDOW, PAVEMENT, ROAD, WHITE, BLACK, GLASS, SKIN, RED, BLUE, YELLOW,
 GREEN, DARK, LIGHT) = range(16)

PALETTES = {
    "day": [
        (150, 200, 235), (186, 172, 156), (158, 118, 96), (84, 104, 124), (196, 192, 184),
        (98, 100, 106), (240, 240, 232), (24, 24, 28), (196, 226, 238), (226, 174, 138),
        (206, 44, 40), (42, 94, 184), (242, 188, 42), (58, 148, 74), (62, 64, 78), (214, 216, 222),
    ],
    "night": [
        (18, 22, 46), (38, 38, 60), (54, 44, 54), (232, 194, 92), (72, 72, 86),
        (46, 48, 56), (164, 164, 156), (8, 8, 12), (84, 104, 134), (168, 122, 98),
        (194, 38, 40), (44, 72, 156), (236, 184, 66), (44, 122, 68), (32, 34, 46), (142, 146, 158),
    ],
    "rain": [
        (158, 166, 174), (136, 136, 138), (116, 102, 96), (88, 98, 108), (136, 138, 142),
        (80, 84, 90), (204, 208, 208), (24, 26, 30), (158, 176, 188), (194, 154, 130),
        (172, 52, 50), (54, 84, 140), (206, 166, 70), (66, 122, 80), (58, 62, 72), (180, 184, 190),
    ],
}


class Stamp:
    """The pixels of one thing, drawn in units of its box; may reach beyond the picture."""

    def __init__(self, x, y, width, height):
        self.x, self.y, self.width, self.height = x, y, width, height
        self.pixels = {}

    def polygon(self, colour, points):
        corners = [(self.x + u * self.width, self.y + v * self.height) for u, v in points]
        top, bottom = min(y for _, y in corners), max(y for _, y in corners)
        for row in range(int(top // 1), int(bottom // 1) + 1):
            crossings = sorted(_crossings(corners, row + 0.5))
            for start, end in zip(crossings[::2], crossings[1::2]):
                for column in range(int((start + 0.5) // 1), int((end + 0.5) // 1)):
                    self.pixels[column, row] = colour

    def rectangle(self, colour, left, top, right, bottom):
        """At least one pixel in each direction."""
        x, y = round(self.x + left * self.width), round(self.y + top * self.height)
        end_x = max(x + 1, round(self.x + right * self.width))
        end_y = max(y + 1, round(self.y + bottom * self.height))
        for row in range(y, end_y):
            for column in range(x, end_x):
                self.pixels[column, row] = colour

    def disc(self, colour, u, v, radius, hole=0.0):
        """Radii in heights of the box; with a hole, a ring."""
        cx, cy = self.x + u * self.width, self.y + v * self.height
        outer, inner = max(radius * self.height, 0.8), hole * self.height
        for row in range(int((cy - outer) // 1), int((cy + outer) // 1) + 1):
            for column in range(int((cx - outer) // 1), int((cx + outer) // 1) + 1):
                distance = (column + 0.5 - cx) ** 2 + (row + 0.5 - cy) ** 2
                if inner * inner <= distance <= outer * outer:
                    self.pixels[column, row] = colour

    def line(self, colour, points, thickness=0.06):
        """A thickness in heights of the box, at least one pixel."""
        brush = max(0.5, thickness * self.height / 2)
        corners = [(self.x + u * self.width, self.y + v * self.height) for u, v in points]
        for (x0, y0), (x1, y1) in zip(corners, corners[1:]):
            steps = int(2 * max(abs(x1 - x0), abs(y1 - y0))) + 1
            for step in range(steps + 1):
                x, y = x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps
                for row in range(int((y - brush + 0.5) // 1), int((y + brush + 0.5) // 1)):
                    for column in range(int((x - brush + 0.5) // 1), int((x + brush + 0.5) // 1)):
                        self.pixels[column, row] = colour

    @property
    def visible(self):
        """The pixels that fall into the picture."""
        return {
            (x, y): colour for (x, y), colour in self.pixels.items()
            if 0 <= x < WIDTH and 0 <= y < HEIGHT
        }

    @property
    def box(self):
        """The smallest box around the pixels in the picture, or None."""
        pixels = self.visible
        if not pixels:
            return None
        left, top = min(x for x, _ in pixels), min(y for _, y in pixels)
        right, bottom = max(x for x, _ in pixels) + 1, max(y for _, y in pixels) + 1
        return [left, top, right - left, bottom - top]


def _crossings(corners, y):
    """Where a closed outline crosses a horizontal line."""
    for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1]):
        if (y0 <= y) != (y1 <= y):
            yield x0 + (y - y0) * (x1 - x0) / (y1 - y0)


class Picture:
    def __init__(self, scene):
        self.palette = PALETTES[scene]
        self.rows = [bytearray([SKY]) * WIDTH for _ in range(HEIGHT)]

    def put(self, stamp):
        for (x, y), colour in stamp.visible.items():
            self.rows[y][x] = colour

    def rectangle(self, colour, x, y, width, height):
        stamp = Stamp(x, y, width, height)
        stamp.rectangle(colour, 0, 0, 1, 1)
        self.put(stamp)

    def png(self):
        """Four bits a pixel in stored blocks: no compressor, so no version of one shows in the bytes."""
        raw = b"".join(
            b"\0" + bytes(left << 4 | right for left, right in zip(row[::2], row[1::2]))
            for row in self.rows
        )
        assert len(raw) < 1 << 16, "a stored block holds at most 65535 bytes"
        block = struct.pack("<BHH", 1, len(raw), len(raw) ^ 0xFFFF) + raw
        header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
        return b"\x89PNG\r\n\x1a\n" + b"".join([
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", bytes(part for colour in self.palette for part in colour)),
            _chunk(b"IDAT", b"\x78\x01" + block + struct.pack(">I", zlib.adler32(raw))),
            _chunk(b"IEND", b""),
        ])


def _chunk(kind, content):
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
