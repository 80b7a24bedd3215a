import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

/// Streams, cut into pieces at any byte.
struct StreamTests {
  /// The bytes in pieces of a few each.
  private func stream(_ bytes: [UInt8], _ numbers: inout SeededNumbers) -> ByteStream {
    var rest = bytes[...]
    let sizes = (0...bytes.count).map { _ in Int.random(in: 1...7, using: &numbers) }
    var next = 0
    return ByteStream { () throws(Problem) in
      let piece = Array(rest.prefix(sizes[next % sizes.count]))
      next += 1
      rest = rest.dropFirst(piece.count)
      return piece
    }
  }

  private func text(_ bytes: [UInt8], _ numbers: inout SeededNumbers) throws -> [UInt8] {
    var text = TextStream(stream(bytes, &numbers))
    var all: [UInt8] = []
    while let piece = try text.next() { all += piece }
    return all
  }

  @Test func `text is the same however it is cut`() throws {
    var numbers = SeededNumbers(72)
    let words = "plain, naïve, 🟢 👨‍👩‍👧 \u{2028} U+3000 \u{3000} ende\r\n"
    let utf16 = Array(words.utf16)
    for _ in 0..<50 {
      #expect(try text(Array(words.utf8), &numbers) == Array(words.utf8))
      #expect(try text(TextLines.mark + Array(words.utf8), &numbers) == Array(words.utf8))
      let little: [UInt8] =
        [0xFF, 0xFE]
        + utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
      #expect(try text(little, &numbers) == Array(words.utf8))
      let big: [UInt8] =
        [0xFE, 0xFF]
        + utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
      #expect(try text(big, &numbers) == Array(words.utf8))
    }
  }

  @Test func `any bytes are text`() throws {
    var numbers = SeededNumbers(73)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...60, using: &numbers)).map { _ in
        UInt8.random(in: 0...255, using: &numbers)
      }
      let text = try text(bytes, &numbers)
      #expect(String(validating: text, as: UTF8.self) != nil)
    }
  }

  @Test(arguments: [true, false])
  func `records are the same however the stream is cut`(isArray: Bool) throws {
    var numbers = SeededNumbers(74)
    let records = (0..<9).map { #"{"n": \#($0), "t": "a, {\"b\"} ] é"}"# }
    let text =
      isArray ? "[" + records.joined(separator: ",\n") + "]" : records.joined(separator: "\r\n")
    for _ in 0..<50 {
      var bytes = Array(text.utf8)
      let isDamaged = Bool.random(using: &numbers)
      if isDamaged { bytes[Int.random(in: 5..<bytes.count, using: &numbers)] = 0x7B }
      func values(_ stream: ByteStream) throws -> [String] {
        var records = try JSONRecords(stream, name: "a")
        var values: [String] = []
        while let element = try records.next() {
          values.append("\(element.line) \((try? element.value.get()).map { "\($0)" } ?? "damage")")
        }
        return values
      }
      let whole = try values(ByteStream(bytes))
      #expect(try values(stream(bytes, &numbers)) == whole)
      if !isDamaged { #expect(whole.count == 9) }
    }
  }
}
