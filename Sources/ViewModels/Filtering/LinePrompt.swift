/// A line that is being typed, with what its keys do.
@MainActor
protocol LinePrompt: AnyObject {
  /// Nil while it is closed.
  var line: PromptModel? { get }
  func edit(_ edit: PromptModel.Edit)
  /// Puts in what could stand at the cursor; asked again, the next such thing.
  func complete()
  func accept() -> Step
  /// Closes it without a trace. False if it was not open.
  func cancel() -> Bool
}
