/// Nine posts by invented people, pasted one after another without a line between them.
enum InventedPosts {
  /// Where each of the nine begins, counted from 1.
  static let starts = "1,8,10,13,23,24,26,27,28"

  /// One line for each line of the paste; it ends without a line break.
  static let text = """
    I walked the Sable Creek site of $ORBX last Friday to look at the batteries.
    What I can say after seeing it:
    ⚡️ The scale is real. More than 300 people were on site that day.
    ⚡️ The halls are clean and well built.
    ⚡️ Orbix looks on or ahead of schedule for 24 EH/s.
    ⚡️ Ground is broken for block 3 (~120MW of something) and block 4 (~90MW of something).
    Thanks to the @Orbix_HQ crew for the tour!
    Demand for fuel from friendly countries speeds up everything we build here.
    Thank you to @NordKredit and to our partners, who help us grow abroad.
    📢 $HALD just signed to own all of its #AI campus in Vestmark, buying the 40% stake of Bright Harbor for $55M.
    A big step forward in the Vestmark basin.
    Read the release: https://example.com/hald
    $ORBX is pleased to announce a $6.2bn AI Cloud contract with @Tessellate
    Key details of the transaction:
    - $6.2bn contract value
    - 4-year average term
    - 15% prepayment
    - 160MW (IT load) data centers
    - GPU deployments in four phases
    Refer to the release and the slides below
    Release: https://example.com/release
    Slides: https://example.com/slides
    @milo_v@RuneTrades haha no. You either mixed up the dates or made up the story, but do drop the mic again!
    Oh dear. That post was you saying “congratulations to everyone who bought the 05/30 calls” and it felt sarcastic.
    That was not you admitting a mistake. I thanked you because I took the time to understand their business.
    @milo_v@RuneTrades I hold no grudge. I like to tease you about $ORBX because you spin every bad call as a 🎤 win.
    @AnnekeGrid Tech seems interesting. I see a lot of warranty risk vs. est. returns in the U.S. and elsewhere.
    $ORBX's next step: two clouds at once
    (Many of my posts are long, but all are written by hand.)
    Everyone asks which hyperscaler signs next. That is the wrong question. A shop says it “keeps its main provider and trains on a smaller one” (1). So the smaller cloud sells hours, not a platform; 電力 is what it really sells.
    Sources: (1) https://example.com/clouds
    """
}
