/// The lessons of `postil tutor`: posts that say which key to press, and are what it is pressed on.
enum Lessons {
  /// The first is at the top of the list. Each line is a sentence of its own.
  static let texts = [
    """
    Lesson 1 of 5: tag what you read
    One sentence is always in hand, the one at the sign > on the left; j goes to the next one
    Tarn Ridge sold 12% more power in May: press t and then s, and you hold this to be supported
    It has 300 people on site: press j to come here, then . for the same again
    It pays three cents for a kilowatt hour: press T, the letter before this line, then r for refuted
    u takes the last one back, U does it again; try both, then press J for the next lesson
    """,
    """
    Lesson 2 of 5: a day, and a part of a sentence
    Block 4 opens by March 2027: press j, then t and p, and Enter takes the day that the words name
    The deal is worth $9.4bn, and 18% of it is prepaid: press j, then - for a part, then t and o
    Press + to grow what is in hand again, v to choose words by hand, Esc to let go; then J
    """,
    """
    Lesson 3 of 5: the margin
    The turbines are sold out until 2029: press j, t and s, then a, write why, and Esc saves the note
    Tab goes to the next claim, L to the ledger of all claims, q comes back; then J
    """,
    """
    Lesson 4 of 5: find it again
    Press /, type power, then Enter; n goes to the next place where it stands
    h goes back to the list; there F and is:untagged and Enter leave what is still to be read
    F, Ctrl+U and Enter show all posts again
    """,
    """
    Lesson 5 of 5: on your own
    ? lists every key that works where you are, and runs the one that you choose
    : runs any command by its name, E exports what you see
    q goes back, and at the top it leaves; nothing has to be saved
    Then, in the shell: postil init research, and postil import FILE
    """,
  ]
}
