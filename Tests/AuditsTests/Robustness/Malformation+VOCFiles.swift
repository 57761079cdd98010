import Foundation
import Glibc

/// What is wrong with files of Pascal VOC as files: how they are encoded, how large they are, what stands in their place.
extension Malformation {
  private static let kitten = document("K\u{E4}tzchen")

  private static func document(_ name: String, more: String = "") -> String {
    "<annotation><filename>a.jpg</filename><size><width>100</width><height>80</height></size>\n"
      + object(name: name, 10, 12, 30, 40) + more + "</annotation>\n"
  }

  static let limits: [Malformation] = [
    .voc(
      35,
      "UTF-16 with its mark",
      bytes: kitten.data(using: .utf16).map(Array.init) ?? [],
      finds: [],
      kept: 2,
      reads: "the mark says it"
    ),
    .voc(
      35,
      "UTF-8 with a mark",
      bytes: Array(("\u{FEFF}" + kitten).utf8),
      finds: [],
      kept: 2,
      reads: "the mark is no part of the text"
    ),
    .voc(
      35,
      "UTF-8 that says it is Latin-1",
      bytes: Array(("<?xml version='1.0' encoding='ISO-8859-1'?>\n" + kitten).utf8),
      finds: ["unusable-record"],
      kept: 1
    ),
    .voc(
      35,
      "an encoding that nobody knows",
      bytes: Array(("<?xml version='1.0' encoding='no-such'?>\n" + kitten).utf8),
      finds: ["unusable-record"],
      kept: 1
    ),
    .voc(
      36,
      "a billion laughs",
      bytes: Array(
        ("<!DOCTYPE annotation [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n"
          + document("&b;")).utf8
      ),
      finds: ["unusable-record"],
      kept: 1
    ),
    .voc(
      0,
      "elements nested 300 deep",
      bytes: Array(
        document(
          "cat",
          more: String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
        ).utf8
      ),
      finds: ["unusable-record"],
      kept: 1
    ),
    .voc(
      0,
      "a tag with 100,000 attributes, for which parsers take the square of the time",
      bytes: Array(
        document("cat", more: "<a" + (0..<100_000).map { " a\($0)=''" }.joined() + "/>").utf8
      ),
      finds: ["unusable-record"],
      kept: 1
    ),
    arranged("a file of 65 MB", finds: "unusable-record") { folder in
      _ = truncate("\(folder)/a.xml", 65 << 20)
    },
  ]

  static let places: [Malformation] = [
    arranged("a folder named like a file", finds: "unusable-record") { folder in
      unlink("\(folder)/a.xml")
      mkdir("\(folder)/a.xml", 0o700)
    },
    arranged("a named pipe, into which nobody writes", finds: "unusable-record") { folder in
      unlink("\(folder)/a.xml")
      mkfifo("\(folder)/a.xml", 0o600)
    },
    arranged("a link to a device without end", finds: "unusable-record") { folder in
      unlink("\(folder)/a.xml")
      symlink("/dev/zero", "\(folder)/a.xml")
    },
    arranged("a link to nothing", finds: "unusable-record") { folder in
      unlink("\(folder)/a.xml")
      symlink("none.xml", "\(folder)/a.xml")
    },
    arranged("a loop of links", finds: "unusable-record") { folder in
      unlink("\(folder)/a.xml")
      symlink("a.xml", "\(folder)/a.xml")
    },
  ]

  static let people: [Malformation] = [
    folders("one folder an annotator", sizes: ("100", "100"), reads: "and the folders are named"),
    folders("annotators who give an image different sizes", sizes: ("100", "101")),
  ]

  private static func folders(
    _ title: String,
    sizes: (String, String),
    reads reason: String? = nil
  ) -> Malformation {
    let files = [("alice", sizes.0), ("bob", sizes.1)].map { name, width in
      (
        name: "\(name)/a.xml",
        bytes: Array(document("cat").replacing("<width>100", with: "<width>\(width)").utf8)
      )
    }
    return Malformation(
      number: 0,
      title: title,
      files: files,
      readsFolder: true,
      expectation: reason.map(Expectation.reading) ?? .findings(["unusable-record"]),
      kept: 2
    )
  }

  /// Two files, the first of which becomes something else before they are read.
  private static func arranged(
    _ title: String,
    finds rule: String,
    _ arrange: @escaping @Sendable (_ folder: String) -> Void
  ) -> Malformation {
    var malformation = voc(0, title, bytes: Array(document("cat").utf8), finds: [rule], kept: 1)
    malformation.arrange = arrange
    return malformation
  }
}
