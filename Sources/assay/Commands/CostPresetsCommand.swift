import ArgumentParser

struct CostPresetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presets",
    abstract: "Lists the scenarios that the program has, or prints one as a file to change.",
    discussion: """
      Example:
        assay cost presets crowd > ours.yml
      """
  )

  @Argument(help: "Print this one as YAML, with the source of its numbers.")
  var name: String?

  func run() throws {
    guard let name else {
      for preset in CostPreset.all {
        let first = preset.text.prefix { $0 != "\n" }.drop { "# ".contains($0) }
        Terminal.standardOutput.line(preset.name.padding(to: 12) + first)
      }
      return
    }
    guard let preset = CostPreset.all.first(where: { $0.name == name }) else {
      let names = CostPreset.all.map(\.name)
      let hint =
        Spelling.nearest(to: name, among: Set(names)).map { "did you mean '\($0)'?" }
        ?? "known are \(names.joined(separator: ", "))"
      throw CommandFailure("unknown scenario '\(name)'; \(hint)")
    }
    Terminal.standardOutput.write(preset.text)
  }
}
