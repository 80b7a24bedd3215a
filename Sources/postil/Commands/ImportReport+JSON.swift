import PostilCore
import PostilImport

extension ImportReport.File {
  /// The report on one file, with keys in the manner of front matter.
  var json: [JSONText.Member] {
    var members: [JSONText.Member] = [.init("file", .string(file))]
    if let format { members.append(.init("format", .string(format))) }
    let numbers = [
      ("found", found), ("new", new), ("merged", merged), ("captures", captures),
      ("restored", restored), ("joined", joined), ("separator-bytes", separatorBytes),
    ]
    members += numbers.map { .init($0.0, .number($0.1)) }
    members.append(.init("skipped", .array(skipped.map(\.json))))
    members.append(.init("warnings", .array(warnings.map(\.json))))
    members.append(.init("remarks", .array(remarks.map(JSONText.string))))
    if !rewordings.isEmpty {
      members.append(.init("rewordings", .array(rewordings.map(\.json))))
    }
    if let refusal { members.append(.init("refusal", refusal.json)) }
    return members
  }
}

extension Rewording {
  /// `{"post", "old", "new", "claims": [{"claim", "words", "place", "now", "old", "new"}]}`; `now` when
  /// the place is `reworded` or `changed`, and what differs when it is `changed`.
  fileprivate var json: JSONText {
    let claims = claims.map { claim in
      var members: [JSONText.Member] = [
        .init("claim", .string(claim.claim)), .init("words", .string(claim.words)),
        .init("place", .string(claim.place.name)),
      ]
      if let now = claim.place.successor { members.append(.init("now", .string(now))) }
      if case .changed(let change) = claim.place {
        members += [.init("old", .string(change.old)), .init("new", .string(change.new))]
      }
      return JSONText.object(members)
    }
    return .object([
      .init("post", .string(post)), .init("old", .string(old)), .init("new", .string(new)),
      .init("claims", .array(claims)),
    ])
  }
}

extension Problem {
  /// `{"file", "line", "column", "message", "hint"}`, as far as they are known.
  var json: JSONText {
    var members: [JSONText.Member] = []
    if let place {
      members.append(.init("file", .string(place.file)))
      if let line = place.line { members.append(.init("line", .number(line))) }
      if let column = place.column { members.append(.init("column", .number(column))) }
    }
    members.append(.init("message", .string(message)))
    if let hint { members.append(.init("hint", .string(hint))) }
    return .object(members)
  }
}
