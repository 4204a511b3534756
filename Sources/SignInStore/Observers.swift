/// Those who are told of something, for as long as they live, in the order in which they came.
@MainActor
public final class Observers<Event> {
  private struct Observer {
    weak var owner: AnyObject?
    let tell: @MainActor (Event) -> Void
  }

  private var observers: [Observer] = []

  public init() {}

  /// - Parameter tell: must not hold the owner.
  public func add(_ owner: AnyObject, tell: @escaping @MainActor (Event) -> Void) {
    observers.removeAll { $0.owner == nil }
    observers.append(Observer(owner: owner, tell: tell))
  }

  public func remove(_ owner: AnyObject) {
    observers.removeAll { $0.owner === owner || $0.owner == nil }
  }

  public func tell(_ event: Event) {
    for observer in observers where observer.owner != nil { observer.tell(event) }
  }
}
