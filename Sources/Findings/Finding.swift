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
    evidence: [String: Double] = [:]
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
    fingerprint = Self.fingerprint(
      rule: rule,
      image: image,
      category: category,
      box: box,
      subject: image == nil && box == nil ? message : ""
    )
  }

  /// FNV-1a (64 bits, hexadecimal) over the parts, separated by a byte that UTF-8 never holds.
  private static func fingerprint(
    rule: String,
    image: String?,
    category: String?,
    box: [Double]?,
    subject: String
  ) -> String {
    let rounded = (box ?? []).map { number -> String in
      // A box of a hostile file may not fit an integer; its own digits serve then.
      Int(exactly: number.rounded()).map(String.init) ?? "\(number)"
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in [rule, image ?? "", category ?? "", rounded.joined(separator: ","), subject] {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
