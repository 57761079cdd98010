extension SourcePlace {
  /// How many results one annotation of a task may have, as both positions share `index`.
  package static let resultLimit = 1 << 16
  /// How many annotations one task may have.
  package static let taskAnnotationLimit = 1 << 15

  /// The place of a result in an annotation of a task (Label Studio), both counted from 0.
  package init(file: Int32, line: UInt32, column: Int, annotation: Int, result: Int) {
    precondition(0..<Self.taskAnnotationLimit ~= annotation, "below taskAnnotationLimit")
    precondition(0..<Self.resultLimit ~= result, "below resultLimit")
    let index = Int32(annotation) * Int32(Self.resultLimit) + Int32(result)
    self.init(file: file, line: line, column: column, index: index)
  }

  /// The position of a result's annotation among those of its task.
  package var taskAnnotation: Int { Int(index) / Self.resultLimit }
  /// The position of a result in its annotation.
  package var taskResult: Int { Int(index) % Self.resultLimit }
}
