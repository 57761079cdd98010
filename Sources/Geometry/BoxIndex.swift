/// Finds boxes by ranges of their edges: a k-d tree over left, top, right and bottom.
///
/// It is built once; a search gives the box that stands first in the given order.
package struct BoxIndex: Sendable {
  private let boxes: [Box]
  /// Positions in `boxes`, grouped by leaf; empty, as `nodes`, where all boxes fit into one.
  private var order: [Int]
  private var nodes: [Node] = []

  private struct Node: Sendable {
    var range: Range<Int>
    /// The smallest position of a box below this node.
    var first: Int
    var edges: EdgeRange
    /// Indices of two nodes; `nil` in a leaf.
    var children: (Int, Int)?
  }

  /// Boxes of a leaf: fewer are compared one by one faster than they are told apart.
  package static let leafSize = 8

  /// - Parameter boxes: Of finite numbers.
  /// - Complexity: O(n log² n).
  package init(_ boxes: [Box]) {
    self.boxes = boxes
    guard boxes.count > Self.leafSize else {
      order = []
      return
    }
    order = Array(boxes.indices)
    _ = build(boxes.indices, depth: 0)
  }

  /// The first box below position `limit` with its edges in `range` of which `isWanted` is true.
  ///
  /// What cannot hold an earlier box than the best one so far is not looked at.
  package func first(
    in range: EdgeRange,
    before limit: Int,
    where isWanted: (Int, Box) -> Bool
  ) -> Int? {
    guard !nodes.isEmpty else { return range.first(of: boxes[...], before: limit, where: isWanted) }
    var best = limit
    search(0, in: range, best: &best, where: isWanted)
    return best < limit ? best : nil
  }

  private func search(
    _ index: Int,
    in range: EdgeRange,
    best: inout Int,
    where isWanted: (Int, Box) -> Bool
  ) {
    let node = nodes[index]
    guard node.first < best, node.edges.overlaps(range) else { return }
    if let (left, right) = node.children {
      let isLeftEarlier = nodes[left].first < nodes[right].first
      search(isLeftEarlier ? left : right, in: range, best: &best, where: isWanted)
      search(isLeftEarlier ? right : left, in: range, best: &best, where: isWanted)
      return
    }
    for position in order[node.range] where position < best {
      let box = boxes[position]
      if range.contains(box), isWanted(position, box) { best = position }
    }
  }

  private mutating func build(_ range: Range<Int>, depth: Int) -> Int {
    let (index, boxes) = (nodes.count, self.boxes)
    let members = order[range]
    nodes.append(
      Node(
        range: range,
        first: members.min() ?? 0,
        edges: EdgeRange(around: members.map { boxes[$0] })
      )
    )
    guard range.count > Self.leafSize else { return index }
    order[range].sort {
      let (a, b) = (boxes[$0].edge(depth % 4), boxes[$1].edge(depth % 4))
      return a == b ? $0 < $1 : a < b
    }
    let middle = range.lowerBound + range.count / 2
    let left = build(range.lowerBound..<middle, depth: depth + 1)
    let right = build(middle..<range.upperBound, depth: depth + 1)
    nodes[index].children = (left, right)
    return index
  }
}

/// Ranges of the four edges of a box, ends included.
package struct EdgeRange: Sendable {
  package var left: ClosedRange<Double>
  package var top: ClosedRange<Double>
  package var right: ClosedRange<Double>
  package var bottom: ClosedRange<Double>

  package init(
    left: ClosedRange<Double>,
    top: ClosedRange<Double>,
    right: ClosedRange<Double>,
    bottom: ClosedRange<Double>
  ) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  /// The boxes that touch or overlap `box`.
  package init(touching box: Box) {
    let infinity = Double.infinity
    self.init(
      left: -infinity...box.right,
      top: -infinity...box.bottom,
      right: box.x...infinity,
      bottom: box.y...infinity
    )
  }

  /// The boxes that hold all of `box`.
  package init(containing box: Box) {
    let infinity = Double.infinity
    self.init(
      left: -infinity...box.x,
      top: -infinity...box.y,
      right: box.right...infinity,
      bottom: box.bottom...infinity
    )
  }

  /// Where the edges of a box lie whose IoU with `box` may reach `iou`, above 0.
  ///
  /// The shared width is at least `iou` of either width, so that no edge moves further than this.
  package init(near box: Box, iou: Double) {
    let (dx, dy) = (box.width * (1 / iou - 1), box.height * (1 / iou - 1))
    self.init(
      left: box.x - dx...box.x + dx,
      top: box.y - dy...box.y + dy,
      right: box.right - dx...box.right + dx,
      bottom: box.bottom - dy...box.bottom + dy
    )
  }

  /// The first of some boxes, before position `limit`, with its edges in these ranges of which `isWanted` is true.
  ///
  /// Looks at one after the other: for so few that an index does not pay, `BoxIndex.leafSize`.
  package func first(
    of boxes: ArraySlice<Box>,
    before limit: Int,
    where isWanted: (Int, Box) -> Bool
  ) -> Int? {
    var position = boxes.startIndex
    let end = min(limit, boxes.endIndex)
    while position < end {
      let box = boxes[position]
      if contains(box), isWanted(position, box) { return position }
      position += 1
    }
    return nil
  }

  fileprivate init(around boxes: [Box]) {
    func range(_ edge: (Box) -> Double) -> ClosedRange<Double> {
      let values = boxes.map(edge)
      return (values.min() ?? 0)...(values.max() ?? 0)
    }
    self.init(
      left: range(\.x),
      top: range(\.y),
      right: range(\.right),
      bottom: range(\.bottom)
    )
  }

  fileprivate func overlaps(_ other: EdgeRange) -> Bool {
    left.overlaps(other.left) && top.overlaps(other.top)
      && right.overlaps(other.right) && bottom.overlaps(other.bottom)
  }

  fileprivate func contains(_ box: Box) -> Bool {
    left.contains(box.x) && top.contains(box.y)
      && right.contains(box.right) && bottom.contains(box.bottom)
  }
}

extension Box {
  /// Left, top, right, bottom by 0…3.
  fileprivate func edge(_ index: Int) -> Double {
    switch index {
    case 0: x
    case 1: y
    case 2: right
    default: bottom
    }
  }
}
