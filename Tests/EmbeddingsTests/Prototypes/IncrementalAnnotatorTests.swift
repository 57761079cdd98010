import Annotations
import Embeddings
import Foundation
import Statistics
import Testing

@Suite("Incremental annotation")
struct IncrementalAnnotatorTests {
  /// The stream of DEFINITIONS §8: a(0,0) a(.5,0) b(5,0) a(1.8,0) b(5.4,0) c(9,0) a(.2,0).
  private let rows = VectorTable(
    width: 2,
    values: [0, 0, 0.5, 0, 5, 0, 1.8, 0, 5.4, 0, 9, 0, 0.2, 0] as [Float]
  )
  private let labels = LabelColumn(["a", "a", "b", "a", "b", "c", "a"])

  private func run(
    _ mode: PrototypeParameters.Mode,
    feedback: Double = 1,
    seed: UInt64 = 0,
    observe: (PrototypeStep) -> Void = { _ in }
  ) -> IncrementalAnnotator {
    var annotator = IncrementalAnnotator(
      PrototypeParameters(mode: mode, distance: .l2, epsilon: 1, feedback: feedback, seed: seed),
      dimension: 2
    )
    annotator.annotate(rows, labels, order: 0..<7, observe: observe)
    return annotator
  }

  private func isClose(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-6 } ?? false }

  @Test("follows the exact trace of the literal algorithm")
  func literal() {
    var (judged, right, accuracies) = (0.0, 0.0, [Double]())
    let end = run(.literal) { step in
      judged += 1
      if step.isRight == true { right += 1 }
      accuracies.append((right / judged * 1e4).rounded() / 1e4)
    }
    #expect(accuracies == [1, 1, 1, 0.75, 0.8, 0.6667, 0.7143])
    #expect(end.table.rows == [[3, 1], [0, 3]])
    #expect(end.memory.owners == [1, 2, 3])
    #expect(end.memory.counts == [4, 2, 1])
    // Rows are Float: .2 and 1.8 are read with an error of about 1e-8.
    #expect(isClose(end.memory.vector(0).first, 0.625))
    #expect(isClose(end.memory.vector(1).first, 5.2))
    #expect(isClose(end.memory.vector(2).first, 9))
    #expect(end.estimates == [3, 2, 1, 1])
    #expect(end.detected == 4)
    #expect(isClose(end.accuracy.value, 5.0 / 7))
  }

  @Test("corrected: a new category is judged in the table only, and a false 'new' shifts nothing")
  func corrected() {
    // First occurrences (1, 3, 6) are excluded; of 2, 4, 5, 7 only 4 (1.8 against .25) is taken for new.
    var judgements: [Bool?] = []
    let end = run(.corrected) { judgements.append($0.isRight) }
    #expect(judgements == [nil, true, nil, false, true, nil, true])
    #expect(end.accuracy == .value(0.75))
    #expect(end.table.rows == [[3, 1], [0, 3]])
    #expect(end.table.precision == .value(0.75))
    #expect(end.table.recall == .value(1))
    // 2·3 / (2·3 + 1 + 0)
    #expect(isClose(end.table.f1.value, 6.0 / 7))
    #expect(isClose(end.memory.vector(0).first, 0.625))
    #expect(end.memory.counts == [4, 2, 1])
  }

  @Test("an object exactly at ε is of a known category")
  func inclusive() {
    var annotator = IncrementalAnnotator(
      PrototypeParameters(distance: .l2, epsilon: 0.5),
      dimension: 1
    )
    var estimatedNew: [Bool] = []
    annotator.annotate(
      VectorTable(width: 1, values: [0, 0.5] as [Float]),
      LabelColumn(["a", "a"]),
      order: 0..<2
    ) { estimatedNew.append($0.isEstimatedNew) }
    #expect(estimatedNew == [true, false])
  }

  @Test("without feedback prototypes stay unnamed, and no estimate is right")
  func noFeedback() {
    let end = run(.corrected, feedback: 0)
    // 0 → P, .5 → P (.25), 5 → Q, 1.8 is 1.55 from P → R, 5.4 → Q, 9 → S, .2 → P.
    #expect(end.memory.owners == [0, 0, 0, 0])
    #expect(end.memory.counts == [3, 2, 1, 1])
    #expect(end.judged == 4 && end.right == 0)
    // Object 4 was taken for new; the other three met an unnamed prototype.
    #expect(end.unnamedEstimates == 3)
  }

  @Test("the annotator's word names a prototype, or takes it into the one that has the name")
  func naming() throws {
    // Objects 1–3 without a word, 4 and 5 with one: P (0) and Q (5) are unnamed; object 4 names P 'a',
    // object 5 (at Q) is an 'a' too: Q goes into it.
    let wanted = [false, false, false, true, true]
    let seed = try #require(
      (0..<1000 as Range<UInt64>).first { seed in
        wanted.enumerated().allSatisfy { index, told in
          var generator = SeededGenerator(seed: seed, stream: UInt64(index + 1))
          return (generator.unit() < 0.5) == told
        }
      }
    )
    var annotator = IncrementalAnnotator(
      PrototypeParameters(distance: .l2, epsilon: 1, feedback: 0.5, seed: seed),
      dimension: 1
    )
    let rows = VectorTable(width: 1, values: [0, 0.5, 5, 0.25, 5] as [Float])
    let labels = LabelColumn(["a", "a", "a", "a", "a"])
    annotator.annotate(rows, labels, order: 0..<4)
    #expect(annotator.memory.owners == [1, 0])
    #expect(annotator.memory.vector(0).first == 0.25)
    annotator.annotate(rows, labels, order: 4..<5)
    #expect(annotator.memory.owners == [1])
    #expect(annotator.memory.counts == [5])
    // (3 · .25 + 5) / 4 = 1.4375, then (4 · 1.4375 + 5) / 5 = 2.15
    #expect(isClose(annotator.memory.vector(0).first, 2.15))
  }

  @Test(
    "a vector that is not finite is put aside and counted; a zero vector is at cosine distance 1"
  )
  func hostile() {
    var annotator = IncrementalAnnotator(PrototypeParameters(epsilon: 0.5), dimension: 2)
    let rows = VectorTable(
      width: 2,
      values: [1, 0, .nan, 0, .infinity, 1, 0, 0, 3e38, 3e38] as [Float]
    )
    var distances: [Double?] = []
    annotator.annotate(rows, LabelColumn(["a", "b", "b", "a", "a"]), order: 0..<5) {
      distances.append($0.distance)
    }
    #expect(annotator.notFinite == 2)
    #expect(annotator.zeroVectors == 1)
    #expect(annotator.categories == ["a"])
    #expect(distances.count == 3 && distances[1] == 1)
    // Against (1/2, 0), the mean after the zero vector: 1 − cos 45°.
    #expect(isClose(distances[2], 1 - 0.5.squareRoot()))
    #expect(annotator.problem == nil)
  }

  @Test("accuracy is undefined, not zero, before anything was judged")
  func undefined() {
    let annotator = IncrementalAnnotator(PrototypeParameters(epsilon: 1), dimension: 1)
    #expect(annotator.accuracy.value == nil)
    #expect(annotator.window.average.value == nil)
    #expect(annotator.table.precision.value == nil && annotator.table.f1.value == nil)
  }

  @Test("the moving average runs over the last judged objects")
  func movingAverage() {
    var annotator = IncrementalAnnotator(
      PrototypeParameters(mode: .literal, distance: .l2, epsilon: 1, window: 2),
      dimension: 2
    )
    var averages: [Double?] = []
    for index in 0..<7 {
      annotator.annotate(rows, labels, order: index..<index + 1)
      averages.append(annotator.window.average.value)
    }
    // Right: 1 1 1 0 1 0 1.
    #expect(averages == [1, 1, 1, 0.5, 0.5, 0.5, 0.5])
  }
}
