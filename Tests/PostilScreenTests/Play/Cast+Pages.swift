import PostilCore

extension Cast {
  /// The cast with a tag on two posts and a claim.
  static var tagged: Desk {
    var claims = claims
    claims[0].tags = ["power"]
    claims[2].tags = ["power"]
    var desk = Desk(posts: posts, claims: claims)
    for id in ["x-2", "x-5"] {
      desk.margins[id] = Note(id: Note.marginID(of: id))
      desk.margins[id]?.tags = ["power"]
    }
    return desk
  }

  /// The cast with more claims than a page shows at first.
  static var crowded: Desk {
    let more = (10..<40).map { number in
      var claim = claims[1]
      claim.id = "c-261121-000\(number)"
      return claim
    }
    return Desk(posts: posts, claims: claims + more)
  }
}
