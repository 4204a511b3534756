import Elements
import SignInAnalysis

/// All fields of the sign-in that is selected in a list, whichever that is, and the evidence for and against.
@MainActor
public final class SignInModel: PlaceModel, MovableList {
  private let signInList: SignInListModel
  private let context: PlaceContext
  private let work: EvidenceWork
  /// Where they do not all fit.
  public let text = ScrolledText()
  /// Which of the sign-ins that the evidence names is chosen, counted from 0; nil for none.
  public private(set) var chosen: Int?
  /// The one that the text was scrolled to last.
  private var revealed: Int?

  init(of signIns: SignInListModel) {
    signInList = signIns
    context = signIns.context
    work = EvidenceWork(signIns.context) { [onChange = signIns.context.onChange] in onChange() }
  }

  /// Nil while its row is not loaded.
  public var selected: SignIn? { signInList.selected }

  /// Nil while it is being made.
  public var evidence: SignInEvidence? { work.evidence }

  /// The evidence is there, of all that was read so far.
  var isSettled: Bool {
    work.isIdle && context.signals.isUpToDate && evidence.map { context.signals.table[$0.row] == $0.signals } ?? true
  }

  // MARK: Following the list

  private func follow() {
    let row = signInList.selectedRow
    if row != work.wanted { (chosen, revealed) = (nil, nil) }
    work.want(row)
  }

  private func listChanged(_ cause: SignInListModel.Cause) {
    follow()
    // Times may be shown in another zone.
    if cause == .byUser { work.lookAgain(isUrgent: true) }
  }

  private func signalsChanged() {
    // What is being made may rest on the signals as they were before.
    guard let evidence else { return work.lookAgain(isUrgent: false) }
    let isOther = context.signals.table[evidence.row] != evidence.signals
    if isOther || context.signals.isUpToDate { work.lookAgain(isUrgent: false) }
  }

  /// Rows are moved in the list, screens of text in the box.
  func move(_ movement: ListMovement) {
    switch movement {
    case .up, .down, .first, .last:
      signInList.move(movement)
      text.select(0)
      follow()
    case .pageUp, .pageDown, .halfPageUp, .halfPageDown: text.move(movement)
    }
  }

  func select(_ place: Int) {
    signInList.select(place)
    text.select(0)
    follow()
  }

  // MARK: The sign-ins that are named

  /// Chooses the next (1) or previous (-1) of them; past the ends none.
  func choose(_ direction: Int) -> Step {
    let count = evidence?.named.count ?? 0
    guard count > 0 else {
      context.messages.post(.note, evidence == nil ? "the evidence is being made" : "no other sign-in is named here")
      return .stay
    }
    let next = (chosen ?? (direction > 0 ? -1 : count)) + direction
    chosen = (0..<count).contains(next) ? next : nil
    return .stay
  }

  /// Goes to the chosen one in its tenant; where none is, to the one looked at.
  func openChosen() -> Step {
    guard let chosen, let evidence, evidence.named.indices.contains(chosen) else { return signInList.openItsTenant() }
    return .open(.inTenant(evidence.named[chosen].row))
  }

  /// Scrolls to where the chosen one is named, once each time another is chosen.
  /// - Parameter line: where it is named first; nil where none is chosen.
  public func reveal(_ line: Int?) {
    guard chosen != revealed else { return }
    revealed = chosen
    if let line { text.reveal(line) }
  }

  // MARK: The place

  func appear() {
    signInList.changes.add(self) { [weak self] in self?.listChanged($0) }
    context.signals.changes.add(self) { [weak self] in self?.signalsChanged() }
    follow()
    work.lookAgain(isUrgent: true)
  }

  func leave() {
    signInList.changes.remove(self)
    context.signals.changes.remove(self)
  }

  func escape() -> Bool { signInList.stop() }
  func stop() -> Bool { signInList.stop() }
  var list: (any MovableList)? { self }
  var sortable: (any SortableList)? { signInList }
  var riskyScoped: (any RiskyScopedList)? { signInList }
  var signIns: SignInListModel? { signInList }
  var signIn: SignInModel? { self }
}
