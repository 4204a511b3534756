/// A base and what came after it that belongs to the same cluster.
struct ClusterBuilder {
  private let base: Unicode.Scalar
  private let width: Int
  private var text: String
  private var markCount = 0
  private var isSequence = false

  init(base: Unicode.Scalar, width: Int) {
    self.base = base
    self.width = width
    text = String(base)
  }

  mutating func add(mark: Unicode.Scalar) {
    if isKeycap(mark) { isSequence = true }
    guard markCount < Cluster.markLimit else { return }
    markCount += 1
    text.unicodeScalars.append(mark)
  }

  /// Notes that this is an emoji of several scalars.
  mutating func joinSequence() {
    isSequence = true
  }

  var cluster: Cluster { isSequence ? .placeholder : Cluster(text: text, width: width) }

  /// COMBINING ENCLOSING KEYCAP makes an emoji of a digit, `#` or `*`, though it is a mark by category.
  private func isKeycap(_ mark: Unicode.Scalar) -> Bool {
    guard mark == "\u{20E3}" else { return false }
    return "0"..."9" ~= base || base == "#" || base == "*"
  }
}

extension ScalarReader {
  /// The cluster of `base`, which was read, with the marks that follow.
  mutating func letter(from base: Unicode.Scalar, width: Int) -> Cluster {
    var builder = ClusterBuilder(base: base, width: width)
    gather(into: &builder, isEmoji: false)
    return builder.cluster
  }

  /// The cluster of a mark that came without a base.
  mutating func letter(under mark: Unicode.Scalar) -> Cluster {
    var builder = ClusterBuilder(base: Cluster.dottedCircleScalar, width: Cluster.dottedCircle.width)
    builder.add(mark: mark)
    gather(into: &builder, isEmoji: false)
    return builder.cluster
  }

  /// The cluster of `first`, which was read: a pictograph, half of a flag or a skin tone.
  mutating func emoji(from first: Entry) -> Cluster {
    var builder = ClusterBuilder(base: first.scalar, width: first.kind == .pictograph ? 1 : 2)
    if !first.kind.isPictograph { builder.joinSequence() }
    if first.kind == .regionalIndicator { _ = skip(.regionalIndicator) }
    gather(into: &builder, isEmoji: true)
    return builder.cluster
  }

  private mutating func gather(into builder: inout ClusterBuilder, isEmoji: Bool) {
    var hasSelector = false
    while let entry = upcoming {
      switch entry.kind {
      case .mark:
        builder.add(mark: entry.scalar)
      case .selector where !hasSelector:
        hasSelector = true
      case .emojiModifier where isEmoji, .tag where isEmoji:
        builder.joinSequence()
      case .joiner where isEmoji:
        guard skipJoinedPictograph() else { return }
        builder.joinSequence()
        hasSelector = false
        continue
      default:
        return
      }
      _ = next()
    }
  }
}
