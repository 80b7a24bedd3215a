import Crypto

/// SHA-256 of text: the identity of what was written.
public enum ContentHash {
  /// 64 lower-case hex digits over the UTF-8 bytes.
  public static func sha256(of text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var hash = SHA256()
      hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
      return hexadecimal(hash.finalize())
    }
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(64)
    for byte in bytes {
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 15)])
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Post {
  /// The hex SHA-256 that belongs into `sha256` of a post with this text.
  public static func digest(of text: String) -> String { ContentHash.sha256(of: text) }

  /// The first 12 hex digits of a post's SHA-256, as claims refer to it.
  public static func rev(of text: String) -> String { String(digest(of: text).prefix(12)) }
}
