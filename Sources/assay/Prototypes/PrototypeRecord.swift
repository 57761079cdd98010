import Embeddings
import Statistics

/// A run of prototypes with what happened to each object.
struct PrototypeRecord: Sendable {
  /// How well it had gone after an object; `nil` before anything was judged.
  struct Line: Sendable {
    var accuracy: Double?
    var average: Double?
  }

  private(set) var annotator: IncrementalAnnotator
  private(set) var steps: [PrototypeStep] = []
  /// One a step.
  private(set) var lines: [Line] = []
  let firstRow: Int

  /// Lets the annotator go through the stream.
  init(_ annotator: IncrementalAnnotator, _ stream: PrototypeStream, order: [Int]) {
    self.annotator = annotator
    firstRow = stream.firstRow
    var (judged, right) = (annotator.judged, annotator.right)
    var window = annotator.window
    var (steps, lines) = ([PrototypeStep](), [Line]())
    self.annotator.annotate(stream.rows, stream.labels, order: order) { step in
      if let isRight = step.isRight {
        judged += 1
        if isRight { right += 1 }
        window.add(isRight)
      }
      let accuracy = judged == 0 ? nil : Double(right) / Double(judged)
      steps.append(step)
      lines.append(Line(accuracy: accuracy, average: window.average.value))
    }
    (self.steps, self.lines) = (steps, lines)
  }
}
