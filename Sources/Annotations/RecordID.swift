/// The identity that a file gives to a record: a number, or a text held once in the data set's strings.
package enum RecordID: Hashable, Sendable {
  case number(Int64)
  case text(StringCode)
  /// The file names none (Pascal VOC objects, some results files).
  case absent
}

/// The place of a text in a `StringTable`.
package struct StringCode: RawRepresentable, Hashable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }
}
