extension Post {
  /// Makes it the post on X that an address names; what the id tells about its time goes first.
  mutating func identify(on status: StatusURL) {
    identify(x: status.id, handle: status.handle)
  }

  /// Makes it the post on X with an id; a snowflake's time is the truth about when it was posted.
  mutating func identify(x number: String, handle: String?) {
    id = "x-" + number
    platform = "x"
    if author == nil, let handle { author = "@" + handle }
    let known = handle ?? author.flatMap { $0.hasPrefix("@") ? String($0.dropFirst()) : nil }
    url = StatusURL.canonical(id: number, handle: known)
    guard let instant = Snowflake.instant(of: number) else { return }
    posted = .instant(instant)
    postedRaw = nil
    postedPrecision = nil
  }
}
