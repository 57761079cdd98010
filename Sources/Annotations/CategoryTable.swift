/// Columns with one row a declared category, in the order of the file.
package struct CategoryTable: Sendable {
  package var ids: [RecordID] = []
  package var names: [String] = []
  /// Empty where the file gives none.
  package var supercategories: [String] = []
  package var places: [SourcePlace] = []

  package init() {}

  package var count: Int { ids.count }
}
