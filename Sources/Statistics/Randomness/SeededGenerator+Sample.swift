extension SeededGenerator {
  /// So many of the positions `0..<count`, each set of them equally likely, in the order of drawing.
  ///
  /// A larger sample of the same generator begins with the smaller one.
  package mutating func sample(_ size: Int, of count: Int) -> [Int] {
    precondition(0...count ~= size, "no more is drawn than there is")
    // The first steps of Fisher–Yates, with the exchanged places only.
    var moved: [Int: Int] = [:]
    return (0..<size).map { step in
      let chosen = step + index(below: count - step)
      let value = moved[chosen] ?? chosen
      moved[chosen] = moved[step] ?? step
      return value
    }
  }
}
