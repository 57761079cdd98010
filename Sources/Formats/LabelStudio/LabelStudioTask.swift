import Annotations

/// A task of an export: an image and what people drew on it.
struct LabelStudioTask {
  let index: Int
  let place: SourcePlace
  var id: Int64?
  /// Empty where nothing in `data` names a file.
  var fileName = ""
  var annotations: [TaskAnnotation] = []
  var problem: String?

  init(index: Int, place: SourcePlace) {
    self.index = index
    self.place = place
  }

  /// JSON pointer.
  var pointer: String { "/\(index)" }
}

/// One person's work on a task.
struct TaskAnnotation {
  /// Position among the annotations of its task.
  let index: Int
  let place: SourcePlace
  /// As it is written; empty where there is none.
  var id = ""
  var annotator: String?
  /// Of the whole annotation, not of one of its objects.
  var seconds: Double?
  var wasCancelled = false
  var results: [TaskResult] = []
  var problem: String?

  init(index: Int, place: SourcePlace) {
    self.index = index
    self.place = place
  }
}

/// A part of an annotation: a shape, its label, or an answer to a question.
struct TaskResult {
  enum Shape {
    case rectangle(x: Double, y: Double, width: Double, height: Double)
    /// `x0, y0, x1, y1, …`.
    case polygon([Double])
    case point(x: Double, y: Double)
    /// The bytes of a packed mask.
    case brush([UInt8])
  }

  /// Position among the results of its annotation.
  let index: Int
  let place: SourcePlace
  /// What all parts of one region have in common; empty where there is none.
  var id = ""
  var kind = ""
  /// The question of the labelling page that this answers.
  var name = ""
  /// The region that this one belongs to; empty where there is none.
  var parent = ""
  var labels: [String] = []
  var answers: [TaskAnswer] = []
  /// In percent of the sides of the image.
  var shape: Shape?
  var size: ImageSize?
  var score: Double?
  /// Why it cannot be used.
  var problem: String?

  init(index: Int, place: SourcePlace) {
    self.index = index
    self.place = place
  }
}

/// An answer whose text is not interned yet.
enum TaskAnswer: Equatable {
  case text(String)
  case number(Double)
}
