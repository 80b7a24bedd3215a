import PostilCore

/// Adds texts to the file of packed ones (`TextLog`): all of a transaction at once, before it ends.
final class TextWriter {
  private let file: TextFile
  private var start: Int
  private var bytes: [UInt8] = []

  init(_ file: TextFile) {
    self.file = file
    start = file.count
    // The last text may have been torn by a crash: what follows must not belong to it.
    if let last = file.last, last != TextLog.end { bytes = [TextLog.end] }
  }

  /// Takes the texts of a record; returns where the body begins, and the bytes of each.
  func add(
    _ id: Int64, _ text: (title: String, names: String, body: String)
  ) -> (start: Int, body: Int, title: Int, names: Int) {
    let place = start + bytes.count
    for part in [text.body, text.title, text.names] {
      bytes.append(contentsOf: part.utf8)
      bytes.append(0)
    }
    bytes.append(contentsOf: String(id).utf8)
    bytes.append(TextLog.end)
    return (place, text.body.utf8.count, text.title.utf8.count, text.names.utf8.count)
  }

  /// Writes them; whatever is not in the tables in the end is overlooked.
  func finish() throws(Problem) {
    try file.append(bytes)
    start += bytes.count
    bytes = []
  }
}
