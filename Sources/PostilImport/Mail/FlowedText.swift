/// Text that was broken into lines of 72 letters to be put together again (RFC 3676).
enum FlowedText {
  static func joined(_ text: String, deletesSpace: Bool) -> String {
    var result: [String] = []
    var open: (depth: Int, words: String)?
    func mark(_ depth: Int) -> String {
      depth > 0 ? String(repeating: ">", count: depth) + " " : ""
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == ">" }.count
      var words = line.dropFirst(depth)
      // A space in front protects `From ` and `>`.
      if words.hasPrefix(" ") { words = words.dropFirst() }
      let isSignature = words == "-- "
      let isSoft = words.hasSuffix(" ") && !isSignature
      if let last = open {
        if last.depth == depth, !isSignature {
          open?.words += words
        } else {
          result.append(mark(last.depth) + last.words)
          open = (depth, String(words))
        }
      } else {
        open = (depth, String(words))
      }
      if isSoft {
        if deletesSpace { open?.words.removeLast() }
      } else if let done = open {
        result.append(mark(done.depth) + done.words)
        open = nil
      }
    }
    if let last = open { result.append(mark(last.depth) + last.words) }
    return result.joined(separator: "\n")
  }
}
