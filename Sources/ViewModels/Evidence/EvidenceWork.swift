import SignInAnalysis

/// Makes the evidence of the sign-in that is wanted: away from the main actor, one at a time. What is shown stays until
/// the next is there.
@MainActor
final class EvidenceWork {
  /// Before the same sign-in's evidence is made anew while pages are being read.
  private static let betweenLooks: Duration = .milliseconds(500)

  private(set) var evidence: SignInEvidence?
  private let context: PlaceContext
  private let taken: @MainActor () -> Void
  private(set) var wanted: FleetRow?
  private var work: Task<Void, Never>?
  private var isStale = false
  /// The next look waits for its time, and can be taken at once.
  private var isWaiting = false

  /// - Parameter taken: told of each evidence that is there.
  init(_ context: PlaceContext, taken: @escaping @MainActor () -> Void) {
    self.context = context
    self.taken = taken
  }

  deinit {
    work?.cancel()
  }

  /// Nothing is being made, or is to be.
  var isIdle: Bool { work == nil && !isStale }

  /// Is about another sign-in from now on, or about none.
  func want(_ row: FleetRow?) {
    guard row != wanted else { return }
    wanted = row
    evidence = nil
    isStale = row != nil
    endWaiting()
    if work == nil { begin(isUrgent: true) }
  }

  /// What is known of it may be more.
  func lookAgain(isUrgent: Bool) {
    guard wanted != nil else { return }
    isStale = true
    if isUrgent { endWaiting() }
    if work == nil { begin(isUrgent: isUrgent) }
  }

  private func endWaiting() {
    guard isWaiting else { return }
    work?.cancel()
    (work, isWaiting) = (nil, false)
  }

  private func begin(isUrgent: Bool) {
    guard isStale else { return }
    isWaiting = !isUrgent
    let pause = context.pause
    work = Task { [weak self] in
      if !isUrgent { await pause(Self.betweenLooks) }
      guard !Task.isCancelled, let material = self?.start() else { return }
      let evidence = await Self.make(material)
      self?.take(evidence)
    }
  }

  /// Nil where there is nothing to look at any more.
  private func start() -> EvidenceMaterial? {
    (isStale, isWaiting) = (false, false)
    let material = wanted.flatMap(context.evidenceMaterial)
    if material == nil { work = nil }
    return material
  }

  @concurrent private nonisolated static func make(_ material: EvidenceMaterial) async -> SignInEvidence {
    SignInEvidence(material)
  }

  private func take(_ evidence: SignInEvidence) {
    work = nil
    if evidence.row == wanted {
      self.evidence = evidence
      taken()
    }
    begin(isUrgent: evidence.row != wanted)
  }
}
