import CLibXML2
import TextFiles

/// Writes an XML document through libxml2.
///
/// The elements that come once are begun and ended by libxml2, which checks and escapes what they hold.
/// What comes for every node and tie is gathered in `markup` as it is to stand in the file, and goes there
/// in large pieces: libxml2's own calls would take ten times as long.
struct XMLWriter: ~Copyable {
  /// What waits to be written: tags, numbers, and text escaped by `XMLText`.
  var markup = ByteBuffer()

  private let writer: LibXML2Writer

  /// Begins a document with its declaration.
  init(to sink: any ByteSink) throws(ExportError) {
    writer = try LibXML2Writer(to: sink)
  }

  /// Begins an element; its attributes follow.
  mutating func start(_ name: String) throws(ExportError) {
    try flushMarkup()
    try writer.start(name)
  }

  /// Adds an attribute to the element just begun.
  ///
  /// - Parameter value: Any text that XML can hold.
  func attribute(_ name: String, _ value: String) throws(ExportError) {
    try writer.attribute(name, value)
  }

  /// Ends the innermost element that `start` began.
  mutating func end() throws(ExportError) {
    try flushMarkup()
    try writer.end()
  }

  /// Writes markup that was gathered elsewhere, and empties it.
  mutating func take(_ other: inout ByteBuffer) throws(ExportError) {
    try flushMarkup()
    try other.withBytes { bytes throws(ExportError) in try writer.largeMarkup(bytes) }
    other.clear()
  }

  /// Writes gathered markup once there is enough of it.
  mutating func flushIfLarge() throws(ExportError) {
    guard markup.count > 1 << 18 else { return }
    try markup.withBytes { bytes throws(ExportError) in try writer.largeMarkup(bytes) }
    markup.clear()
  }

  /// Ends all elements and the document.
  mutating func finish() throws(ExportError) {
    try flushMarkup()
    try writer.finish()
  }

  private mutating func flushMarkup() throws(ExportError) {
    guard !markup.isEmpty else { return }
    try markup.withBytes { bytes throws(ExportError) in try writer.markup(bytes) }
    markup.clear()
  }
}

/// The writer of libxml2, which calls back with the bytes.
///
/// This is the only file that knows libxml2. Invariant: `writer` is valid from `init` to `deinit`,
/// and libxml2 calls `Output` back only while one of the functions it was given to is running.
@safe private final class LibXML2Writer {
  private let output: Output
  private let writer: xmlTextWriterPtr

  /// Where libxml2's bytes go, and the first failure there.
  private final class Output {
    let sink: any ByteSink
    var failure: FileError?

    init(_ sink: any ByteSink) { self.sink = sink }

    func take(_ bytes: Span<UInt8>) {
      guard failure == nil else { return }
      do {
        try sink.append(bytes)
      } catch {
        failure = error
      }
    }
  }

  /// What all threads use is made once, before the first of them: two that begin at once would make it
  /// twice, and use what is half made.
  private static let isInitialised: Void = xmlInitParser()

  /// Begins a document with its declaration.
  init(to sink: any ByteSink) throws(ExportError) {
    _ = Self.isInitialised
    let output = Output(sink)
    self.output = output
    let write: xmlOutputWriteCallback = { context, bytes, count in
      guard let context = unsafe context, let bytes = unsafe bytes, count >= 0 else { return -1 }
      let output = unsafe Unmanaged<Output>.fromOpaque(context).takeUnretainedValue()
      let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(count))
      unsafe buffer.withMemoryRebound(to: UInt8.self) { buffer in
        unsafe output.take(Span(_unsafeElements: buffer))
      }
      // A failure is kept, and found by `check`: libxml2 would print it to standard error.
      return count
    }
    guard
      let buffer = unsafe xmlOutputBufferCreateIO(
        write, nil, Unmanaged.passUnretained(output).toOpaque(), nil)
    else { throw .xml(step: "make an output buffer") }
    guard let writer = unsafe xmlNewTextWriter(buffer) else {
      _ = unsafe xmlOutputBufferClose(buffer)
      throw .xml(step: "make a writer")
    }
    unsafe self.writer = writer
    try check(unsafe xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil), "begin a document")
  }

  deinit { unsafe xmlFreeTextWriter(writer) }

  func start(_ name: String) throws(ExportError) {
    try check(unsafe xmlTextWriterStartElement(writer, name), "begin an element")
  }

  func attribute(_ name: String, _ value: String) throws(ExportError) {
    try check(unsafe xmlTextWriterWriteAttribute(writer, name, value), "write an attribute")
  }

  func end() throws(ExportError) {
    try check(unsafe xmlTextWriterEndElement(writer), "end an element")
  }

  func markup(_ markup: Span<UInt8>) throws(ExportError) {
    let status = unsafe markup.withUnsafeBufferPointer { bytes in
      // At most a few times 64 KiB and one long text.
      guard let base = bytes.baseAddress, let count = Int32(exactly: bytes.count) else {
        return Int32(-1)
      }
      return unsafe xmlTextWriterWriteRawLen(writer, base, count)
    }
    try check(status, "write markup")
  }

  /// Writes markup past libxml2, which would copy it twice, a few kilobytes at a time.
  func largeMarkup(_ markup: Span<UInt8>) throws(ExportError) {
    // Nothing, written as markup, ends the tag of the element that was begun.
    try check(unsafe xmlTextWriterWriteRawLen(writer, "", 0), "write markup")
    try check(unsafe xmlTextWriterFlush(writer), "flush")
    output.take(markup)
    try check(0, "write markup")
  }

  /// Ends all elements and the document.
  func finish() throws(ExportError) {
    try check(unsafe xmlTextWriterEndDocument(writer), "end a document")
    try check(unsafe xmlTextWriterFlush(writer), "flush")
  }

  private func check(_ status: Int32, _ step: String) throws(ExportError) {
    guard status < 0 || output.failure != nil else { return }
    if let failure = output.failure { throw .file(failure) }
    throw .xml(step: step)
  }
}
