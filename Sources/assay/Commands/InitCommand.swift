import ArgumentParser
import FoundationEssentials

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a policy to start from, with comments.",
    discussion: """
      POLICY is assay.yml where nothing is said. A file that is there is never replaced. With --schema a JSON \
      Schema is written, too, and the policy names it, so that editors complete and check what is typed.

      Example:
        assay init assay.yml --schema assay-policy.schema.json
        assay audit Fixtures/street/gold.json --policy assay.yml
      """
  )

  @Argument(help: "The policy to write; '-' for standard output.")
  var policy: String = "assay.yml"

  @Option(
    help: ArgumentHelp(
      "Write the JSON Schema of policies here, with this program's metrics and rules.",
      valueName: "file"
    )
  )
  var schema: String?

  func validate() throws {
    guard schema != "-" else { throw ValidationError("--schema must be a file") }
    guard schema != policy else {
      throw ValidationError("--schema and the policy must be two files")
    }
  }

  func run() throws {
    let files = [policy, schema].compactMap { $0 == "-" ? nil : $0 }
    for file in files where FileManager.default.fileExists(atPath: file) {
      throw CommandFailure("\(file): exists already and is not replaced")
    }
    if let schema { try AtomicFile.write(PolicySchema.text, to: schema) }
    try TextOutput.write(DefaultPolicy.text(schema: schema.map(pathFromPolicy)), to: policy)
    for file in files { Terminal.standardError.line("written: \(file)") }
  }

  /// The schema's path as seen from the policy's folder: its name where both lie in one, else as it was given.
  private func pathFromPolicy(_ path: String) -> String {
    func parts(_ path: String) -> (folder: Substring, name: Substring) {
      guard let slash = path.lastIndex(of: "/") else { return ("", path[...]) }
      return (path[..<slash], path[path.index(after: slash)...])
    }
    let (schema, policy) = (parts(path), parts(policy))
    return schema.folder == policy.folder ? String(schema.name) : path
  }
}
