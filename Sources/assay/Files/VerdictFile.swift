import Audits
import Formats

/// Reads the verdicts of a review.
enum VerdictFile {
  /// - Returns: The verdict by the item's name.
  /// - Throws: `CommandFailure` where the file cannot be read, or a verdict is none or given twice.
  static func read(_ path: String) throws(CommandFailure) -> [String: ReviewVerdict] {
    let rows: [VerdictCSV.Row]
    do throws(FormatError) { rows = try VerdictCSV.read(path) } catch {
      throw CommandFailure(error.description)
    }
    var verdicts: [String: ReviewVerdict] = [:]
    for row in rows {
      let place = "\(fileName(of: path)):\(row.line)"
      guard let verdict = ReviewVerdict(rawValue: row.verdict.lowercased()) else {
        throw CommandFailure(
          "\(place): '\(row.verdict)' is no verdict; accept, edit, reject or defer was expected"
        )
      }
      guard verdicts.updateValue(verdict, forKey: row.item) == nil else {
        throw CommandFailure("\(place): item '\(row.item)' has a verdict already")
      }
    }
    return verdicts
  }
}
