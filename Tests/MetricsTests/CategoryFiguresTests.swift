import Annotations
import Findings
import Statistics
import Testing

@testable import Metrics

/// κ and α of each category for two annotators.
@Suite("Agreement on one category")
struct CategoryFiguresTests {
  /// What A and B call one object; `nil` where a side does not have it.
  private typealias Unit = (a: String?, b: String?)

  /// Boxes of 30 × 30 px far from each other, drawn alike by both.
  private func comparison(_ images: [[Unit]]) async -> Comparison {
    let names = images.indices.map { "\($0).jpg" }
    var a = Scene(images: names, categories: ["bird", "cat", "dog"])
    var b = a
    for (image, units) in images.enumerated() {
      for (place, unit) in units.enumerated() {
        let x = Double(place * 40)
        if let category = unit.a { a.add(category, x, 0, 30, 30, in: names[image]) }
        if let category = unit.b { b.add(category, x, 0, 30, 30, in: names[image]) }
      }
    }
    return await compare(a.dataset(), b.dataset())
  }

  private func records(_ images: [[Unit]], replicates: Int = 0) async -> [MetricRecord] {
    await comparison(images).records(bootstrap: ImageBootstrap(replicates: replicates))
  }

  private func record(
    _ id: String,
    of category: String?,
    _ part: [SliceKey: String] = [:],
    in records: [MetricRecord]
  ) throws -> MetricRecord {
    var slice = part
    slice[.category] = category
    return try #require(records.first { $0.id == id && $0.slice == SliceLabel(slice) })
  }

  @Test("is κ of it against all others, and α of the units in which anybody used it")
  func byHand() async throws {
    let units: [Unit] = [
      ("cat", "cat"), ("cat", "cat"), ("cat", "cat"), ("dog", "dog"), ("dog", "dog"),
      ("cat", "dog"), ("dog", "cat"), ("cat", nil), (nil, "bird"), (nil, "bird"),
    ]
    let found = await records([units])
    // 7 pairs, of which A and B each call 4 a cat, 3 both: 2·(7·3 − 4·4) / (7·8 − 2·4·4). Dogs are the rest of them.
    for category in ["cat", "dog", nil] {
      let kappa = try record("cohen-kappa", of: category, in: found)
      #expect(kappa.value == 10.0 / 24 && kappa.n == 7)
    }
    let bird = try record("cohen-kappa", of: "bird", in: found)
    #expect(bird.undefinedReason == "no matched pair has this category")
    let error = try record("cohen-kappa-se", of: "bird", in: found)
    #expect(error.undefinedReason == "no matched pair has this category")
    // 1 − (N − 1)·2·unequal / (N² − Σ n²). cat: 3 + 2 + 1 units; n 9 cat, 2 dog, 1 ∅.
    // dog: 2 + 2 units; n 6, 2. bird: 2 units; n 2, 2.
    let alphas: [(String, Int, Double)] = [
      ("cat", 6, 1 - 66.0 / 58), ("dog", 4, 1 - 28.0 / 24), ("bird", 2, 1 - 12.0 / 8),
    ]
    for (category, n, value) in alphas {
      let alpha = try record("alpha", of: category, in: found)
      #expect(alpha.value == value && alpha.n == n, "\(category)")
    }
  }

  @Test("is undefined with its reason where all is one category, and where nothing was matched")
  func undefined() async throws {
    let one = await records([[("cat", "cat"), ("cat", "cat")]])
    #expect(
      try record("cohen-kappa", of: "cat", in: one).undefinedReason
        == "all matched pairs have this category"
    )
    let overall = try record("cohen-kappa", of: nil, in: one)
    #expect(overall.undefinedReason == "only one category was used")
    let alpha = try record("alpha", of: "cat", in: one)
    #expect(alpha.undefinedReason == "only one category was used")

    let single = await records([[("cat", nil), (nil, "cat"), (nil, "dog")]])
    for category in ["cat", "dog", nil] {
      let kappa = try record("cohen-kappa", of: category, in: single)
      #expect(kappa.undefinedReason == "nothing was rated twice")
    }
    // 2 units (cat, ∅): 1 − 3·4 / (16 − 4 − 4). 1 unit (∅, dog): 1 − 1·2 / (4 − 1 − 1).
    #expect(try record("alpha", of: "cat", in: single).value == 1 - 12.0 / 8)
    #expect(try record("alpha", of: "dog", in: single).value == 0)
    #expect(!single.contains { $0.slice[.category] == "bird" })
  }

  @Test("in a part is that of the part's objects alone")
  func parts() async throws {
    let few: [[Unit]] = [
      [("cat", "cat"), ("dog", "cat")], [("dog", "dog"), ("cat", nil), ("cat", "cat")],
    ]
    let many: [[Unit]] = [
      [("cat", "cat"), ("dog", "dog"), ("bird", "dog"), (nil, "cat")],
      [("bird", "bird"), ("cat", "cat"), ("dog", nil), ("dog", "dog"), ("cat", "dog")],
    ]
    let all = await records(few + many)
    for (value, images) in [("1–3", few), ("4–9", many)] {
      let own = await records(images)
      for id in ["cohen-kappa", "alpha"] {
        for category in ["cat", "dog"] {
          let part = try record(id, of: category, [.complexity: value], in: all)
          #expect(part.outcome == (try record(id, of: category, in: own).outcome))
          #expect(part.value != nil)
          let small = try record(id, of: category, [.size: "small"], in: all)
          #expect(small.outcome == (try record(id, of: category, in: all).outcome))
        }
      }
    }
    let bird = try record("alpha", of: "bird", [.complexity: "4–9"], in: all)
    // (bird, dog), (bird, bird): 1 − 3·2 / (16 − 9 − 1).
    #expect(bird.value == 0)
    #expect(!all.contains { $0.slice == SliceLabel([.complexity: "1–3", .category: "bird"]) })
  }

  @Test("is that of the drawn images in each resample, to the bit")
  func resamples() async throws {
    let comparison = await comparison(drawnUnits(seed: 4))
    let metric = CategoryAgreement(ComparisonContext(comparison.pairing, part: comparison.whole))
    var state = metric.initial()
    metric.update(&state, with: comparison.images)
    let figures = metric.figures(from: state)
    let resamples = Resamples(20..<33, images: comparison.images.count, seed: 5)
    let values = figures.resampled.values(resamples)
    var compared = 0
    for (statistic, position) in figures.resampled.records.enumerated() {
      let record = figures.records[position]
      guard ["cohen-kappa", "alpha"].contains(record.id) else { continue }
      for resample in 0..<resamples.count {
        let expected = expectation(of: record, comparison, weight: { resamples[$0][resample] })
        #expect(values[statistic * resamples.count + resample] == expected, "\(record)")
      }
      compared += 1
    }
    // Both of three categories, and both overall.
    #expect(compared == 8)
  }

  /// κ or α of the record's category, or of all, with each image counted so often.
  private func expectation(
    of record: MetricRecord,
    _ comparison: Comparison,
    weight: (Int32) -> Int
  ) -> Double? {
    let code = record.slice[.category].flatMap(comparison.pairing.categories.firstIndex)
    var (pairs, units) = (ContingencyTable(), NominalCoincidences())
    var cells = CategoryCells()
    cells.add(comparison.images)
    for cell in cells.cells.rows {
      let count = Int(cell.count) * weight(cell.image)
      if cell.isMatched { pairs.add(row: cell.a, column: cell.b, count: count) }
      if let code, cell.a != Int32(code), cell.b != Int32(code) { continue }
      units.addPair(cell.a, cell.b, count: count)
    }
    if code == nil {
      for image in cells.emptyImages.rows {
        units.addPair(CategoryCells.missing, CategoryCells.missing, count: weight(image))
      }
    }
    guard record.id == "cohen-kappa" else { return units.alpha.value }
    let table = code.map { pairs.oneVersusRest(Int32($0)) } ?? pairs
    return CohenKappa(table, declaredCategories: code == nil ? 3 : 2).kappa.value
  }

  @Test("has the same α, n and interval where a panel of two is asked")
  func panel() async throws {
    let comparison = await comparison(drawnUnits(seed: 9))
    let bootstrap = ImageBootstrap(replicates: 40)
    let pairing = comparison.pairing
    let panel = await Panel(
      PanelPairing([pairing.a, pairing.b], names: ["a", "b"]),
      options: comparison.options,
      threads: 1
    )
    let (two, several) = (
      await comparison.records(bootstrap: bootstrap), await panel.records(bootstrap: bootstrap)
    )
    for category in ["bird", "cat", "dog", nil] {
      let alpha = try record("alpha", of: category, in: two)
      #expect(alpha.interval != nil)
      #expect(alpha.outcome == (try record("alpha", of: category, in: several).outcome))
    }
  }

  @Test("has an interval within −1 … 1 from five images with a pair of it on, else none")
  func intervals() async throws {
    // Cats are matched in six images; a dog in four of them, and in the others one side alone has it.
    let dogs: [[Unit]] =
      Array(repeating: [("dog", "dog")], count: 4) + Array(repeating: [("dog", nil)], count: 2)
    let found = await records(dogs.map { [("cat", "cat")] + $0 }, replicates: 50)
    let cat = try #require(try record("cohen-kappa", of: "cat", in: found).interval)
    #expect(cat.low == 1 && cat.high == 1 && cat.method == "bootstrap-image-95")
    let dog = try record("cohen-kappa", of: "dog", in: found)
    #expect(dog.value == 1 && dog.interval == nil)
    #expect(try record("alpha", of: "dog", in: found).interval != nil)

    let noisy = await records(drawnUnits(seed: 2), replicates: 200)
    let ranges = noisy.filter { $0.id == "cohen-kappa" }.compactMap(\.interval)
    #expect(ranges.count > 10)
    #expect(ranges.allSatisfy { $0.low >= -1 && $0.high <= 1 && $0.low <= $0.high })
  }

  /// Twelve images, an empty one among them; a third of the objects differ or stand on one side only.
  private func drawnUnits(seed: UInt64) -> [[Unit]] {
    var generator = SeededGenerator(seed: seed)
    let names = ["bird", "cat", "dog"]
    return (0..<12).map { image in
      (0..<(image == 7 ? 0 : 2 + generator.index(below: 7))).map { _ -> Unit in
        let name = names[generator.index(below: 3)]
        switch generator.index(below: 9) {
        case 0: return (name, names[generator.index(below: 3)])
        case 1: return (name, nil)
        case 2: return (nil, name)
        default: return (name, name)
        }
      }
    }
  }
}
