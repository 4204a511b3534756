import SafeText

/// The marks that are not letters, in the form the terminal can show.
public struct Glyphs: Sendable {
  public let repertoire: Repertoire
  public let risk: String
  public let unknownRisk: String
  public let seam: String
  public let mark: String
  public let favourite: String
  /// Before a number that may be larger.
  public let atLeast: String
  public let selectionEnd: String
  /// How much a signal asks for attention.
  public let severities: (low: String, medium: String, high: String)
  /// Before how many rows one stands for.
  public let times: String
  public let ascending: String
  public let descending: String
  public let separator: String
  public let within: String
  public let pending: String
  public let ellipsis: String
  public let barFull: String
  public let barEmpty: String
  public let sparks: [String]
  public let frame: FrameGlyphs

  /// The lines of a box.
  public struct FrameGlyphs: Sendable {
    public let horizontal: String
    public let vertical: String
    public let topLeft: String
    public let topRight: String
    public let bottomLeft: String
    public let bottomRight: String
  }

  public init(repertoire: Repertoire) {
    self = repertoire == .unicode ? .unicode : .ascii
  }

  private init(
    repertoire: Repertoire, risk: String, unknownRisk: String, seam: String, mark: String,
    favourite: String, atLeast: String, selectionEnd: String,
    severities: (low: String, medium: String, high: String), times: String,
    order: (ascending: String, descending: String),
    separator: String, within: String,
    pending: String,
    ellipsis: String, bar: (full: String, empty: String), sparks: [String], frame: FrameGlyphs
  ) {
    self.repertoire = repertoire
    self.risk = risk
    self.unknownRisk = unknownRisk
    self.seam = seam
    self.mark = mark
    self.favourite = favourite
    self.atLeast = atLeast
    self.selectionEnd = selectionEnd
    self.severities = severities
    self.times = times
    ascending = order.ascending
    descending = order.descending
    self.separator = separator
    self.within = within
    self.pending = pending
    self.ellipsis = ellipsis
    barFull = bar.full
    barEmpty = bar.empty
    self.sparks = sparks
    self.frame = frame
  }

  public static let unicode = Glyphs(
    repertoire: .unicode, risk: "▲", unknownRisk: "?", seam: "┄", mark: "●", favourite: "★", atLeast: "≥",
    selectionEnd: "◂", severities: ("-", "◇", "◆"), times: "×", order: ("↑", "↓"),
    separator: "·", within: "›", pending: "·",
    ellipsis: "…", bar: ("█", "░"), sparks: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    frame: FrameGlyphs(
      horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘"))

  public static let ascii = Glyphs(
    repertoire: .ascii, risk: "!", unknownRisk: "?", seam: "~", mark: "*", favourite: "*", atLeast: ">=",
    selectionEnd: "<", severities: ("-", "+", "#"), times: "x", order: ("^", "v"),
    separator: "|", within: ">", pending: ".",
    ellipsis: "...", bar: ("#", "-"), sparks: ["_", ".", ":", "-", "=", "+", "*", "#"],
    frame: FrameGlyphs(horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+"))
}
