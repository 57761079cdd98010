/// Clusters of objects with at most one of each annotator.
struct ClusterForest {
  struct Member {
    var annotator: Int
    var object: Int
  }

  /// By annotator and object: position in `contents`.
  private var positions: [[Int]]
  /// By cluster and annotator: the object; `nil` for a cluster that was joined to another.
  private var contents: [[Int?]?] = []

  /// Every object by itself.
  init(objects: [Int]) {
    positions = []
    for (annotator, count) in objects.enumerated() {
      positions.append((0..<count).map { contents.count + $0 })
      for object in 0..<count {
        var members = [Int?](repeating: nil, count: objects.count)
        members[annotator] = object
        contents.append(members)
      }
    }
  }

  /// Joins the clusters of two objects, unless an annotator stands in both.
  mutating func join(_ first: Member, _ second: Member) {
    let target = positions[first.annotator][first.object]
    let source = positions[second.annotator][second.object]
    guard target != source, var joined = contents[target], let added = contents[source] else {
      return
    }
    guard !zip(joined, added).contains(where: { $0 != nil && $1 != nil }) else { return }
    for (annotator, object) in added.enumerated() {
      guard let object else { continue }
      joined[annotator] = object
      positions[annotator][object] = target
    }
    contents[target] = joined
    contents[source] = nil
  }

  /// By annotator: the object of each cluster, or `nil`.
  var clusters: [[Int?]] { contents.compactMap { $0 } }
}
