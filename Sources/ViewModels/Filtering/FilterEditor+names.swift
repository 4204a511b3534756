extension FilterEditor {
  /// The names of filters of lists of this kind.
  var names: [String] { history.names }

  /// Keeps the filter in force under a name, in place of what had that name.
  func save(as name: String) {
    guard !text.isEmpty else {
      messages.post(.note, "there is no filter to keep: \(.filter) sets one")
      return
    }
    history.save(text, as: name)
    messages.post(.note, "\(text) is kept as \(name); \(.palette) finds it")
  }

  /// Puts a filter in force that has a name.
  func use(named name: String) {
    guard let text = history.filter(named: name) else { return }
    set(text)
    if let error { messages.post(.warning, "the filter \(name) can't be read any more: \(error.message)") }
  }

  func forget(_ name: String) {
    guard history.filter(named: name) != nil else {
      messages.post(.note, "no filter of these lists is called \(name)")
      return
    }
    history.forget(name)
    messages.post(.note, "the filter \(name) is forgotten")
  }
}
