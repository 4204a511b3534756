import Elements
import SignInAnalysis

/// A place that shows what a list of sign-ins holds in another way, and leads back to it.
@MainActor
protocol SignInView: PlaceModel {
  var kind: SignInViewKind { get }
  /// What the selected thing asks of the list's filter; why it can't, where nothing.
  func selectedTerms() -> NarrowingTerms
  /// The kind of the table behind a picture; nil where the view is one.
  var table: SignInViewKind? { get }
}

/// One condition that narrows a list.
enum NarrowingTerm {
  case value(String, FilterField)
  /// In CIDR notation.
  case network(String)
}

extension NarrowingTerm {
  /// None where both are missing.
  static func terms(city: String?, country: String?) -> [NarrowingTerm] {
    [city.map { .value($0, .city) }, country.map { .value($0, .country) }].compactMap { $0 }
  }
}

/// What narrows a list.
enum NarrowingTerms {
  case terms([NarrowingTerm])
  /// Nothing does, and why.
  case none(String)
  /// Something else is done.
  case instead(Step)
}

extension SignInView {
  var title: [String] { [kind.title] }
  var table: SignInViewKind? { nil }

  /// Narrows the list to what is selected, and goes back to it.
  func narrow(telling messages: MessageLog) -> Step {
    switch selectedTerms() {
    case .terms(let terms):
      signIns?.narrow(to: terms)
      return .closeThen(.stay)
    case .none(let reason):
      messages.post(.note, Wording(reason))
      return .stay
    case .instead(let step): return step
    }
  }

  func openTable() -> Step {
    guard let table, let signIns else { return .stay }
    return .open(.view(table, of: signIns))
  }
}

extension ChoiceModel {
  /// The ways to look at a list.
  /// - Parameter current: nil for the list itself.
  convenience init(viewing signIns: SignInListModel, current: SignInViewKind?) {
    let kinds = SignInViewKind.all(hasTenants: signIns.hasTenants)
    let list = Item(text: "list") { current == nil ? .stay : .closeThen(.stay) }
    let items = kinds.map { kind in Item(text: kind.title) { .open(.view(kind, of: signIns)) } }
    let selected = current.flatMap { kinds.firstIndex(of: $0) }.map { $0 + 1 }
    self.init("View", [list] + items, selected: selected ?? (current == nil ? 1 : 0))
  }
}
