/// What is left for the owner of the terminal to do once it has been worked out away from the main actor.
@MainActor
final class Outbox {
  private var effects: [Effect] = []
  private let onChange: @MainActor () -> Void

  init(onChange: @escaping @MainActor () -> Void) {
    self.onChange = onChange
  }

  func put(_ effect: Effect) {
    effects.append(effect)
    onChange()
  }

  func take() -> [Effect] {
    defer { effects = [] }
    return effects
  }
}
