/// A text and the cells that there are for it, to remember what was drawn of it.
///
/// Compared byte by byte: texts that Unicode calls equivalent are drawn as they were written.
struct Setting: Sendable {
  let text: String
  let width: Int

  /// Nil for what is too long to be remembered.
  init?(_ text: some StringProtocol, width: Int) {
    guard text.utf8.count <= 2_000 else { return nil }
    self.text = String(text)
    self.width = width
  }
}

extension Setting: Hashable {
  static func == (one: Setting, other: Setting) -> Bool {
    one.width == other.width && one.text.utf8.elementsEqual(other.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(width)
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
