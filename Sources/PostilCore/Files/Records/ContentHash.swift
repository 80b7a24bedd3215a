import Crypto

/// SHA-256 of text: the identity of what was written.
public enum ContentHash {
  /// 64 lower-case hex digits over the UTF-8 bytes.
  public static func sha256(of text: String) -> String {
    var text = text
    return text.withUTF8 { sha256(of: UnsafeRawBufferPointer($0)) }
  }

  /// The first `digits` of the 64 over bytes; an even number of them.
  static func sha256(of bytes: UnsafeRawBufferPointer, digits: Int = 64) -> String {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    let sum = hash.finalize()
    return String(unsafeUninitializedCapacity: digits) { text in
      for (index, byte) in sum.prefix(digits / 2).enumerated() {
        text[2 * index] = digit(byte >> 4)
        text[2 * index + 1] = digit(byte & 15)
      }
      return digits
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

extension Post {
  /// The hex SHA-256 that belongs into `sha256` of a post with this text.
  public static func digest(of text: String) -> String { ContentHash.sha256(of: text) }

  /// The first 12 hex digits of a post's SHA-256, as claims refer to it.
  public static func rev(of text: String) -> String { String(digest(of: text).prefix(12)) }
}
