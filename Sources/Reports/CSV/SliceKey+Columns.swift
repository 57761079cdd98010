import Findings

/// Columns of a table keep their places, so that those of new keys come after all others.
extension SliceKey {
  /// Keys whose columns stand before the number.
  static let columns = allCases.filter { !laterColumns.contains($0) }
  /// Keys that came when the tables were in use already.
  static let laterColumns: [SliceKey] = [.scenario]
}
