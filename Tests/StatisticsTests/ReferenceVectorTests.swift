import Foundation
import Statistics
import TestSupport
import Testing

@Suite(
  "Against the values of trusted implementations",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct ReferenceVectorTests {
  @Test("Cohen's κ with its errors and interval is statsmodels' (file 01, unweighted)")
  func cohenKappa() throws {
    var checked = 0
    for one in try ReferenceVectors.cases(of: "01_cohen_kappa") {
      guard one.inputs["weights"] as? String == "unweighted",
        let (table, categories) = Self.table(one.inputs)
      else { continue }
      checked += 1
      let kappa = CohenKappa(table, declaredCategories: categories)
      let interval = kappa.interval95
      let results: [(String, Double?)] = [
        ("po", kappa.observed.value), ("pe", kappa.expected.value), ("kappa", kappa.kappa.value),
        ("se", kappa.standardError.value), ("se0", kappa.nullStandardError.value),
        ("ci95_low", interval?.low), ("ci95_high", interval?.high),
        ("kappa_max", kappa.maximum.value),
      ]
      #expect(one.expected["n"] as? Int ?? kappa.n == kappa.n, "\(one.name)")
      for (key, value) in results {
        #expect(
          one.agrees(value, key),
          "\(one.name): \(key) \(value.map { "\($0)" } ?? "undefined")"
        )
      }
    }
    #expect(checked >= 20, "\(checked) cases")
  }

  @Test("PABAK, prevalence, bias, κ max and κ of a category are those of file 02")
  func prevalenceAndBias() throws {
    let cases = try ReferenceVectors.cases(of: "02_kappa_prevalence_bias_perclass")
    for one in cases {
      let (table, categories) = try #require(Self.table(one.inputs))
      let kappa = CohenKappa(table, declaredCategories: categories)
      for (key, value) in [
        ("po", kappa.observed.value), ("pe", kappa.expected.value),
        ("kappa_max", kappa.maximum.value), ("pabak", kappa.pabak.value),
        ("prevalence_index", kappa.prevalenceIndex.value), ("bias_index", kappa.biasIndex.value),
      ] {
        #expect(
          one.agrees(value, key),
          "\(one.name): \(key) \(value.map { "\($0)" } ?? "undefined")"
        )
      }
      for (category, wanted) in (one.expected["per_class"] as? [[String: Any]] ?? []).enumerated() {
        let own = CohenKappa(table.oneVersusRest(Int32(category)), declaredCategories: 2)
        let key = "kappa_ovr"
        #expect(
          one.agrees(own.kappa.value, with: wanted[key] ?? NSNull(), key),
          "\(one.name): category \(category)"
        )
      }
    }
    #expect(cases.count >= 17)
  }

  @Test("nominal Krippendorff α is krippendorff's (file 05)")
  func alpha() throws {
    var checked = 0
    for one in try ReferenceVectors.cases(of: "05_krippendorff_alpha") {
      guard one.inputs["level"] as? String == "nominal",
        let ratings = one.inputs["ratings"] as? [[Any]], let units = ratings.first?.count
      else { continue }
      checked += 1
      var codes: [String: Int32] = [:]
      var coincidences = NominalCoincidences()
      for unit in 0..<units {
        coincidences.addUnit(
          ratings.compactMap { coder in
            if coder[unit] is NSNull { return nil }
            let key = "\(coder[unit])"
            codes[key] = codes[key] ?? Int32(codes.count)
            return codes[key]
          }
        )
      }
      #expect(one.agrees(coincidences.alpha.value, "alpha"), "\(one.name)")
    }
    #expect(checked >= 10, "\(checked) cases")
  }

  @Test("the best assignment has scipy's total, and its pairs where they are unique (file 39)")
  func assignment() throws {
    var checked = 0
    for one in try ReferenceVectors.cases(of: "39_hungarian") where one.inputs["gate"] == nil {
      guard let matrix = one.inputs["matrix"] as? [[Double]] else { continue }
      checked += 1
      let columns = matrix.first?.count ?? 0
      let numbers = matrix.flatMap { $0 }
      let isMaximum = one.inputs["maximize"] as? Bool ?? false
      let found =
        isMaximum
        ? Assignment.maximum(weights: numbers, rows: matrix.count, columns: columns)
        : Assignment.minimum(costs: numbers, rows: matrix.count, columns: columns)
      let pairs = found.enumerated().compactMap { row, column in column.map { [row, $0] } }
      #expect(one.agrees(pairs.reduce(0) { $0 + matrix[$1[0]][$1[1]] }, "total"), "\(one.name)")
      if one.expected["unique"] as? Bool == true {
        #expect(pairs == one.expected["assignment"] as? [[Int]], "\(one.name)")
      }
    }
    #expect(checked >= 15, "\(checked) cases")
  }

  @Test("type 7 quantiles are numpy's (file 70)")
  func quantiles() throws {
    let cases = try ReferenceVectors.cases(of: "70_quantiles")
    for one in cases {
      let values = try #require(one.inputs["x"] as? [Any]).compactMap { $0 as? Double }.sorted()
      let shares = try #require(one.inputs["p"] as? [Double])
      let wanted = try #require(one.expected["type7"] as? [Any])
      for (share, expected) in zip(shares, wanted) {
        let found = quantile(share, ofSorted: values).value
        #expect(one.agrees(found, with: expected, "type7"), "\(one.name) at \(share)")
      }
    }
    #expect(cases.count >= 16)
  }

  @Test("Wilson's interval is statsmodels' (file 71)")
  func wilson() throws {
    var checked = 0
    for one in try ReferenceVectors.cases(of: "71_proportion_ci") {
      guard one.inputs["alpha"] as? Double == 0.05, let count = one.inputs["count"] as? Int,
        let trials = one.inputs["nobs"] as? Int, let wanted = one.expected["wilson"] as? [Any]
      else { continue }
      checked += 1
      let interval = wilsonInterval(successes: count, trials: trials)
      #expect(one.agrees(interval?.low, with: wanted[0], "wilson"), "\(one.name)")
      #expect(one.agrees(interval?.high, with: wanted[1], "wilson"), "\(one.name)")
    }
    #expect(checked >= 10, "\(checked) cases")
  }

  /// A table of counts, or the pairs of two lists of ratings, those with a missing one left out.
  private static func table(_ inputs: [String: Any]) -> (ContingencyTable, Int)? {
    var table = ContingencyTable()
    if let counts = inputs["table"] as? [[Int]] {
      for (row, line) in counts.enumerated() {
        for (column, count) in line.enumerated() {
          table.add(row: Int32(row), column: Int32(column), count: count)
        }
      }
      return (table, counts.count)
    }
    guard let ratings = inputs["ratings"] as? [String: [Any]],
      let categories = (ratings["categories"] ?? inputs["categories"] as? [Any])?.map({ "\($0)" }),
      let a = ratings["a"], let b = ratings["b"]
    else { return nil }
    for (first, second) in zip(a, b) where !(first is NSNull) && !(second is NSNull) {
      guard let row = categories.firstIndex(of: "\(first)"),
        let column = categories.firstIndex(of: "\(second)")
      else { return nil }
      table.add(row: Int32(row), column: Int32(column))
    }
    return (table, categories.count)
  }
}
