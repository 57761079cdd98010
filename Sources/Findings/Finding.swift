/// One thing that a rule found wrong, with all that a reader needs to look at it.
package struct Finding: Hashable, Codable, Sendable {
  /// Id of the rule.
  package var rule: String
  package var severity: Severity
  /// File name of the image.
  package var image: String?
  /// Id of the annotation as the file writes it.
  package var annotation: String?
  /// Name of the category.
  package var category: String?
  /// `[x, y, width, height]` in pixels.
  package var box: [Double]?
  package var place: Place?
  /// What is wrong and what was expected, in one line.
  package var message: String
  /// What to do about it.
  package var hint: String
  /// Numbers that a reader needs to see it: image size, the other box, areas.
  package var evidence: [String: Double]
  /// Hash of image, category, rounded box and rule: survives re-ordering and new ids.
  package var fingerprint: String
  /// File name of another image that it is about as well.
  package var otherImage: String?
  /// Parts of images that show it; `nil` where no image was looked at.
  package var pictures: [Picture]?
  /// Set by a gate that was given a baseline or waivers.
  package var standing: Standing?

  /// `identity` says what the finding is about, where image, category and box do not tell it or depend on
  /// the order of records: of a group of which all but one are reported, the group.
  package init(
    rule: String,
    severity: Severity,
    image: String? = nil,
    annotation: String? = nil,
    category: String? = nil,
    box: [Double]? = nil,
    place: Place? = nil,
    message: String,
    hint: String = "",
    evidence: [String: Double] = [:],
    identity: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.image = image
    self.annotation = annotation
    self.category = category
    self.box = box
    self.place = place
    self.message = message
    self.hint = hint
    self.evidence = evidence
    let parts =
      identity.map { [$0] }
      ?? Self.subject(
        image: image,
        category: category,
        box: box,
        message: image == nil && box == nil ? message : ""
      )
    fingerprint = Fingerprint([rule] + parts).description
  }

  /// What tells one subject from another without ids and places.
  package static func subject(
    image: String?,
    category: String?,
    box: [Double]?,
    message: String = ""
  ) -> [String] {
    let rounded = (box ?? []).map { number -> String in
      // A box of a hostile file may not fit an integer; its own digits serve then.
      Int(exactly: number.rounded()).map(String.init) ?? "\(number)"
    }
    return [
      image ?? "", category ?? "", rounded.joined(separator: ","), withoutNumbers(message),
    ]
  }

  /// Numbers in a message are ids, positions and measured values, which change where the thing does not.
  private static func withoutNumbers(_ message: String) -> String {
    var text = ""
    var isNumber = false
    for scalar in message.unicodeScalars {
      let isDigit = "0"..."9" ~= scalar
      if !isDigit { text.unicodeScalars.append(scalar) } else if !isNumber { text += "#" }
      isNumber = isDigit
    }
    return text
  }
}
