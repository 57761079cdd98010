/// The program could not do what it was asked for; ends it with exit code 2.
struct CommandFailure: Error, CustomStringConvertible {
  /// One line: what and where.
  let description: String

  init(_ description: String) { self.description = description }
}
