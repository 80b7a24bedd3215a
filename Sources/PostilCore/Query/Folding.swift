/// Which posts of a list fold into the row of another: the rest of a thread, reposts and copies.
public struct Folding: Hashable, Sendable, Codable {
  /// Whether a group is one row; otherwise every post has a row in its own place.
  public var isOn: Bool
  /// Leads (`Fold.lead`) of groups whose other posts stand beneath their row all the same.
  public var opened: Set<String>

  /// A row for each group, or for each post.
  public init(isOn: Bool = true, opened: Set<String> = []) {
    self.isOn = isOn
    self.opened = opened
  }

  /// Every post in its own place.
  public static let none = Folding(isOn: false)
}

/// The group that a post belongs to: the thread of its author, with whatever repeats a post of it.
public struct Group: Hashable, Sendable, Codable {
  /// The post that the group folds into, by its first capture: the first of the thread, else the
  /// earliest original.
  public var lead: String
  /// Its posts, all told.
  public var count: Int
  /// How many of them are the thread of the post's author; 0 when it stands alone.
  public var thread: Int
  /// Where in that thread the post stands, from 1; 0 when it stands alone.
  public var part: Int
  /// How often its words are stored, reposts and copies together, the post itself included.
  public var copies: Int

  /// A group of a lead.
  public init(lead: String, count: Int, thread: Int = 0, part: Int = 0, copies: Int = 1) {
    self.lead = lead
    self.count = count
    self.thread = thread
    self.part = part
    self.copies = copies
  }
}
