import PostilCore

/// Reads RFC 4180 tables: quoted fields with delimiters, quotes and line ends inside.
///
/// Our own because no library at hand tells on which line a record begins, and reports must.
struct CSVReader {
  struct Record {
    var fields: [String]
    /// On which it begins, counted from 1.
    var line: Int
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index: Int
  private var line = 1

  init(_ bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    index = bytes.starts(with: TextLines.mark) ? TextLines.mark.count : 0
    guard Self.announced(in: bytes, at: index) != nil else { return }
    index += 5
    skipLineEnd()
  }

  /// Spreadsheets may write `sep=;` above the header.
  private static func announced(in bytes: [UInt8], at start: Int) -> UInt8? {
    let line = bytes[start...].prefix(6)
    guard line.count == 6, line.starts(with: "sep=".utf8), let end = line.last,
      end == 0x0A || end == 0x0D
    else { return nil }
    return line.dropLast().last
  }

  /// The next record that is no blank line; nil at the end.
  mutating func next() -> Record? {
    while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { skipLineEnd() }
    guard index < bytes.count else { return nil }
    var record = Record(fields: [], line: line)
    while true {
      record.fields.append(field())
      guard index < bytes.count, bytes[index] == delimiter else { break }
      index += 1
    }
    if index < bytes.count { skipLineEnd() }
    return record
  }

  private mutating func skipLineEnd() {
    if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    index += 1
    line += 1
  }

  private mutating func field() -> String {
    var field: [UInt8] = []
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      index += 1
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "\"") {
          index += 1
          // Two quotes are one; any other end the quoted part.
          guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
        } else if bytes[index] == 0x0A {
          line += 1
        }
        field.append(bytes[index])
        index += 1
      }
    }
    while index < bytes.count, bytes[index] != delimiter, bytes[index] != 0x0A,
      bytes[index] != 0x0D
    {
      field.append(bytes[index])
      index += 1
    }
    return String(decoding: field, as: UTF8.self)
  }

  /// The delimiter that cuts the first records into the same number of fields, two or more.
  static func delimiter(of bytes: [UInt8]) -> UInt8? {
    let start = bytes.starts(with: TextLines.mark) ? TextLines.mark.count : 0
    if let announced = announced(in: bytes, at: start) { return announced }
    let candidates = [",", "\t", ";", "|"].compactMap { $0.utf8.first }
    let widths = candidates.map { delimiter -> Int in
      var reader = CSVReader(bytes, delimiter: delimiter)
      guard let first = reader.next(), first.fields.count > 1 else { return 0 }
      let others = (0..<5).compactMap { _ in reader.next()?.fields.count }
      return others.allSatisfy { $0 <= first.fields.count } || others.isEmpty
        || others.contains(first.fields.count) ? first.fields.count : 0
    }
    guard let best = widths.max(), best > 1 else { return nil }
    return zip(candidates, widths).first { $0.1 == best }?.0
  }
}
