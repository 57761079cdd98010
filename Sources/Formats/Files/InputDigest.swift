import CCrypto

/// SHA-256 digests of what was read, as lower-case hexadecimal.
package enum InputDigest {
  /// Of one file's bytes.
  package static func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    EVP_Digest(bytes.baseAddress, bytes.count, &digest, &length, EVP_sha256(), nil)
    return digest[..<Int(length)].map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Of a folder: of one line for each file, its path, a NUL and its digest, in the order given.
  package static func ofFolder(_ entries: [(path: String, sha256: String)]) -> String {
    let list = entries.map { "\($0.path)\0\($0.sha256)\n" }.joined()
    return Array(list.utf8).withUnsafeBytes { sha256($0) }
  }
}
