import GRDB

/// A ledger could not be read or added to; what it held before is as it was.
package enum LedgerError: Error, Hashable, Sendable {
  /// Nothing stands at the path, or it may not be read.
  case unreadable(path: String, reason: String)
  /// The file is something else, or too damaged to tell.
  case notALedger(path: String, reason: String)
  /// A later version of the program wrote it.
  case newer(path: String, version: Int, known: Int)
  /// The file, or its folder, may not be written.
  case readOnly(path: String)
  /// The disk is full, or the file may not grow.
  case full(path: String)
  /// Another process kept it locked for longer than `seconds`.
  case busy(path: String, seconds: Int)
  /// A run that is to be judged is not there.
  case noSuchRun(path: String, run: Int, why: String)
  case failed(path: String, reason: String)
}

extension LedgerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .notALedger(let path, let reason): "\(path): is not a ledger of assay: \(reason)"
    case .newer(let path, let version, let known):
      "\(path): is a ledger of version \(version), and this program knows versions up to \(known); "
        + "use a newer assay"
    case .readOnly(let path):
      "\(path): the ledger may not be written; nothing was entered"
    case .full(let path):
      "\(path): the disk is full or the file may not grow; nothing was entered, what the ledger held "
        + "is unchanged"
    case .busy(let path, let seconds):
      "\(path): another process has kept the ledger locked for \(seconds) s; nothing was entered"
    case .noSuchRun(let path, let run, let why): "\(path): run \(run): \(why)"
    case .failed(let path, let reason): "\(path): \(reason)"
    }
  }
}

extension LedgerError {
  /// What an error of SQLite means for the one who uses the ledger.
  init(_ error: any Error, path: String) {
    if let known = error as? LedgerError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
    }
    let text = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notALedger(path: path, reason: "it is no SQLite file")
    case .SQLITE_CORRUPT: self = .notALedger(path: path, reason: "the file is damaged: \(text)")
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_FULL, .SQLITE_IOERR: self = .full(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .busy(path: path, seconds: LedgerConnection.patience)
    default: self = .failed(path: path, reason: "SQLite: \(text)")
    }
  }
}
