/// The keypoints of a category as two annotators declare them, brought together.
///
/// By name where both give every keypoint a name of its own and the same ones, else by place in the list;
/// a place that the two name differently bears both names. Exchanging the two changes no pair and no name.
struct PairedKeypoints {
  /// One for each of the keypoints, in A's order.
  let names: [String]
  /// For each of A's keypoints the place of B's.
  let places: [Int]

  /// `a`, `b`: Names by place; of no use beyond `count`, and perhaps fewer.
  init(_ a: [String], _ b: [String], count: Int) {
    let placeByName = Dictionary(
      b.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let places = a.compactMap { placeByName[$0] }
    if a.count == count, b.count == count, Set(places).count == count {
      self.places = places
      names = a
    } else {
      self.places = Array(0..<count)
      names = (0..<count).map { place in
        let given = Set([a, b].compactMap { $0.indices.contains(place) ? $0[place] : nil })
        return given.isEmpty ? "\(place + 1)" : given.sorted().joined(separator: " / ")
      }
    }
  }
}
