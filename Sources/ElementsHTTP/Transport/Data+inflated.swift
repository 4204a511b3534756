import CZlib

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a compressed body can't be read.
enum InflationError: Error {
  case damaged
  case tooLarge
}

extension Data {
  private static let windowBits: CInt = 15
  /// Added to the bits of the window: gzip or zlib, by the header.
  private static let anyHeader: CInt = 32
  private static let gzipMark: [UInt8] = [0x1F, 0x8B]
  private static let chunk = 64 * 1_024

  /// What this is compressed from: gzip of one member or several (RFC 1952, section 2.2), or deflate with a zlib
  /// header.
  ///
  /// - Throws: `InflationError`; `tooLarge` as soon as more than `limit` bytes come out.
  func inflated(limit: Int) throws -> Data {
    // zlib keeps the address of the stream.
    var stream = z_stream()
    return try withUnsafeMutablePointer(to: &stream) { stream in
      let size = CInt(MemoryLayout<z_stream>.size)
      guard inflateInit2_(stream, Self.windowBits + Self.anyHeader, ZLIB_VERSION, size) == Z_OK else {
        throw InflationError.damaged
      }
      defer { inflateEnd(stream) }
      return try withUnsafeBytes { bytes in
        guard let input = bytes.bindMemory(to: UInt8.self).baseAddress else { throw InflationError.damaged }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input)
        stream.pointee.avail_in = CUnsignedInt(bytes.count)
        return try Self.members(of: stream, limit: limit)
      }
    }
  }

  private static func members(of stream: UnsafeMutablePointer<z_stream>, limit: Int) throws -> Data {
    var output = Data()
    try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: chunk) { room in
      var status = Z_OK
      while status != Z_STREAM_END || stream.pointee.avail_in > 0 {
        if status == Z_STREAM_END { try beginMember(stream) }
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = CUnsignedInt(chunk)
        status = inflate(stream, Z_NO_FLUSH)
        // Without any progress it is Z_BUF_ERROR: the input has ended too early.
        guard status == Z_OK || status == Z_STREAM_END else { throw InflationError.damaged }
        output.append(contentsOf: room.prefix(chunk - Int(stream.pointee.avail_out)))
        if output.count > limit { throw InflationError.tooLarge }
      }
    }
    return output
  }

  private static func beginMember(_ stream: UnsafeMutablePointer<z_stream>) throws {
    let rest = UnsafeBufferPointer(start: stream.pointee.next_in, count: Int(stream.pointee.avail_in))
    guard rest.starts(with: gzipMark), inflateReset(stream) == Z_OK else { throw InflationError.damaged }
  }
}
