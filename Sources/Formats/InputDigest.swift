import Digests

/// SHA-256 of what an audit read, so that a report can say on which bytes its numbers stand.
package struct InputDigest: ~Copyable {
  private var digest = SHA256()

  package init() {}

  /// Adds bytes behind those that were added before.
  package mutating func update(_ bytes: RawSpan) { digest.update(bytes) }

  /// The digest of bytes alone, and of nothing that was added before.
  package mutating func digest(of bytes: RawSpan) -> String { digest.digest(of: bytes) }

  /// The digest of everything that was added, in lower-case hexadecimal.
  package consuming func finish() -> String { digest.finish() }
}

extension InputDigest {
  /// The digest of one piece of memory.
  package static func of(_ bytes: RawSpan) -> String { SHA256.of(bytes) }

  /// The digest of a file's bytes; their memory is given back on the way.
  package static func of(_ bytes: PaddedBytes) -> String {
    let blockSize = 8 << 20
    var digest = InputDigest()
    for start in stride(from: 0, to: bytes.count, by: blockSize) {
      let block = start..<min(start + blockSize, bytes.count)
      bytes.withSpan(of: block) { digest.update($0) }
      bytes.release(block)
    }
    return digest.finish()
  }

  /// The digest of a folder: of its sorted lines "relative path, NUL, digest of the file, LF".
  package static func ofFolder(entries: [(path: String, sha256: String)]) -> String {
    var digest = InputDigest()
    for entry in entries.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      let line = Array("\(entry.path)\0\(entry.sha256)\n".utf8)
      digest.update(line.span.bytes)
    }
    return digest.finish()
  }
}
