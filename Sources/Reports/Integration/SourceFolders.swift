import Findings

/// Where the files that a report names lie, as a path from the top of a repository.
///
/// A report names its inputs by their last part only, so that it is the same wherever they lie; a service that shows findings
/// beside the lines needs the whole path.
package struct SourceFolders: Hashable, Sendable {
  /// What stands before the file names of findings.
  package var data: String
  /// What stands before the file name of the policy.
  package var policy: String

  package init(data: String = "", policy: String = "") {
    self.data = data
    self.policy = policy
  }

  /// The path of a file that a finding names.
  func path(ofData file: String) -> String { Self.join(data, file) }

  /// The policy's path and line of `assay.yml:12`.
  func place(ofClause place: String) -> (path: String, line: Int?) {
    let parts = place.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1, let line = parts.last.flatMap({ Int($0) }), line > 0 else {
      return (Self.join(policy, place), nil)
    }
    return (Self.join(policy, parts.dropLast().joined(separator: ":")), line)
  }

  private static func join(_ folder: String, _ file: String) -> String {
    guard !folder.isEmpty, folder != "." else { return file }
    return folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
  }
}

/// A renderer whose output leads to lines of files.
package protocol LocatedRenderer: Renderer {
  init(folders: SourceFolders)
}

extension LocatedRenderer {
  package init() { self.init(folders: SourceFolders()) }
}

/// Every renderer for services that run checks; each is written on request, none by `--output`.
package enum IntegrationCatalog {
  package static let all: [any LocatedRenderer.Type] = [
    SARIFReport.self,
    JUnitReport.self,
    GitHubAnnotations.self,
    MarkdownSummary.self,
  ]
}
