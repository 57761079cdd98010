extension Malformation {
  /// Of Pascal VOC, in the order of the list.
  static let voc: [Malformation] = boxes + marks + names + encodings + limits + places + people

  private static let boxes: [Malformation] = [
    .voc(
      9,
      "width and height written as xmax and ymax",
      object(50, 40, 20, 30),
      finds: "degenerate-box",
      kept: 2
    ),
    .voc(
      28,
      "a corner with a fraction",
      object("45.70", 10, 60, 40),
      finds: "fractional-corner",
      kept: 2
    ),
    .voc(
      29,
      "pixels counted from 1",
      object(1, 1, 30, 40),
      object(1, 45, 30, 79),
      object(40, 1, 55, 40),
      object(57, 1, 90, 50),
      object(1, 42, 25, 80),
      finds: "corners-count-from-one",
      kept: 6
    ),
    .voc(29, "a corner at −1", object(-1, 10, 30, 40), finds: "negative-corner", kept: 2),
    .voc(
      30,
      "corners in another order",
      "<object><bndbox><ymax>40</ymax><xmin>10</xmin><xmax>30</xmax><ymin>12</ymin></bndbox>"
        + "<name>cat</name></object>",
      kept: 2,
      reads: "children are found by their names"
    ),
    .voc(
      31,
      "minimum and maximum exchanged",
      object(30, 40, 10, 12),
      finds: "degenerate-box",
      kept: 2
    ),
    .voc(31, "a box without extent", object(30, 40, 30, 60), finds: "degenerate-box", kept: 2),
    .voc(
      31,
      "a box from 0 to the width of the image",
      object(0, 0, 100, 80),
      finds: "whole-image-box",
      kept: 2
    ),
    .voc(
      31,
      "a pair as text in a corner",
      object("(88, 100)", 10, 60, 40),
      finds: "unusable-record",
      kept: 1
    ),
    .voc(
      33,
      "a polygon in place of 'bndbox'",
      "<object><name>cat</name><polygon><x1>1</x1><y1>2</y1></polygon></object>",
      finds: "unusable-record",
      kept: 1
    ),
    .voc(0, "no 'size'", object(10, 12, 30, 40), size: "", finds: "missing-image-size", kept: 2),
    .voc(0, "a corner is missing", object(10, 12, 30), finds: "unusable-record", kept: 1),
  ]

  private static let marks: [Malformation] = [
    .voc(
      32,
      "no 'difficult', 'truncated' and 'pose', or an empty element",
      object(10, 12, 30, 40, more: "<difficult/>"),
      kept: 2,
      reads: "they are optional"
    ),
    .voc(
      32,
      "'difficult' is a word",
      object(10, 12, 30, 40, more: "<difficult>Unspecified</difficult>"),
      finds: "mark-not-zero-or-one",
      kept: 2
    ),
  ]

  private static let names: [Malformation] = [
    .voc(
      34,
      "'filename' without ending",
      object(10, 12, 30, 40),
      name: "a",
      finds: "file-name-without-ending",
      kept: 2
    ),
    .voc(
      34,
      "'filename' of another image",
      object(10, 12, 30, 40),
      name: "c.jpg",
      finds: "file-name-not-stem",
      kept: 2
    ),
    .voc(
      34,
      "'folder' and 'path' of another machine",
      object(10, 12, 30, 40),
      size: "<folder>old</folder><path>/home/x/b.jpg</path>"
        + "<size><width>100</width><height>80</height></size>",
      kept: 2,
      reads: "'filename' names the image"
    ),
    .voc(
      34,
      "'filename' is a path of Windows",
      object(10, 12, 30, 40),
      name: #"C:\data\a.jpg"#,
      finds: "unportable-file-name",
      kept: 2
    ),
    .voc(
      0,
      "no name of an object",
      object(name: "", 10, 12, 30, 40),
      finds: "unusable-record",
      kept: 1
    ),
  ]

  private static let document =
    "<annotation><filename>a.jpg</filename><size><width>100</width><height>80</height></size>"

  private static let encodings: [Malformation] = [
    .voc(
      35,
      "Latin-1, declared",
      bytes: Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8) + Array(document.utf8)
        + Array("<object><name>caf".utf8) + [0xE9]
        + Array("</name>".utf8)
        + Array(object(10, 12, 30, 40).replacing("<object><name>cat</name>", with: "").utf8)
        + Array("</annotation>".utf8),
      finds: [],
      kept: 2,
      reads: "the declaration says it"
    ),
    .voc(
      35,
      "Latin-1 that says it is UTF-8",
      bytes: Array("<?xml version='1.0' encoding='UTF-8'?>\n".utf8) + Array(document.utf8)
        + Array("<object><name>caf".utf8) + [0xE9] + Array("</name></object></annotation>".utf8),
      finds: ["unusable-record"],
      kept: 1
    ),
    .voc(
      35,
      "characters by their numbers",
      object(name: "&#99;at", 10, 12, 30, 40),
      kept: 2,
      reads: "XML defines them"
    ),
    .voc(
      35,
      "GBK, declared",
      bytes: Array("<?xml version='1.0' encoding='GBK'?>".utf8) + Array(document.utf8)
        + Array("<object><name>".utf8) + [0xC3, 0xA8]
        + Array("</name>".utf8)
        + Array(object(10, 12, 30, 40).replacing("<object><name>cat</name>", with: "").utf8)
        + Array("</annotation>".utf8),
      finds: [],
      kept: 2,
      reads: "the declaration says it"
    ),
    .voc(
      36,
      "a DOCTYPE with an entity that reads a file",
      object(name: "&x;", 10, 12, 30, 40),
      head: #"<!DOCTYPE annotation [<!ENTITY x SYSTEM "file:///etc/passwd">]>"# + "\n",
      finds: "unusable-record",
      kept: 1
    ),
    .voc(
      0,
      "a text of a million letters",
      object(name: String(repeating: "x", count: 1_000_000), 10, 12, 30, 40),
      finds: "unusable-record",
      kept: 1
    ),
    .voc(
      0,
      "a file that is cut",
      bytes: Array("<annotation>\n<filename>a.jpg".utf8),
      finds: ["unusable-record"],
      kept: 1
    ),
    .voc(
      0,
      "an XML file of something else",
      bytes: Array("<project/>".utf8),
      finds: ["unusable-record"],
      kept: 1
    ),
  ]
}
