/// A text being written: what the line editor and the note editor have in common.
///
/// The cursor stands between grapheme clusters, whatever is put in or taken out around it.
struct EditBuffer: Hashable, Sendable {
  private(set) var text: String
  private(set) var cursor: String.Index
  /// What was cut last, by `kill`.
  private(set) var killed = ""
  private var isKilling = false
  private var past: [Moment] = []
  private var isTyping = false

  /// A text and where the cursor was, in code points.
  private struct Moment: Hashable {
    var text: String
    var cursor: Int
  }

  init(_ text: String = "") {
    self.text = text
    cursor = text.endIndex
  }

  /// Where the cursor stands, in code points.
  var offset: Int {
    get { text.unicodeScalars.distance(from: text.startIndex, to: cursor) }
    set { place(at: newValue) }
  }

  mutating func move(to index: String.Index) {
    cursor = index
    isKilling = false
    isTyping = false
  }

  /// Puts text in at the cursor and the cursor behind it.
  mutating func insert(_ new: String, isTyped: Bool = false) {
    guard !new.isEmpty else { return }
    // Undo takes back a word at a time, not a letter.
    let joins = isTyping && isTyped && !new.allSatisfy(\.isWhitespace)
    if !joins { remember() }
    replace(cursor..<cursor, with: new)
    isKilling = false
    isTyping = isTyped
  }

  mutating func delete(_ range: Range<String.Index>) {
    guard !range.isEmpty else { return }
    remember()
    replace(range, with: "")
    isKilling = false
    isTyping = false
  }

  /// Cuts, for `yank`; cuts without anything between them are kept as one.
  mutating func kill(_ range: Range<String.Index>) {
    guard !range.isEmpty else { return }
    let cut = String(text[range])
    let isBefore = range.upperBound == cursor
    let kept = isKilling ? killed : ""
    delete(range)
    killed = isBefore ? cut + kept : kept + cut
    isKilling = true
  }

  mutating func yank() {
    insert(killed)
  }

  /// Swaps the cluster before the cursor with the one at it, or at the end the last two.
  mutating func transpose() {
    guard text.count > 1, cursor > text.startIndex else { return }
    let right = cursor < text.endIndex ? cursor : text.index(before: cursor)
    guard right > text.startIndex else { return }
    let left = text.index(before: right)
    let range = left..<text.index(after: right)
    remember()
    replace(range, with: String(text[right]) + String(text[left]))
  }

  /// Takes the last change back.
  mutating func undo() {
    guard let moment = past.popLast() else { return }
    text = moment.text
    place(at: moment.cursor)
    isKilling = false
    isTyping = false
  }

  /// Puts another text in its place, as one change.
  mutating func set(_ new: String) {
    remember()
    text = new
    cursor = text.endIndex
    isKilling = false
    isTyping = false
  }

  private mutating func remember() {
    past.append(Moment(text: text, cursor: offset))
    if past.count > 200 { past.removeFirst() }
  }

  private mutating func replace(_ range: Range<String.Index>, with new: String) {
    let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
    text.unicodeScalars.replaceSubrange(range, with: new.unicodeScalars)
    place(at: start + new.unicodeScalars.count)
  }

  /// Puts the cursor at a code point, or behind the cluster that it is inside of.
  private mutating func place(at offset: Int) {
    let scalars = text.unicodeScalars
    let index =
      scalars.index(text.startIndex, offsetBy: max(0, offset), limitedBy: text.endIndex)
      ?? text.endIndex
    cursor = String.Index(index, within: text) ?? text.index(after: index)
  }
}
