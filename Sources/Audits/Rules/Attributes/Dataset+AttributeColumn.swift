import Annotations

/// One attribute over all annotations that have it.
struct AttributeColumn {
  let name: StringCode
  /// The annotations and their values, in the order of the annotations.
  fileprivate(set) var values: [(row: Int, value: AttributeValue)] = []
  /// The different values and how many annotations have each, in order of their first use.
  fileprivate(set) var counts: [(value: AttributeValue, count: Int)] = []
  fileprivate var positions: [AttributeValue: Int] = [:]

  var rows: [Int] { values.map(\.row) }

  fileprivate init(name: StringCode) { self.name = name }

  fileprivate mutating func append(_ value: AttributeValue, row: Int) {
    values.append((row, value))
    if let position = positions[value] {
      counts[position].count += 1
    } else {
      positions[value] = counts.count
      counts.append((value, 1))
    }
  }
}

extension Dataset {
  /// All attributes, in order of their first use.
  func attributeColumns() -> [AttributeColumn] {
    guard attributes.count > 0 else { return [] }
    var positions: [StringCode: Int] = [:]
    var columns: [AttributeColumn] = []
    for row in 0..<annotations.count {
      for attribute in attributes(ofAnnotation: row) {
        let position = positions[attribute.name] ?? columns.count
        if position == columns.count {
          positions[attribute.name] = position
          columns.append(AttributeColumn(name: attribute.name))
        }
        columns[position].append(attribute.value, row: row)
      }
    }
    return columns
  }

  /// How a message writes a value.
  func text(of value: AttributeValue) -> String {
    switch value {
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): number.messageText
    case .text(let code): "'\(strings[code])'"
    case .null: "null"
    }
  }

  /// What spellings of one text have in common, or `nil` for what is no text.
  func spellingKey(of value: AttributeValue) -> String? {
    guard case .text(let code) = value else { return nil }
    return strings[code].lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
  }

  /// The number of annotations by declared category.
  var annotationsPerCategory: [Int] {
    var counts = [Int](repeating: 0, count: categories.count)
    for category in annotations.categories where category >= 0 { counts[Int(category)] += 1 }
    return counts
  }
}
