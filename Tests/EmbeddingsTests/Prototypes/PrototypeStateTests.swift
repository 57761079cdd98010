import Annotations
import Embeddings
import Foundation
import Statistics
import Testing

@Suite("A saved state of incremental annotation")
struct PrototypeStateTests {
  private let labels: LabelColumn
  private let rows: VectorTable

  /// 300 objects in 4 dimensions around 6 centres.
  init() {
    var generator = SeededGenerator(seed: 5)
    var (values, names) = ([Float](), [String]())
    for _ in 0..<300 {
      let centre = generator.index(below: 6)
      names.append("category \(centre)")
      for axis in 0..<4 {
        let offset: Float = centre % 4 == axis ? Float(1 + centre / 4) : 0
        values.append(offset + Float(generator.unit()) * 0.4)
      }
    }
    (rows, labels) = (VectorTable(width: 4, values: values as [Float]), LabelColumn(names))
  }

  private func data(_ annotator: IncrementalAnnotator) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(annotator)
  }

  @Test("a resumed run ends with the same bytes as one run", arguments: [0.3, 1], [1, 137, 299])
  func resumes(feedback: Double, cut: Int) throws {
    for mode in PrototypeParameters.Mode.allCases {
      for distance in PrototypeDistance.allCases {
        let parameters = PrototypeParameters(
          mode: mode,
          distance: distance,
          epsilon: 0.3,
          feedback: feedback,
          seed: 9,
          window: 20
        )
        var whole = IncrementalAnnotator(parameters, dimension: 4)
        var wholeSteps: [PrototypeStep] = []
        whole.annotate(rows, labels, order: 0..<300) { wholeSteps.append($0) }

        var first = IncrementalAnnotator(parameters, dimension: 4)
        var steps: [PrototypeStep] = []
        first.annotate(rows, labels, order: 0..<cut) { steps.append($0) }
        var second = try JSONDecoder().decode(IncrementalAnnotator.self, from: data(first))
        #expect(second == first && second.problem == nil)
        second.annotate(rows, labels, order: cut..<300) { steps.append($0) }

        #expect(steps == wholeSteps)
        #expect(try data(second) == data(whole))
      }
    }
  }

  @Test("a damaged state has a problem, and does not run")
  func damaged() throws {
    var annotator = IncrementalAnnotator(PrototypeParameters(epsilon: 0.3), dimension: 4)
    annotator.annotate(rows, labels, order: 0..<50)
    let text = String(decoding: try data(annotator), as: UTF8.self)
    let damages = [
      (#""dimension":4"#, #""dimension":5"#), (#""dimension":4"#, #""dimension":-4"#),
      (#""dimension":4"#, #""dimension":4611686018427387904"#),
      (#""epsilon":0.3"#, #""epsilon":-1"#), (#""position":50"#, #""position":51"#),
      (#""size":100"#, #""size":7"#), (#""next":0"#, #""next":12"#),
      (#""owners":[1,"#, #""owners":[77,"#), (#""owners":[1,"#, #""owners":[2,"#),
    ]
    for (sound, damaged) in damages {
      #expect(text.contains(sound), "\(sound)")
      let broken = Data(text.replacing(sound, with: damaged).utf8)
      let state = try JSONDecoder().decode(IncrementalAnnotator.self, from: broken)
      #expect(state.problem != nil, "\(damaged)")
    }
  }
}
