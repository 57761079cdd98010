import Annotations
import Findings
import Foundation
import Geometry
import Metrics
import Statistics
import Testing

/// Laws that hold for every metric in the catalog.
@Suite("Every metric")
struct MetricLawTests {
  @Test("has a fresh state as identity, and merges to the same state for any cut and order")
  func comparisonCuts() async {
    for metric in MetricCatalog.comparison { await checkCuts(of: metric) }
  }

  @Test("of a data set merges to the same state for any cut and order")
  func datasetCuts() {
    for metric in MetricCatalog.audit { checkCuts(of: metric) }
  }

  @Test("gives the same records, to the bit, on 1, 2 and 7 threads")
  func threads() async {
    let (a, b) = (busyScene(seed: 1).dataset(), busyScene(seed: 2).dataset())
    func records(_ threads: Int) async -> [MetricRecord] {
      let bootstrap = ImageBootstrap(replicates: 60, threads: threads)
      return await compare(a, b, threads: threads).records(bootstrap: bootstrap)
        + MetricCatalog.records(of: a, bootstrap: bootstrap)
    }
    let one = await records(1)
    for threads in [2, 7] { #expect(await records(threads) == one) }
  }

  @Test("explains each of its outputs under a kebab-case id")
  func abouts() {
    for about in MetricCatalog.abouts {
      #expect(!about.outputs.isEmpty)
      for output in about.outputs {
        #expect(output.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
        #expect(!output.summary.isEmpty && !output.formula.isEmpty, "\(output.id)")
      }
    }
  }

  @Test("gives only records that its text names")
  func outputsAreNamed() async {
    let named = Set(MetricCatalog.abouts.flatMap(\.outputs).map(\.id))
    let comparison = await busyComparison()
    let records = await comparison.records(bootstrap: ImageBootstrap(replicates: 20))
    #expect(Set(records.map(\.id)).isSubset(of: named))
    #expect(records.count == Set(records.map { "\($0.id) \($0.slice)" }).count)
    for record in records {
      guard case .number(let value, let n, let interval) = record.outcome else { continue }
      #expect(value.isFinite && n >= 0, "\(record)")
      if let interval { #expect(interval.low <= interval.high, "\(record)") }
    }
  }

  private func checkCuts<M: ComparisonMetric>(of type: M.Type) async {
    let comparison = await busyComparison()
    let metric = type.init(
      ComparisonContext(comparison.pairing, part: comparison.whole)
    )
    check(metric, whole: comparison.images) { comparison.images.images(at: $0) }
  }

  private func checkCuts<M: DatasetMetric>(of type: M.Type) {
    let dataset = busyScene(seed: 3).dataset()
    let metric = type.init(dataset)
    check(metric, whole: dataset.slice(images: 0..<dataset.images.count)) { range in
      dataset.slice(images: range)
    }
  }

  private func check<M: Metric>(_ metric: M, whole: M.Input, part: (Range<Int>) -> M.Input) {
    var expected = metric.initial()
    metric.update(&expected, with: whole)

    var withIdentity = expected
    withIdentity.merge(metric.initial())
    #expect(withIdentity == expected)
    var fromIdentity = metric.initial()
    fromIdentity.merge(expected)
    #expect(fromIdentity == expected)

    let count = 12
    for cut in 1..<count {
      var (first, second) = (metric.initial(), metric.initial())
      metric.update(&first, with: part(0..<cut))
      metric.update(&second, with: part(cut..<count))
      var reversed = second
      reversed.merge(first)
      first.merge(second)
      #expect(first == expected, "\(M.about.id), cut at \(cut)")
      #expect(reversed == expected, "\(M.about.id), merged in reverse, cut at \(cut)")
    }

    let read = (try? JSONEncoder().encode(expected))
      .flatMap { try? JSONDecoder().decode(M.State.self, from: $0) }
    #expect(read == expected, "\(M.about.id) through JSON")
  }

  private func busyComparison() async -> Comparison {
    await compare(busyScene(seed: 1).dataset(), busyScene(seed: 2).dataset())
  }

  /// Twelve images, one of them empty, with objects of three categories.
  private func busyScene(seed: UInt64) -> Scene {
    var generator = SeededGenerator(seed: seed)
    let images = (0..<12).map { "\($0).jpg" }
    var scene = Scene(images: images, categories: ["bird", "cat", "dog"])
    for image in images.dropFirst() {
      for place in 0..<Int.random(in: 2..<9, using: &generator) {
        scene.add(
          ["bird", "cat", "dog"][Int.random(in: 0..<3, using: &generator)],
          Double(place * 40) + Double.random(in: 0..<6, using: &generator),
          Double.random(in: 0..<6, using: &generator),
          Double.random(in: 30..<36, using: &generator),
          Double.random(in: 30..<36, using: &generator),
          in: image
        )
      }
    }
    return scene
  }
}
