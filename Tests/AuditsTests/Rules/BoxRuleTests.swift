import Audits
import Findings
import Testing

@Suite struct BoxRuleTests {
  @Test("a box at x = −30 is out of bounds, and the message says by how much")
  func leftEdge() async throws {
    let json = coco(annotations: [annotation(1, box: "-30, 10, 50, 20")])
    let found = try await findings(of: "box-out-of-bounds", in: json)
    #expect(
      found.map(\.message) == [
        "box reaches 30 px over the left edge of its image of 100 × 80 px; at most 1 px is tolerated"
      ]
    )
  }

  @Test("all edges are checked; each is tolerated up to the tolerance", arguments: [0.0, 1, 2.5])
  func everyEdge(tolerance: Double) async throws {
    let settings = RuleSettings(boundsTolerance: tolerance)
    // The image is 100 × 80 px; a box may reach exactly the tolerance.
    let (inside, outside) = (tolerance, tolerance + 0.25)
    func count(_ overhang: Double) async throws -> Int {
      let json = coco(annotations: [
        annotation(1, box: "\(-overhang), 10, 50, 20"),
        annotation(2, box: "10, \(-overhang), 50, 20"),
        annotation(3, box: "50, 10, \(50 + overhang), 20"),
        annotation(4, box: "10, 60, 50, \(20 + overhang)"),
      ])
      return try await findings(of: "box-out-of-bounds", in: json, settings: settings).count
    }
    #expect(try await count(inside) == 0)
    #expect(try await count(outside) == 4)
  }

  @Test("several edges are named together")
  func severalEdges() async throws {
    let json = coco(annotations: [annotation(1, box: "-2, -3.5, 106, 20")])
    let found = try await findings(of: "box-out-of-bounds", in: json)
    let message = try #require(found.first).message
    #expect(
      message.hasPrefix(
        "box reaches 2 px over the left edge, 3.5 px over the top edge and 4 px over the right edge"
      )
    )
  }

  @Test("what coordinates lose in single precision is no overhang at tolerance 0")
  func roundingIsNoOverhang() async throws {
    let settings = RuleSettings(boundsTolerance: 0)
    // x and 100 − x, each as a 32-bit number, so that some sums are above 100.
    let sides = (1...999).map { tenths in
      (x: Double(Float(tenths) / 10), width: Double(Float(1000 - tenths) / 10))
    }
    #expect(sides.contains { $0.x + $0.width > 100 })
    let boxes = sides.map { annotation(1, box: "\($0.x), 10, \($0.width), 20") }
    let found = try await findings(
      of: "box-out-of-bounds",
      in: coco(annotations: boxes),
      settings: settings
    )
    #expect(found.isEmpty)
  }

  @Test("of n copies n − 1 are reported, each with the first")
  func copies() async throws {
    let json = coco(
      annotations: (1...4).map { annotation($0, box: "10, 10, 20, 30") }
    )
    let found = try await findings(of: "duplicate-box", in: json)
    #expect(found.map(\.annotation) == ["2", "3", "4"])
    #expect(
      found.allSatisfy { $0.message == "same box and category as annotation 1 (/annotations/0)" }
    )
    #expect(found.first?.evidence["other-width"] == 20)
    #expect(try await findings(of: "same-box-two-categories", in: json).isEmpty)
  }

  @Test("duplicates among 101 boxes of one category are found")
  func manyBoxes() async throws {
    var boxes = (1...101).map { annotation($0, box: "\(Double($0) / 2), 10, 20, 30") }
    boxes.append(annotation(102, box: "7.5, 10, 20, 30"))
    boxes.append(annotation(103, box: "0.5, 10, 20, 30"))
    let found = try await findings(of: "duplicate-box", in: coco(annotations: boxes))
    // 7.5 is the box of annotation 15, 0.5 that of annotation 1.
    #expect(found.map(\.annotation) == ["102", "103"])
    #expect(
      found.map(\.message) == [
        "same box and category as annotation 15 (/annotations/14)",
        "same box and category as annotation 1 (/annotations/0)",
      ]
    )
  }

  @Test("of n categories on one box n − 1 are reported, apart from copies")
  func severalCategories() async throws {
    let categories = (1...3).map { #"{"id": \#($0), "name": "c\#($0)"}"# }
    let json = coco(
      categories: categories.joined(separator: ","),
      annotations: [
        annotation(1, category: 1, box: "10, 10, 20, 30"),
        annotation(2, category: 2, box: "10, 10, 20, 30"),
        annotation(3, category: 1, box: "10, 10, 20, 30"),
        annotation(4, category: 3, box: "10, 10, 20, 30"),
        annotation(5, category: 2, box: "10, 10, 20, 30"),
      ]
    )
    let categorised = try await findings(of: "same-box-two-categories", in: json)
    #expect(categorised.map(\.annotation) == ["2", "4"])
    #expect(
      categorised.first?.message
        == "same box as annotation 1 (/annotations/0), which is 'c1'; expected one category"
    )
    let copies = try await findings(of: "duplicate-box", in: json)
    #expect(copies.map(\.annotation) == ["3", "5"])
    #expect(copies.last?.message.contains("annotation 2 ") == true)
  }

  @Test("undeclared categories are told apart by their ids")
  func undeclaredCategories() async throws {
    let json = coco(annotations: [
      annotation(1, category: 8, box: "10, 10, 20, 30"),
      annotation(2, category: 9, box: "10, 10, 20, 30"),
      annotation(3, category: 9, box: "10, 10, 20, 30"),
    ])
    #expect(try await findings(of: "duplicate-box", in: json).map(\.annotation) == ["3"])
    let categorised = try await findings(of: "same-box-two-categories", in: json)
    #expect(categorised.map(\.annotation) == ["2"])
    #expect(categorised.first?.message.contains("which is '8'") == true)
  }

  @Test("boxes without extent are no duplicates: they have a finding each already")
  func degenerateCopies() async throws {
    let json = coco(annotations: (1...3).map { annotation($0, box: "0, 0, 0, 0") })
    #expect(try await findings(of: "duplicate-box", in: json).isEmpty)
    #expect(try await findings(of: "degenerate-box", in: json).count == 3)
  }

  @Test("coordinates too large for a sum are reported without infinite numbers")
  func hugeCoordinates() async throws {
    let outline = #", "segmentation": [[-1e308, 0, 1e308, 0, 5, 5]]"#
    let json = coco(annotations: [
      annotation(1, box: "1e308, 1e308, 1e308, 1e308"), annotation(2, box: "0, 0, 5, 5", outline),
    ])
    let summary = try await RuleRun(rules: rulesOfRecordsWithoutArea, threads: 1).findings(in: [
      ExampleDataset.read(coco: json)
    ])
    #expect(summary.items.prefix(2).map(\.rule) == ["box-out-of-bounds", "polygon-outside-box"])
    let evidence = try #require(summary.items.dropFirst().first).evidence
    #expect(evidence["other-x"] == -1e308)
    #expect(evidence["other-width"] == nil)
    #expect(summary.items.flatMap { $0.evidence.values }.allSatisfy { $0.isFinite })
  }
}
