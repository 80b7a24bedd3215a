/// The words before and after a number that limit it.
enum QuantityLeads {
  /// What such words say.
  enum Lead {
    case approximate
    case bound(Quantity.Bound)
    /// Two numbers with `and` between follow.
    case between
    /// A number that something changed from or to follows, and no range.
    case change
  }

  /// What up to four words before a number say, in lower case with single blanks.
  static let before: [String: Lead] = {
    var leads: [String: Lead] = ["between": .between, "from": .change]
    for words in [
      "about", "approx", "approx.", "approximately", "around", "circa", "ca", "ca.", "c.",
      "roughly", "nearly",
      "almost", "close to", "some", "~", "≈", "∼", "～", "±", "an estimated", "estimated", "est.",
      "in the region of", "on the order of",
    ] {
      leads[words] = .approximate
    }
    for (bound, phrases) in [
      Quantity.Bound.atLeast: [
        "at least", "no less than", "not less than", "no fewer than", "a minimum of", "minimum of",
        "minimum", "min", "min.", "≥", ">=", "a floor of", "starting at",
      ],
      .moreThan: [
        "more than", "greater than", "over", "above", "exceeding", "exceeds", "upwards of",
        "north of", "in excess of", "well over", ">",
      ],
      .atMost: [
        "at most", "up to", "no more than", "not more than", "a maximum of", "maximum of",
        "maximum", "max", "max.", "≤", "<=", "as much as", "as many as", "capped at",
      ],
      .lessThan: [
        "less than", "fewer than", "under", "below", "south of", "just under", "<",
      ],
    ] {
      for phrase in phrases { leads[phrase] = .bound(bound) }
    }
    return leads
  }()

  /// What one or two words after a number and its unit say.
  static let after: [String: Lead] = [
    "+": .bound(.atLeast), "or more": .bound(.atLeast), "and up": .bound(.atLeast),
    "or less": .bound(.atMost), "or fewer": .bound(.atMost), "or so": .approximate,
    "ish": .approximate, "-ish": .approximate,
  ]

  /// What a number may be said to be in the words right after it.
  static let qualifiers: Set<String> = [
    "yoy", "qoq", "mom", "y/y", "q/q", "m/m", "year-over-year", "year-on-year", "annualized",
    "annualised", "gross", "net", "pre-tax", "run-rate", "arr", "of it load", "it load",
    "critical it", "nameplate", "ytd", "cagr", "apr", "apy",
  ]

  /// Numbers that are words.
  static let spelled: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
  ]

  /// Words that end in `s` and count nothing.
  static let uncounted: Set<String> = [
    "this", "that's", "always", "yes", "was", "has", "does", "plus", "less", "versus", "perhaps",
    "unless", "across", "towards", "besides", "minus", "sometimes", "thus", "gives", "makes",
    "looks", "means", "comes", "goes", "says", "seems", "gets", "takes", "needs", "wants",
    "happens", "keeps", "remains", "becomes", "represents", "includes", "implies", "shows",
    "whereas", "regardless", "business", "access", "previous", "various", "gross", "bonus", "focus",
    "status", "progress", "success", "process", "basis", "analysis", "news", "press", "class",
    "loss", "pass", "miss", "across-the-board", "ours", "theirs", "hers", "yours",
  ]
}
