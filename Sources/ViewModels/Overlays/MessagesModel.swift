/// The messages so far.
@MainActor
public final class MessagesModel: PlaceModel {
  public let log: MessageLog
  public let text = ScrolledText()

  init(_ log: MessageLog) {
    self.log = log
  }

  var list: (any MovableList)? { text }
}
