/// Coordinates of rings that were taken out of a `RingTable`, one ring after the other.
///
/// Room that it has once it keeps, so that one buffer serves many rings without an allocation for each.
package struct RingBuffer {
  /// Longer than what is in use.
  private var coordinates: [Double] = []
  private var count = 0

  package init() {}

  /// The coordinates `x0, y0, x1, y1, …` in pixels that `append` gave a place.
  package subscript(place: Range<Int>) -> ArraySlice<Double> { coordinates[place] }

  /// Takes the coordinates of a ring of `table`, and tells where they stand.
  package mutating func append(_ ring: Int, of table: RingTable) -> Range<Int> {
    let place = count..<count + table.coordinateCount(ofRing: ring)
    if coordinates.count < place.upperBound {
      coordinates += repeatElement(0, count: 2 * place.upperBound - coordinates.count)
    }
    coordinates.withUnsafeMutableBufferPointer {
      table.write(ring, to: UnsafeMutableBufferPointer(rebasing: $0[place]))
    }
    count = place.upperBound
    return place
  }

  package mutating func removeAll() { count = 0 }
}
