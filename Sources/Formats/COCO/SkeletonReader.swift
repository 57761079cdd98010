import Annotations

/// Reads `keypoints` and `skeleton` of a category.
struct SkeletonReader {
  /// In the order in which annotations give the keypoints.
  private(set) var names: [StringCode] = []
  /// Ends of the limbs, counted from 1 as the file counts them.
  private var ends: [Double] = []

  mutating func begin() {
    names.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Reads the names of the keypoints; `null` is none.
  mutating func readNames(
    from scanner: inout JSONScanner,
    texts: inout FileTexts,
    draft: inout RecordDraft
  ) throws(JSONError) {
    switch try scanner.kind() {
    case .null: try scanner.readNull()
    case .list:
      guard try scanner.openList() else { return }
      repeat {
        let kind = try scanner.kind()
        if kind == .text {
          names.append(texts.code(of: try scanner.readText(), in: scanner))
        } else {
          draft.refuse("'keypoints' of a category must be names, found \(kind.noun) in it")
          try scanner.skipValue()
        }
      } while try scanner.hasMoreElements()
    default: try draft.skip("keypoints", mustBe: "a list of names", from: &scanner)
    }
  }

  /// Reads the limbs; `null` is none.
  mutating func readLimbs(
    from scanner: inout JSONScanner,
    draft: inout RecordDraft
  ) throws(JSONError) {
    let expected = "a list of pairs of keypoints [[1, 2], …]"
    switch try scanner.kind() {
    case .null: try scanner.readNull()
    case .list:
      guard try scanner.openList() else { return }
      repeat {
        let kind = try scanner.kind()
        guard kind == .list else {
          draft.refuse("'skeleton' must be \(expected), found \(kind.noun) in it")
          try scanner.skipValue()
          continue
        }
        let count = ends.count
        let other = try scanner.readNumbers(appendingTo: &ends)
        if other != .nonFinite && (other != nil || ends.count != count + 2) {
          draft.refuse("'skeleton' must be \(expected), found a limb that is no pair of numbers")
        }
      } while try scanner.hasMoreElements()
    default: try draft.skip("skeleton", mustBe: expected, from: &scanner)
    }
  }

  /// The limbs as the file gives them: one may join keypoints that have no name, as in CrowdPose.
  func limbs(draft: inout RecordDraft) -> [Limb] {
    guard draft.problem == nil else { return [] }
    var limbs: [Limb] = []
    for index in stride(from: 0, to: ends.count, by: 2) {
      guard let from = Int32(exactly: ends[index]), let to = Int32(exactly: ends[index + 1]) else {
        draft.refuse(
          "'skeleton' must join keypoints by their positions, found \(ends[index]) and \(ends[index + 1])"
        )
        return []
      }
      limbs.append(Limb(from: Int(from) - 1, to: Int(to) - 1))
    }
    return limbs
  }
}
