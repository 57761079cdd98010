import ArgumentParser
import Metrics

/// What is known of the annotators and of what they say, beside their files.
struct AnnotatorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Annotators whose errors are given together too, by category: a team, a shift, a site. Can be \
      repeated.
      """,
      valueName: "name=annotator,…"
    )
  )
  var cohort: [Assignment<AnnotatorCohort>] = []

  @Option(
    help: ArgumentHelp(
      """
      The scale of an attribute: grades from the lowest on, as 'occlusion=none<partial<full', or for a \
      number the difference up to which two agree, as 'speed=0.5'. Can be repeated.
      """,
      valueName: "name=scale"
    )
  )
  var attribute: [Assignment<DeclaredScale>] = []

  func validate() throws {
    for (option, names) in [("cohort", cohort.map(\.name)), ("attribute", attribute.map(\.name))]
    where Set(names).count < names.count {
      throw ValidationError("--\(option): a name is given twice")
    }
  }

  var scales: [String: DeclaredScale] {
    Dictionary(attribute.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  /// The cohorts of these annotators.
  ///
  /// - Throws: `CommandFailure` for an annotator who is none of them.
  func cohorts(of annotators: [String]) throws(CommandFailure) -> [AnnotatorCohort] {
    for cohort in cohort.map(\.value) {
      let unknown = cohort.annotators.subtracting(annotators).sorted()
      if let name = unknown.first {
        throw CommandFailure(
          "--cohort \(cohort.name): there is no annotator '\(name)'; there are "
            + annotators.joined(separator: ", ")
        )
      }
    }
    return cohort.map(\.value)
  }
}

/// `NAME=VALUE` as an argument.
struct Assignment<Value: AssignedValue>: ExpressibleByArgument {
  var name: String
  var value: Value

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
    name = String(argument[..<sign])
    guard let value = Value(name: name, text: String(argument[argument.index(after: sign)...]))
    else { return nil }
    self.value = value
  }
}

protocol AssignedValue {
  init?(name: String, text: String)
}

extension DeclaredScale: AssignedValue {
  init?(name: String, text: String) { self.init(text) }
}

extension AnnotatorCohort: AssignedValue {
  init?(name: String, text: String) {
    let annotators = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard !annotators.contains("") else { return nil }
    self.init(name: name, annotators: Set(annotators))
  }
}
