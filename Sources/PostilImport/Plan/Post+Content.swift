import PostilCore

extension Post {
  /// The id that its content gives, whatever id it has.
  var idByContent: String {
    var post = self
    post.identifyByContent()
    return post.id
  }

  /// Whether platform, author and instant are known, without which no two records are one post.
  var isKnownByContent: Bool {
    guard case .instant = posted, let platform else { return false }
    return platform != "paste" && author != nil
  }
}

extension Moment {
  /// The month in which it lies, in UTC.
  var month: String { String(day.description.prefix(7)) }
}
