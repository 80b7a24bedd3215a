/// What an importer reads from: a file, a folder or standard input.
public struct Source: Sendable {
  /// As the person named it; `-` for standard input.
  public var name: String
  /// The file's bytes; empty for a folder.
  public var bytes: [UInt8]
  /// The folder's path, when it is one.
  public var folder: String?

  public init(name: String, bytes: [UInt8], folder: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.folder = folder
  }
}

/// What a person says about an import beforehand.
public struct ImportOptions: Sendable {
  public var split: SplitMode = .auto
  /// Takes an unsure split proposal.
  public var acceptsProposal = false
  public var author: String?
  public var date: Moment?
  public var now: Instant

  public init(now: Instant) {
    self.now = now
  }
}

/// How pasted text is cut into posts.
public enum SplitMode: Hashable, Sendable {
  case auto, none, blank, rule
  /// The first line of each post, counted from 1.
  case lines([Int])
}

/// What an importer hands over: posts, and what it could not use.
public struct Intake: Sendable {
  public init() {}
}
