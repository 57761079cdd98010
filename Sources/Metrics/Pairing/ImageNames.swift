/// Finds the same image in two tables by its name.
enum ImageNames {
  /// Pairs by the whole file name, then what is left by its last component, then by its stem.
  ///
  /// A name or stem that stands more than once on a side pairs nothing by that key: which of the
  /// images is meant cannot be known.
  ///
  /// - Returns: Positions in the two lists; those that pair by the same kind of key by that key.
  static func pair(_ a: [String], _ b: [String]) -> [(a: Int, b: Int)] {
    var pairs: [(a: Int, b: Int)] = []
    var left = Sides(a: Array(a.indices), b: Array(b.indices))
    for key in [{ $0 }, lastComponent, stem] as [(String) -> String] {
      let named = Sides(
        a: left.a.map { (name: key(a[$0]), row: $0) },
        b: left.b.map { (name: key(b[$0]), row: $0) }
      )
      // Two annotators' files mostly list the same images in the same order: they are sorted once.
      let areSame = named.a.elementsEqual(named.b, by: ==)
      let own = unique(named.a)
      let rows = Sides(a: own, b: areSame ? own : unique(named.b))
      let found = matches(rows)
      guard !found.isEmpty else { continue }
      pairs += found
      left.a = without(found.map(\.a), left.a)
      left.b = without(found.map(\.b), left.b)
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

  private typealias Named = (name: String, row: Int)

  /// The rows whose key no other has, by key.
  private static func unique(_ named: [Named]) -> [Named] {
    // Most files list images by name; then comparing neighbours is all there is to do.
    let isSorted = named.indices.dropFirst().allSatisfy { named[$0 - 1].name < named[$0].name }
    guard !isSorted else { return named }
    let sorted = named.sorted { $0.name < $1.name }
    return sorted.indices.filter { position in
      (position == 0 || sorted[position - 1].name != sorted[position].name)
        && (position == sorted.count - 1 || sorted[position + 1].name != sorted[position].name)
    }
    .map { sorted[$0] }
  }

  /// The rows of both sides that have a key in common, by key.
  private static func matches(_ rows: Sides<[Named]>) -> [(a: Int, b: Int)] {
    var pairs: [(a: Int, b: Int)] = []
    var (a, b) = (0, 0)
    while a < rows.a.count, b < rows.b.count {
      if rows.a[a].name == rows.b[b].name {
        pairs.append((rows.a[a].row, rows.b[b].row))
        a += 1
        b += 1
      } else if rows.a[a].name < rows.b[b].name {
        a += 1
      } else {
        b += 1
      }
    }
    return pairs
  }

  /// `rows` in their order, without some of them.
  private static func without(_ paired: [Int], _ rows: [Int]) -> [Int] {
    guard let last = rows.last else { return [] }
    // Rows ascend.
    var isPaired = [Bool](repeating: false, count: last + 1)
    for row in paired { isPaired[row] = true }
    return rows.filter { !isPaired[$0] }
  }
}
