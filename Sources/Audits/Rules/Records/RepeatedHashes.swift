/// The positions of things that may stand more than once, in order: those whose hashes are equal.
///
/// All others stand once. O(n log n), without keeping any of the things.
func positionsOfRepeated(hashes: [Int]) -> [Int] {
  let sorted = hashes.sorted()
  let repeated = Set(zip(sorted, sorted.dropFirst()).filter { $0 == $1 }.map(\.0))
  return repeated.isEmpty ? [] : hashes.indices.filter { repeated.contains(hashes[$0]) }
}
