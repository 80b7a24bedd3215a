extension String {
  /// The text of code points, made in one piece: appending them one by one is ten times as slow.
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    let count = scalars.reduce(0) { $0 + UTF8.width($1) }
    self.init(unsafeUninitializedCapacity: count) { bytes in
      var end = 0
      for scalar in scalars {
        if scalar.isASCII {
          bytes[end] = UInt8(truncatingIfNeeded: scalar.value)
          end += 1
        } else {
          for byte in String(scalar).utf8 {
            bytes[end] = byte
            end += 1
          }
        }
      }
      return end
    }
  }
}

extension Unicode.Scalar {
  /// White space; that of ASCII is known without the tables.
  var isBlank: Bool { isASCII ? self == " " || 9...13 ~= value : properties.isWhitespace }
}
