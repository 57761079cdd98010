import Annotations
import Findings
import Formats
import Metrics
import TestSupport
import Testing

@Suite("The attributes of matched objects")
struct AttributeAgreementTests {
  /// One image; an object each of these attributes, 20 px apart; B's boxes are the same.
  private func records(
    _ a: [String],
    _ b: [String],
    scales: [String: DeclaredScale] = [:]
  ) async throws -> [MetricRecord] {
    let pairing = DatasetPairing(try await dataset(a), try await dataset(b))
    return await Comparison(pairing, options: MatchingOptions(), scales: scales, threads: 1)
      .records(bootstrap: ImageBootstrap(replicates: 0))
  }

  private func dataset(_ attributes: [String]) async throws -> Dataset {
    let records = attributes.enumerated().map { index, attributes in
      """
      {"id": \(index + 1), "image_id": 1, "category_id": 1, "bbox": [\(index * 20), 0, 10, 10],
       "attributes": {\(attributes)}}
      """
    }
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "a.json",
      """
      {"images": [{"id": 1, "file_name": "a.jpg", "width": 900, "height": 90}],
       "categories": [{"id": 1, "name": "car"}], "annotations": [\(records.joined(separator: ","))]}
      """
    )
    return try await COCOFormat.read(file, threads: 1).dataset
  }

  private func record(_ id: String, _ name: String, _ records: [MetricRecord]) -> MetricRecord? {
    records.first { $0.id == id && $0.slice == SliceLabel([.attribute: name]) }
  }

  @Test("agree where they are equal, a missing one being a value; κ and coverage stand beside it")
  func nominal() async throws {
    let records = try await records(
      [#""colour": "red""#, #""colour": "red""#, #""colour": "blue""#, ""],
      [#""colour": "red""#, #""colour": "blue""#, #""colour": "blue""#, #""colour": "red""#]
    )
    #expect(record("attribute-agreement", "colour", records)?.value == 0.5)
    #expect(record("attribute-agreement", "colour", records)?.n == 4)
    // red 2/2, blue 1/2, missing 1/0 of 4: p_e = (4 + 2 + 0)/16; κ = (.5 − .375)/(1 − .375).
    let kappa = record("attribute-kappa", "colour", records)?.value ?? 9
    #expect(abs(kappa - 0.2) < 1e-15)
    let coverage = records.first {
      $0.id == "attribute-coverage" && $0.slice[.annotator] == "a" && $0.slice.values.count == 2
    }
    #expect(coverage?.value == 0.75)
    // Every box reaches the tier.
    #expect(record("attribute-minus-iou", "colour", records)?.value == -0.5)
  }

  @Test("that are numbers show a slipped decimal point")
  func powerOfTen() async throws {
    let records = try await records(
      [#""age": 9"#, #""age": 10"#, #""age": 10"#],
      [#""age": 9"#, #""age": 100"#, #""age": 11"#]
    )
    #expect(record("attribute-power-of-ten", "age", records)?.value == 1)
    let agreement = record("attribute-agreement", "age", records)?.value ?? 9
    #expect(abs(agreement - 1.0 / 3) < 1e-15)
  }

  @Test("are grades where their order is declared, and near ones count")
  func ordinal() async throws {
    func grades(_ names: String...) -> [String] { names.map { #""hidden": "\#($0)""# } }
    let scale = try #require(DeclaredScale("none<partial<full"))
    let records = try await records(
      grades("none", "partial", "full", "full", "none", "all"),
      grades("none", "full", "full", "partial", "partial", "none"),
      scales: ["hidden": scale]
    )
    // scikit-learn 1.9.1, cohen_kappa_score(weights="quadratic"), without the value that is no grade.
    let kappa = try #require(record("attribute-kappa-weighted", "hidden", records))
    #expect(abs((kappa.value ?? 9) - 0.5714285714285715) < 1e-15)
    #expect(kappa.n == 5)
    #expect(record("attribute-agreement", "hidden", records)?.n == 6)
  }

  @Test("that are numbers agree up to the declared difference")
  func tolerance() async throws {
    let (a, b) = ([#""speed": 1"#, #""speed": 2"#], [#""speed": 1.5"#, #""speed": 2.75"#])
    let strict = try await records(a, b)
    #expect(record("attribute-agreement", "speed", strict)?.value == 0)
    let scale = try #require(DeclaredScale("0.5"))
    let loose = try await records(a, b, scales: ["speed": scale])
    #expect(record("attribute-agreement", "speed", loose)?.value == 0.5)
  }

  @Test(
    "a scale is grades from the lowest on, or a difference",
    arguments: [
      "", "none", "none<", "none<none", "-1", "nan", "inf",
    ]
  )
  func badScale(_ text: String) {
    #expect(DeclaredScale(text) == nil)
  }

  @Test("are not compared where only one side knows them, nor where they describe the record")
  func ignored() async throws {
    let records = try await records([#""colour": "red", "score": 1"#], [#""age": 9, "score": 1"#])
    #expect(!records.contains { $0.id.hasPrefix("attribute") })
  }
}
