/// The category of every object of a stream, as dense codes.
package struct LabelColumn: Sendable {
  /// Index into `names`, one an object.
  package private(set) var codes: [Int32] = []
  /// In order of first use.
  package private(set) var names: [String] = []

  package init(_ labels: some Sequence<String>) {
    var known: [String: Int32] = [:]
    for label in labels {
      if let code = known[label] {
        codes.append(code)
      } else {
        let code = Int32(names.count)
        known[label] = code
        names.append(label)
        codes.append(code)
      }
    }
  }

  package var count: Int { codes.count }

  package subscript(index: Int) -> String { names[Int(codes[index])] }
}
