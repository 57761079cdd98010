import Audits

/// Reads a scenario of `assay cost`, from a file or from those that the program has.
enum ScenarioFile {
  /// Larger files are no scenarios.
  private static let maximumSize = 1 << 20

  /// `name` is the name of a preset, or a path.
  ///
  /// - Throws: `CommandFailure` with one line for each thing that is wrong, in the order of the file.
  static func read(_ name: String) throws(CommandFailure) -> ScenarioReader.Reading {
    if let preset = CostPreset.all.first(where: { $0.name == name }) {
      return try parse(preset.text, name: name)
    }
    guard name.contains("/") || name.contains(".") else {
      let names = CostPreset.all.map(\.name)
      let hint =
        Spelling.nearest(to: name, among: Set(names)).map { "did you mean '\($0)'?" }
        ?? "known are \(names.joined(separator: ", ")); a file needs its ending, like '\(name).yml'"
      throw CommandFailure("unknown scenario '\(name)'; \(hint)")
    }
    return try parse(try TextFile.read(name, limit: maximumSize), name: name)
  }

  /// - Throws: `CommandFailure` with one line for each thing that is wrong, in the order of the file.
  static func parse(_ text: String, name: String) throws(CommandFailure) -> ScenarioReader.Reading {
    guard let root = try YAMLDocument.root(of: text, name: name) else {
      throw CommandFailure("\(name):1:1: a scenario with 'name' and numbers was expected")
    }
    var reader = ScenarioReader(name: name)
    guard let reading = reader.read(root), reader.problems.isEmpty else {
      throw CommandFailure(reader.problems.lines.joined(separator: "\n"))
    }
    return reading
  }
}
