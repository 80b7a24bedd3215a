/// A sum of bytes that tells whether they are the same as before (FNV-1a, 64 bits).
///
/// It guards against torn and damaged files, not against people.
enum Checksum {
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
