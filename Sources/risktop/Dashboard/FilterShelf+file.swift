import Settings
import ViewModels

extension FilterShelf {
  /// The filters that are kept in a file.
  init(_ file: FilterFile) {
    let read = file.read()
    var contents: [Kind: Contents] = [:]
    for kind in Kind.allCases { contents[kind] = Contents(read.entries, of: kind) }
    self.init(contents: contents, problem: read.problem) { change, kind in
      do throws(SettingsError) {
        try file.change { entries in
          var now = Contents(entries, of: kind)
          now.take(change)
          return entries.filter { $0.kind != kind.rawValue } + now.entries(of: kind)
        }
        return nil
      } catch {
        return error.text
      }
    }
  }
}

extension FilterShelf.Contents {
  fileprivate init(_ entries: [FilterFile.Entry], of kind: FilterShelf.Kind) {
    self.init()
    for entry in entries where entry.kind == kind.rawValue {
      switch entry {
      case .typed(_, let filter): take(.typed(filter))
      case .named(_, let name, let filter): take(.saved(filter, as: name))
      }
    }
  }

  fileprivate func entries(of kind: FilterShelf.Kind) -> [FilterFile.Entry] {
    typed.map { .typed(kind: kind.rawValue, filter: $0) }
      + named.sorted { $0.key < $1.key }.map { .named(kind: kind.rawValue, name: $0.key, filter: $0.value) }
  }
}

extension FilterFile.Entry {
  fileprivate var kind: String {
    switch self {
    case .typed(let kind, _), .named(let kind, _, _): kind
    }
  }
}
