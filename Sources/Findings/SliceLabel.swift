/// What a part of the data is cut by.
package enum SliceKey: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable, Comparable {
  case annotator
  case attribute
  case categories
  case category
  case cohort
  case complexity
  case crowding
  case iou
  case keypoint
  case pair
  case rule
  case scenario
  case scene
  case size
  case split
  case visibility
  case window

  package static func < (lhs: SliceKey, rhs: SliceKey) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// Names the part of the data that a number is about; empty for all of it.
package struct SliceLabel: Hashable, Sendable {
  package var values: [SliceKey: String]

  package init(_ values: [SliceKey: String] = [:]) { self.values = values }

  package static let overall = SliceLabel()

  /// The part of this part that has the value too.
  package func with(_ key: SliceKey, _ value: String) -> SliceLabel {
    SliceLabel(values.merging([key: value]) { $1 })
  }

  package subscript(key: SliceKey) -> String? { values[key] }

  /// Key and value pairs in a fixed order.
  package var sorted: [(key: SliceKey, value: String)] {
    let pairs = values.map { (key: $0.key, value: $0.value) }
    return pairs.count < 2 ? pairs : pairs.sorted { $0.key < $1.key }
  }
}

extension SliceLabel: Codable {
  package init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([SliceKey: String].self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }
}

extension SliceLabel: CustomStringConvertible {
  /// `category=cat, complexity=4–9`; `overall` for all of the data.
  package var description: String {
    values.isEmpty
      ? "overall" : sorted.map { "\($0.key.rawValue)=\($0.value)" }.joined(separator: ", ")
  }
}
