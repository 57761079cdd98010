import CCrypto

/// A SHA-256 digest that is made piece by piece (FIPS 180-4).
package struct SHA256: ~Copyable {
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

  /// The digest of everything that was added: 64 digits of lower-case hexadecimal.
  package consuming func finish() -> String { end() }

  /// The digest of bytes alone, and of nothing that was added before; what is added next starts another one.
  ///
  /// Cheaper than a digest of its own for each of many small pieces.
  package mutating func digest(of bytes: RawSpan) -> String {
    restart()
    update(bytes)
    let text = end()
    restart()
    return text
  }

  private mutating func restart() {
    // Without a type, libcrypto keeps the one it has and looks for none.
    precondition(EVP_DigestInit_ex(context, nil, nil) == 1, "libcrypto starts a digest again")
  }

  private borrowing func end() -> String {
    String(unsafeUninitializedCapacity: 2 * Self.size) { text in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(EVP_MAX_MD_SIZE)) { digest in
        var count: UInt32 = 0
        let status = EVP_DigestFinal_ex(context, digest.baseAddress, &count)
        precondition(status == 1 && count == Self.size, "libcrypto ends a digest")
        for index in 0..<Self.size {
          text[2 * index] = Self.digit(digest[index] >> 4)
          text[2 * index + 1] = Self.digit(digest[index] & 15)
        }
        return 2 * Self.size
      }
    }
  }

  /// The size of a digest in bytes.
  private static let size = 32

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
  }
}

extension SHA256 {
  /// The digest of one piece of memory.
  package static func of(_ bytes: RawSpan) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finish()
  }

  /// The digest of bytes.
  package static func of(_ bytes: [UInt8]) -> String { of(bytes.span.bytes) }
}
