import Elements

/// All fields of the sign-in that is selected in a list, whichever that is.
@MainActor
public final class SignInModel: PlaceModel, MovableList {
  private let signInList: SignInListModel
  /// Where they do not all fit.
  public let text = ScrolledText()

  init(of signIns: SignInListModel) {
    signInList = signIns
  }

  /// Nil while its row is not loaded.
  public var selected: SignIn? { signInList.selected }

  /// Rows are moved in the list, screens of text in the box.
  func move(_ movement: ListMovement) {
    switch movement {
    case .up, .down, .first, .last:
      signInList.move(movement)
      text.select(0)
    case .pageUp, .pageDown, .halfPageUp, .halfPageDown: text.move(movement)
    }
  }

  func select(_ place: Int) {
    signInList.select(place)
    text.select(0)
  }

  func escape() -> Bool { signInList.stop() }
  func stop() -> Bool { signInList.stop() }
  var list: (any MovableList)? { self }
  var sortable: (any SortableList)? { signInList }
  var riskyScoped: (any RiskyScopedList)? { signInList }
  var signIns: SignInListModel? { signInList }
}
