import Settings
import ViewModels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file for its owner alone that appears under its name only when it is done, and never in place of another.
///
/// It is written under a hidden name in the same folder. If it is let go of before it is done, nothing is left of it.
final class ExportFile {
  /// A system call that writes bytes to a descriptor, as `write(2)`.
  typealias Write = (Int32, UnsafeRawPointer?, Int) -> Int

  private let folder: String
  private let stem: String
  private let suffix: String
  private let temporary: String
  private let systemCall: Write
  /// Negative once it is closed.
  private var descriptor: Int32

  /// Files of one name; more than anybody writes in a second.
  private static let mostNumbers = 1_000

  /// - Parameters:
  ///   - stem: of the file's name, without parts of a path.
  ///   - suffix: what follows it, as `.csv`.
  init(
    in folder: String, stem: String, suffix: String, systemCall: @escaping Write = systemWrite
  ) throws(ExportFailure) {
    self.folder = folder
    self.stem = stem
    self.suffix = suffix
    self.systemCall = systemCall
    var (path, descriptor, code) = ("", -1 as Int32, EEXIST)
    for number in 1...Self.mostNumbers where code == EEXIST {
      path = "\(folder)/.\(stem)\(suffix).\(getpid())-\(number)"
      descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      code = descriptor < 0 ? errno : 0
    }
    guard descriptor >= 0 else { throw ExportFailure(path: "\(folder)/\(stem)\(suffix)", code: code) }
    temporary = path
    self.descriptor = descriptor
  }

  deinit { discard() }

  func write(_ bytes: ArraySlice<UInt8>) throws(ExportFailure) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemCall(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failed(count < 0 ? errno : ENOSPC) }
      rest = rest.dropFirst(count)
    }
  }

  /// Makes it appear under its name, or under the next number if that is taken.
  /// - Returns: its name.
  func finish(_ extent: ExportExtent) throws(ExportFailure) -> String {
    try closeSafely()
    for number in 1...Self.mostNumbers {
      let name = name(number, extent)
      let path = "\(folder)/\(name)"
      if link(temporary, path) == 0 {
        unlink(temporary)
        return name
      }
      switch errno {
      case EEXIST: continue
      // A file system without hard links.
      case EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS:
        if try moveInPlace(of: path) { return name }
      case let code: throw failed(code)
      }
    }
    throw failed(EEXIST)
  }

  /// The same.
  /// - Returns: its name, and the folder unless that is the current one.
  func finishInFolder(_ extent: ExportExtent) throws(ExportFailure) -> String {
    let name = try finish(extent)
    return folder == "." ? name : "\(name) in \(folder)"
  }

  /// Leaves nothing of it, unless it is finished.
  func discard() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    unlink(temporary)
  }

  // MARK: Ends

  /// What a disk has no room for may show only now.
  private func closeSafely() throws(ExportFailure) {
    let isKept = fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP
    guard isKept else { throw failed(errno) }
    let open = descriptor
    descriptor = -1
    guard close(open) == 0 || errno == EINTR else { throw failed(errno) }
  }

  /// Takes the name by an empty file, which the whole one then replaces. False if the name is taken.
  private func moveInPlace(of path: String) throws(ExportFailure) -> Bool {
    let place = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard place >= 0 else {
      guard errno == EEXIST else { throw failed(errno) }
      return false
    }
    close(place)
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(path)
      throw failed(code)
    }
    return true
  }

  private func name(_ number: Int, _ extent: ExportExtent) -> String {
    let counter = number == 1 ? "" : "-\(number)"
    return "\(stem)\(counter)\(extent == .partial ? "-partial" : "")\(suffix)"
  }

  private func failed(_ code: Int32) -> ExportFailure {
    discard()
    unlink(temporary)
    return ExportFailure(path: "\(folder)/\(stem)\(suffix)", code: code)
  }
}

extension ExportFailure {
  fileprivate init(path: String, code: Int32) {
    self.init(path: path, cause: String(cString: strerror(code)))
  }
}
