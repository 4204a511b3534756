/// The commands of the place beneath, with their keys.
@MainActor
public final class HelpModel: PlaceModel {
  /// The place that is helped with.
  public let subject: Place.Kind
  public let text = ScrolledText()

  init(about subject: Place.Kind) {
    self.subject = subject
  }

  var list: (any MovableList)? { text }
}
