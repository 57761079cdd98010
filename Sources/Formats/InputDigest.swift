import CCrypto
import Glibc

/// SHA-256 of what an audit read, so that a report can say on which bytes its numbers stand.
package struct InputDigest: ~Copyable {
  private let context: OpaquePointer

  package init() {
    let context = EVP_MD_CTX_new()
    guard let context, EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      preconditionFailure("libcrypto provides SHA-256")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes behind those that were added before.
  package mutating func update(_ bytes: RawSpan) {
    let status = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    precondition(status == 1, "libcrypto hashes bytes")
  }

  /// The digest of everything that was added, in lower-case hexadecimal.
  package consuming func finish() -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    precondition(EVP_DigestFinal_ex(context, &digest, &count) == 1, "libcrypto ends a digest")
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.prefix(Int(count)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

extension InputDigest {
  /// The digest of one piece of memory.
  package static func of(_ bytes: RawSpan) -> String {
    var digest = InputDigest()
    digest.update(bytes)
    return digest.finish()
  }

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
