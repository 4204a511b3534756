/// Foreign text as what may be shown of it, one cluster after the other.
///
/// - Controls, bidi controls, invisible characters, line ends, tabs, private use and unassigned code points: each run
///   of them becomes one `�`, so that it shows that something was there. Also zero-width joiners outside of emoji.
/// - Marks stay on their base, four at most; without a base they get a dotted circle. One variation selector a
///   character is left out; more of them count as invisible characters.
/// - Emoji of several scalars (joined, flags, keycaps, skin tones) become `□`: terminals and ncurses differ in their
///   width. Emoji of one scalar stay.
/// - A spacing mark of an Indic script has a cell of its own, and conjuncts are not joined: the way C libraries,
///   ncurses and most terminals count. Korean letters are composed to syllables.
/// - Letters of right-to-left scripts stay in logical order.
///
/// In ASCII the marks go, Latin letters become their base letter, and the rest a `?` for each cell.
/// Clusters are not those of `Character`, whose borders change with the version of Unicode in the system.
public struct Clusters: Sequence, IteratorProtocol, Sendable {
  private let repertoire: Repertoire
  private var reader: ScalarReader
  /// The second of two clusters that came of one step.
  private var queued: Cluster?
  /// Whether a spacing mark would have something to belong to.
  private var followsLetter = false

  public init(of foreign: String, repertoire: Repertoire) {
    self.repertoire = repertoire
    reader = ScalarReader(foreign)
  }

  public mutating func next() -> Cluster? {
    if let cluster = queued {
      queued = nil
      return cluster
    }
    guard let entry = reader.next() else { return nil }
    if reader.upcoming.map({ $0.kind == .narrow }) ?? true, let plain = Cluster.ascii(entry.scalar.value) {
      followsLetter = true
      return plain
    }
    let cluster = cluster(from: entry)
    return repertoire == .unicode ? cluster : asciiCluster(for: cluster)
  }

  private mutating func cluster(from entry: ScalarReader.Entry) -> Cluster {
    let wasLetter = followsLetter
    followsLetter = true
    switch entry.kind {
    case .narrow:
      return reader.letter(from: entry.scalar, width: 1)
    case .wide:
      return reader.letter(from: reader.syllable(from: entry.scalar), width: 2)
    case .mark:
      return reader.letter(under: entry.scalar)
    case .spacingMark:
      let cluster = reader.letter(from: entry.scalar, width: 1)
      if wasLetter { return cluster }
      queued = cluster
      return .dottedCircle
    case .pictograph, .widePictograph, .regionalIndicator, .emojiModifier:
      followsLetter = false
      return reader.emoji(from: entry)
    case .hidden, .selector, .joiner, .tag:
      followsLetter = false
      reader.skip(while: \.isHidden)
      return .replacement(in: .unicode)
    }
  }

  private mutating func asciiCluster(for cluster: Cluster) -> Cluster {
    if let base = cluster.text.unicodeScalars.first, let letter = AsciiFallback.cluster(for: base) { return letter }
    // A wide cluster, or a dotted circle whose spacing mark comes next: either way a second cell.
    if cluster.width == 2 || queued != nil { queued = .unknownASCII }
    return .unknownASCII
  }
}
