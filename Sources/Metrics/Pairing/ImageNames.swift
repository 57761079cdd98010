/// Finds the same image in two tables by its name.
enum ImageNames {
  /// Pairs by the whole file name, then what is left by its last component, then by its stem.
  ///
  /// A name or stem that stands more than once on a side pairs nothing by that key: which of the
  /// images is meant cannot be known.
  ///
  /// - Returns: Positions in the two lists, in no particular order.
  static func pair(_ a: [String], _ b: [String]) -> [(a: Int, b: Int)] {
    var pairs: [(a: Int, b: Int)] = []
    var left = Sides(a: Array(a.indices), b: Array(b.indices))
    for key in [{ $0 }, lastComponent, stem] as [(String) -> String] {
      let rows = Sides(
        a: unique(left.a, key: { key(a[$0]) }),
        b: unique(left.b, key: { key(b[$0]) })
      )
      for (name, rowA) in rows.a {
        guard let rowB = rows.b[name] else { continue }
        pairs.append((rowA, rowB))
      }
      let paired = Sides(a: Set(pairs.map(\.a)), b: Set(pairs.map(\.b)))
      left.a.removeAll { paired.a.contains($0) }
      left.b.removeAll { paired.b.contains($0) }
    }
    return pairs
  }

  /// The file name without its folders; both kinds of slash separate.
  static func lastComponent(_ name: String) -> String {
    let component = name.utf8.split(whereSeparator: {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
    }).last
    return component.map { String(Substring($0)) } ?? name
  }

  /// The file name without folders and without what follows its last dot.
  static func stem(_ name: String) -> String {
    let component = lastComponent(name)
    guard let dot = component.lastIndex(of: "."), dot > component.startIndex else {
      return component
    }
    return String(component[..<dot])
  }

  private static func unique(_ rows: [Int], key: (Int) -> String) -> [String: Int] {
    var found: [String: Int?] = [:]
    for row in rows {
      let name = key(row)
      found[name] = found[name] == nil ? .some(row) : .some(nil)
    }
    return found.compactMapValues { $0 }
  }
}
