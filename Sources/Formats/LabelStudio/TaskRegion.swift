import Annotations

/// All results of an annotation that speak of one region: its shape, its label, answers about it.
struct TaskRegion {
  private(set) var results: [TaskResult]

  /// Groups results by their ids, in order of first appearance; relations between regions are passed over.
  static func regions(of results: [TaskResult]) -> [TaskRegion] {
    var regions: [TaskRegion] = []
    var positions: [String: Int] = [:]
    for result in results where result.kind != "relation" {
      if let position = positions[result.id] {
        regions[position].results.append(result)
      } else {
        if !result.id.isEmpty { positions[result.id] = regions.count }
        regions.append(TaskRegion(results: [result]))
      }
    }
    return regions
  }

  /// The result that a message is about: that with the shape, else the first.
  private var main: TaskResult? { results.first { $0.shape != nil } ?? results.first }

  var id: String { main?.id ?? "" }
  var index: Int { main?.index ?? 0 }
  var kind: String { main?.kind ?? "" }
  var parent: String { main?.parent ?? "" }
  var score: Double? { main?.score }
  var shape: TaskResult.Shape? { main?.shape }
  var size: ImageSize? { main?.size }
  var place: SourcePlace { main?.place ?? SourcePlace(file: 0, line: 1, column: 1, index: 0) }

  /// The first thing that is wrong with any part of it.
  var problem: String? { results.lazy.compactMap(\.problem).first }

  /// Whether it is a key point, which belongs to another region.
  var isPoint: Bool { if case .point? = shape { true } else { false } }

  /// Whether it is the answer to a question about the image that is called `scene`.
  var isScene: Bool {
    results.count == 1 && problem == nil && shape == nil && results[0].name == "scene"
      && results[0].kind == "choices"
  }

  /// Labels of the shape, each once.
  var labels: [String] {
    var labels: [String] = []
    for label in results.flatMap(\.labels) where !labels.contains(label) { labels.append(label) }
    return labels
  }

  /// Answers about the region, by the names of their questions.
  var attributes: [(name: String, answer: TaskAnswer)] {
    results.flatMap { result in result.answers.map { (result.name, $0) } }
  }
}
