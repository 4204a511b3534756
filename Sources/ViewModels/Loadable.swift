import Elements

/// A value that is fetched.
public enum Loadable<Value: Sendable>: Sendable {
  case loading
  case loaded(Value)
  case failed(ElementsError)

  public var value: Value? {
    if case .loaded(let value) = self { value } else { nil }
  }

  public var error: ElementsError? {
    if case .failed(let error) = self { error } else { nil }
  }
}

extension Loadable: Equatable where Value: Equatable {}
