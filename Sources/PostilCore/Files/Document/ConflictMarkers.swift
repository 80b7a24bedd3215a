/// The marks that git leaves in a file whose two sides it could not merge.
enum ConflictMarkers {
  /// The line of the first `<<<<<<<` that is followed by `=======` and `>>>>>>>`, from 1.
  static func firstLine(in text: some StringProtocol) -> Int? {
    var text = String(text)
    return text.withUTF8 { bytes in
      var line = 1
      var start = 0
      var stage = 0
      var found: Int?
      let marks = [UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">")]
      for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: "\n")
      {
        if begins(bytes[start..<index], with: marks[stage]) {
          if stage == 0 { found = line }
          stage += 1
          if stage == marks.count { return found }
        }
        start = index + 1
        line += 1
      }
      return nil
    }
  }

  private static func begins(_ line: Slice<UnsafeBufferPointer<UInt8>>, with mark: UInt8) -> Bool {
    guard line.count >= 7, line.first == mark, line.prefix(7).allSatisfy({ $0 == mark }) else {
      return false
    }
    let next = line.dropFirst(7).first
    return next == nil || next == UInt8(ascii: " ") || next == UInt8(ascii: "\r")
  }
}
