import Geometry

/// The sums of all placements by image, seen from both sides in one pass.
struct PlacementSums {
  private var counts: [ImageCounts.Entry] = []
  /// By column, in the order of `ids`: one sum an image.
  private var a: [[Double]]
  private var b: [[Double]]

  static let ids =
    ["tightness-bias", "centre-shift"]
    + BoxEdge.allCases.map { "edge-offset-\($0.rawValue)" }
    + BoxEdge.allCases.map { "edge-offset-\($0.rawValue)-px" }

  /// Sums placements image by image.
  ///
  /// `placements`: By image.
  /// `tightness`: Of A, for each placement.
  init(_ placements: [Placement], tightness: [Double]) {
    a = Self.ids.map { _ in [] }
    b = a
    var sums = Sides(a: Row(), b: Row())
    for (position, placement) in placements.enumerated() {
      if counts.last?.image != placement.image {
        if position > 0 { close(&sums) }
        counts.append(ImageCounts.Entry(image: placement.image, count: 0))
      }
      counts[counts.count - 1].count += 1
      // What one side lies outside, the other lies inside; only shares differ by the side that divides.
      sums.a.tightness += tightness[position]
      sums.b.tightness -= tightness[position]
      sums.a.shift += placement.centreShift(of: .a)
      sums.b.shift += placement.centreShift(of: .b)
      sums.a.shares += placement.offsets(of: .a, relative: true)
      sums.b.shares += placement.offsets(of: .b, relative: true)
      let pixels = placement.offsets(of: .a, relative: false)
      sums.a.pixels += pixels
      sums.b.pixels -= pixels
    }
    if !placements.isEmpty { close(&sums) }
  }

  var means: Sides<ImageMeans> {
    Sides(a: ImageMeans(counts, sums: a), b: ImageMeans(counts, sums: b))
  }

  /// The sums of one image; of the edges in the order of `BoxEdge.allCases`.
  private struct Row {
    var tightness = 0.0
    var shift = 0.0
    var shares = SIMD4<Double>()
    var pixels = SIMD4<Double>()

    func append(to columns: inout [[Double]]) {
      columns[0].append(tightness)
      columns[1].append(shift)
      for edge in 0..<4 {
        columns[2 + edge].append(shares[edge])
        columns[6 + edge].append(pixels[edge])
      }
    }
  }

  /// Ends an image.
  private mutating func close(_ sums: inout Sides<Row>) {
    sums.a.append(to: &a)
    sums.b.append(to: &b)
    sums = Sides(a: Row(), b: Row())
  }
}
