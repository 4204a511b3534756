/// Makes a view's picture of a list, and makes it anew when the list changes: away from the main actor, one at a time.
/// What is shown stays until the next is there.
@MainActor
final class ViewWork<Picture: Sendable> {
  /// Between two pictures while pages are being read.
  private static var betweenPictures: Duration { .milliseconds(500) }

  private(set) var picture: Picture?
  /// What the picture was made of.
  private(set) var coverage: ViewCoverage?
  private let signIns: SignInListModel
  private let pause: @Sendable (Duration) async -> Void
  private let taken: @MainActor (Picture) -> Void
  /// Another takes part from the next picture on.
  var job: @Sendable (ViewMaterial) -> Picture
  private var work: Task<Void, Never>?
  private var isWaiting = false
  private var isShown = false
  /// The list, or what is asked of it, has changed since the picture was begun.
  private var isStale = true
  /// The user waits for the next picture.
  private var isUrgent = true

  /// - Parameter taken: told of each picture.
  init(
    of signIns: SignInListModel, pause: @escaping @Sendable (Duration) async -> Void,
    job: @escaping @Sendable (ViewMaterial) -> Picture, taken: @escaping @MainActor (Picture) -> Void
  ) {
    self.signIns = signIns
    self.pause = pause
    self.job = job
    self.taken = taken
  }

  deinit {
    work?.cancel()
  }

  func appear() {
    if !isShown { signIns.changes.add(self) { [weak self] in self?.makeAnew(isUrgent: $0 == .byUser) } }
    isShown = true
    signIns.appear()
    makeAnew(isUrgent: true)
  }

  func leave() {
    isShown = false
    signIns.changes.remove(self)
    signIns.leave()
  }

  /// Makes the picture anew.
  /// - Parameter job: another way to make it from now on.
  func makeAnew(isUrgent: Bool, job: (@Sendable (ViewMaterial) -> Picture)? = nil) {
    if let job { self.job = job }
    isStale = true
    self.isUrgent = self.isUrgent || isUrgent
    guard isShown else { return }
    if isWaiting, self.isUrgent { endWaiting() }
    if work == nil { begin() }
  }

  private func endWaiting() {
    work?.cancel()
    work = nil
    isWaiting = false
  }

  private func begin() {
    let (isUrgent, pause) = (isUrgent, pause)
    isWaiting = !isUrgent
    work = Task { [weak self] in
      if !isUrgent { await pause(Self.betweenPictures) }
      guard !Task.isCancelled, let (job, material) = self?.start() else { return }
      let picture = await Self.make(job, material)
      self?.take(picture, material.coverage)
    }
  }

  private func start() -> (@Sendable (ViewMaterial) -> Picture, ViewMaterial) {
    (isWaiting, isStale, isUrgent) = (false, false, false)
    return (job, signIns.material())
  }

  @concurrent private nonisolated static func make(
    _ job: @Sendable (ViewMaterial) -> Picture, _ material: ViewMaterial
  ) async -> Picture {
    job(material)
  }

  private func take(_ picture: Picture, _ coverage: ViewCoverage) {
    work = nil
    (self.picture, self.coverage) = (picture, coverage)
    taken(picture)
    if isStale, isShown { begin() }
  }
}
