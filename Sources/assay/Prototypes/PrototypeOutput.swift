import Embeddings
import Statistics

/// Writes and tells what a run of prototypes measured.
struct PrototypeOutput {
  let stream: StreamArguments

  /// The tables and drawings of the run itself, and its state.
  func write(_ record: PrototypeRecord) throws(CommandFailure) {
    if let folder = stream.output {
      try AtomicFile.makeFolder(folder)
      let annotator = record.annotator
      try AtomicFile.write(PrototypeTables.summary(annotator), to: "\(folder)/summary.csv")
      try AtomicFile.write(PrototypeTables.steps(record), to: "\(folder)/accuracy.csv")
      try AtomicFile.write(PrototypeFigures.accuracy(record), to: "\(folder)/accuracy.svg")
      try AtomicFile.write(
        PrototypeTables.confusion(annotator.table),
        to: "\(folder)/confusion.csv"
      )
      try AtomicFile.write(
        PrototypeFigures.confusion(annotator.table),
        to: "\(folder)/confusion.svg"
      )
      try AtomicFile.write(PrototypeTables.prototypes(annotator), to: "\(folder)/prototypes.csv")
    }
    if let state = stream.state {
      try PrototypeStateFile(record.annotator).write(to: state)
    }
  }

  /// The tables and drawings of the trials.
  func write(
    _ trials: PrototypeTrials,
    sweep: [IncrementalAnnotator]
  ) async throws(CommandFailure) {
    guard let folder = stream.output else { return }
    try AtomicFile.write(
      PrototypeTables.trials(sweep, "epsilon") { $0.epsilon },
      to: "\(folder)/epsilon.csv"
    )
    try AtomicFile.write(
      PrototypeFigures.epsilon(sweep, best: PrototypeTrials.best(sweep)),
      to: "\(folder)/epsilon.svg"
    )
    try AtomicFile.write(
      PrototypeFigures.precisionRecall(sweep),
      to: "\(folder)/precision-recall.svg"
    )
    let feedback = await trials.feedback()
    try AtomicFile.write(
      PrototypeTables.trials(feedback, "feedback") { $0.feedback },
      to: "\(folder)/feedback.csv"
    )
    try AtomicFile.write(PrototypeFigures.feedback(feedback), to: "\(folder)/feedback.svg")
    let orders = await trials.orders()
    try AtomicFile.write(PrototypeTables.orders(orders), to: "\(folder)/orders.csv")
    try AtomicFile.write(
      PrototypeFigures.orders(orders, hasDomains: trials.stream.hasDomains),
      to: "\(folder)/orders.svg"
    )
  }

  /// Says on standard error how the run went.
  func tell(_ annotator: IncrementalAnnotator) {
    guard !stream.quiet else { return }
    for line in Self.summary(annotator) { Terminal.standardError.line(line) }
    if let folder = stream.output { Terminal.standardError.line("written: \(folder)") }
    if let state = stream.state { Terminal.standardError.line("state:   \(state)") }
  }

  private static func summary(_ annotator: IncrementalAnnotator) -> [String] {
    let (parameters, table) = (annotator.parameters, annotator.table)
    func text(_ value: Double?) -> String {
      value.map { "\(($0 * 1e4).rounded() / 1e4)" } ?? "undefined"
    }
    let excluded = table.total - annotator.judged
    var lines = [
      "\(annotator.position) objects, \(annotator.categories.count) categories; "
        + "\(parameters.mode.rawValue), \(parameters.distance.rawValue), ε \(parameters.epsilon), "
        + "feedback \(parameters.feedback)",
      "accuracy \(text(annotator.accuracy.value)): \(annotator.right) right of \(annotator.judged) judged"
        + (excluded > 0 ? "; \(excluded) first occurrences take no part" : ""),
      "new categories: precision \(text(table.precision.value)), recall \(text(table.recall.value)), "
        + "F1 \(text(table.f1.value)); C = \(table.rows)",
    ]
    if annotator.unnamedEstimates > 0 {
      lines.append(
        "\(annotator.unnamedEstimates) objects met a prototype that nobody had named: counted as wrong"
      )
    }
    if annotator.notFinite > 0 {
      lines.append("\(annotator.notFinite) vectors hold a value that is not finite: put aside")
    }
    if annotator.zeroVectors > 0 {
      lines.append("\(annotator.zeroVectors) vectors are zero: their cosine distance is 1")
    }
    return lines
  }
}
