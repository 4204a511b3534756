/// Who looks at a list, and at what of it.
@MainActor
struct Viewers {
  private struct Viewer {
    weak var owner: AnyObject?
    var window: PagingWindow
  }

  private var viewers: [Viewer] = []

  /// The latest to look comes first.
  var windows: [PagingWindow] {
    viewers.filter { $0.owner != nil }.map(\.window)
  }

  mutating func show(_ window: PagingWindow, for owner: AnyObject) {
    if let first = viewers.first, first.owner === owner {
      viewers[0].window = window
      return
    }
    leave(owner)
    viewers.insert(Viewer(owner: owner, window: window), at: 0)
  }

  mutating func leave(_ owner: AnyObject) {
    viewers.removeAll { $0.owner === owner || $0.owner == nil }
  }
}
