import ArgumentParser
import Reports

/// What a command that makes a report writes to standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case github
  case markdown

  /// `nil` where nothing is written.
  func renderer(_ folders: SourceFolders) -> (any Renderer)? {
    switch self {
    case .text: nil
    case .json: JSONReport()
    case .github: GitHubAnnotations(folders: folders)
    case .markdown: MarkdownSummary(folders: folders)
    }
  }
}
