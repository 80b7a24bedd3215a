/// Words whose full stop need not end a sentence, and words that begin one.
enum Abbreviations {
  /// Never the end of a sentence.
  static let connecting: Set<String> = ["vs", "v", "e.g", "i.e", "eg", "ie", "cf", "viz", "resp"]

  /// Titles, which a name follows; only when capitalised.
  static let titles: Set<String> = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Sen", "Rep", "Gov", "St", "Lt", "Col", "Sgt", "Capt",
    "Hon", "Pres", "Messrs", "Mt",
  ]

  /// Not the end before a figure: `est. $3.1B`, `No. 4`, `Sept. 5`.
  static let beforeFigures: Set<String> = [
    "no", "nos", "nr", "est", "approx", "ca", "fig", "eq", "p", "pp", "vol", "sec", "ch", "art",
    "max", "min", "avg", "op", "ed", "incl", "excl", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "adj", "rev", "q",
  ]

  /// The end only before one of `starters`; so are all words of single letters, such as `U.S`.
  static let names: Set<String> = [
    "inc", "ltd", "corp", "co", "bros", "plc", "llc", "jr", "sr", "dept", "univ", "intl", "natl",
    "mfg", "ph.d", "assn", "ave", "blvd",
  ]

  /// Words before a capital that is a label and not an initial: `Series B.`
  static let labelled: Set<String> = [
    "Series", "Class", "Plan", "Phase", "Tier", "Block", "Type", "Part", "Exhibit", "Option",
    "Schedule", "Section", "Group", "Round",
  ]

  /// Words that, capitalised, begin a sentence more often than a name.
  static let starters: Set<String> = [
    "The", "This", "That", "These", "Those", "It", "Its", "He", "She", "We", "They", "I", "You",
    "Our", "Their", "My", "His", "Her", "Your", "In", "On", "At", "As", "If", "But", "And", "Or",
    "So", "Now", "When", "While", "Why", "What", "How", "Where", "Who", "Which", "There", "Here",
    "Then", "Also", "However", "For", "From", "After", "Before", "With", "Without", "Not", "No",
    "Yes", "Let", "First", "Second", "Third", "Finally", "Today", "Still", "Meanwhile", "Instead",
    "Since", "Because", "Once", "Even", "Just", "Some", "Many", "Most", "All", "Each", "Both", "A",
    "An", "To", "By", "Only", "Well", "Furthermore", "Moreover", "Note", "Read", "See", "Is", "Are",
    "Do", "Does", "Did", "Will", "Would", "Can", "Could", "Should", "Although", "Though", "Until",
  ]
}
