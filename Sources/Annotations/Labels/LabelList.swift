/// One label an item, in the order of a file.
package struct LabelList: Sendable {
  package let items: [String]
  /// By item: position in `categories`.
  package let labels: [Int32]
  /// Names of the labels, sorted: whole numbers by value, before texts.
  package let categories: [String]

  package init(items: [String], labels: [String]) {
    precondition(items.count == labels.count, "every item has a label")
    let categories = Set(labels).sorted { ($0.order, $0) < ($1.order, $1) }
    let codes = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, Int32($0)) })
    self.items = items
    self.labels = labels.map { codes[$0] ?? 0 }
    self.categories = categories
  }
}

extension String {
  /// What sorts whole numbers by their value.
  fileprivate var order: Int { Int(self) ?? .max }
}
