/// Where a key means something. The raw values are the names in key files.
public enum Scope: String, CaseIterable, Hashable, Sendable, Codable {
  /// Every view; prompts, pickers, questions and editors not.
  case global
  /// The posts.
  case list
  /// One post with its margin.
  case reader
  /// Choosing words by hand, in the reader.
  case span
  /// Moving the borders of a claim, in the reader.
  case borders
  /// Writing a note.
  case margin
  /// The claims of all posts.
  case ledger
  /// The tags, and what they mean.
  case codebook
  /// The page of a ticker, an author or a tag.
  case page
  /// Typing one line.
  case prompt
  /// Choosing from a list that typing narrows: palette, help, completion.
  case picker
  /// A question that is answered with yes or no.
  case confirm
  /// The preview of pasted text that is cut into posts.
  case split
  /// The free notes.
  case notes
  /// The list of problems.
  case problems
  /// Choosing one of the letters shown on the text.
  case labels
}
