import GRDB

/// Values of a row as the schema has them.
///
/// A file that was changed by hand may hold something else; GRDB's own subscripts would trap on it.
extension Row {
  func integer(_ column: String) throws -> Int { try kept(column) }

  func text(_ column: String) throws -> String { try kept(column) }

  func optionalText(_ column: String) throws -> String? { try optional(column) }

  func optionalReal(_ column: String) throws -> Double? { try optional(column) }

  private func kept<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    guard let value: Value = try optional(column) else { throw Self.wrongKind(column) }
    return value
  }

  private func optional<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
    guard let stored = self[column] as DatabaseValue?, !stored.isNull else { return nil }
    guard let value = Value.fromDatabaseValue(stored) else { throw Self.wrongKind(column) }
    return value
  }

  private static func wrongKind(_ column: String) -> DatabaseError {
    DatabaseError(
      resultCode: .SQLITE_CORRUPT,
      message: "a row has no value, or one of the wrong kind, in the column '\(column)'"
    )
  }
}
