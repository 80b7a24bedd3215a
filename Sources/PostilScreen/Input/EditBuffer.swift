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

  /// A text and where the cursor was, in bytes: code points would have to be counted.
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
    set {
      let scalars = text.unicodeScalars
      place(
        at: scalars.index(text.startIndex, offsetBy: max(0, newValue), limitedBy: text.endIndex)
          ?? text.endIndex)
    }
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
    guard cursor > text.startIndex else { return }
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
    place(atByte: moment.cursor)
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
    past.append(Moment(text: text, cursor: text.utf8.distance(from: text.startIndex, to: cursor)))
    // Of a long text each moment is a copy.
    let most = max(4, min(200, Self.memory / max(1, text.utf8.count)))
    if past.count > most { past.removeFirst(past.count - most) }
  }

  /// Bytes that earlier texts may take.
  private static let memory = 64_000_000

  private mutating func replace(_ range: Range<String.Index>, with new: String) {
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    // Copied in three pieces: to replace a part of a view takes a step for every code point.
    var whole = String()
    whole.reserveCapacity(text.utf8.count + new.utf8.count)
    whole += text[..<range.lowerBound]
    whole += new
    whole += text[range.upperBound...]
    text = whole
    place(atByte: start + new.utf8.count)
  }

  private mutating func place(atByte offset: Int) {
    place(at: text.utf8.index(text.startIndex, offsetBy: offset))
  }

  /// Puts the cursor at a code point, or behind the cluster that it is inside of.
  private mutating func place(at index: String.Index) {
    cursor = String.Index(index, within: text) ?? text.index(after: index)
  }
}
