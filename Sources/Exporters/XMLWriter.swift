import CLibXML2
import TextFiles

/// Writes an XML document through libxml2, which escapes every text.
///
/// This is the only file that knows libxml2. Invariant: `writer` is valid from `init` to `deinit`,
/// and libxml2 calls `Output` back only while one of the functions it was given to is running.
///
/// What every element has in common, tags and numbers, is gathered in `markup` as it stands and
/// handed over in large pieces: libxml2's own calls would take ten times as long for them.
@safe final class XMLWriter {
  /// Markup that waits to be written: tags and numbers only, nothing that needs escaping.
  var markup = ByteBuffer()

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

  /// Begins a document with its declaration.
  init(to sink: any ByteSink) throws(ExportError) {
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

  /// Begins an element; its attributes follow.
  func start(_ name: String) throws(ExportError) {
    try flushMarkup()
    try check(unsafe xmlTextWriterStartElement(writer, name), "begin an element")
  }

  /// Adds an attribute to the element just begun.
  ///
  /// - Parameter value: Any text that XML can hold.
  func attribute(_ name: String, _ value: String) throws(ExportError) {
    try check(unsafe xmlTextWriterWriteAttribute(writer, name, value), "write an attribute")
  }

  /// Ends the innermost element that `start` began.
  func end() throws(ExportError) {
    try flushMarkup()
    try check(unsafe xmlTextWriterEndElement(writer), "end an element")
  }

  /// Adds text to the innermost element.
  ///
  /// - Parameter text: Any text that XML can hold.
  func text(_ text: String) throws(ExportError) {
    // Most names need no escape, and go the fast way.
    guard Self.needsEscape(text.utf8.span) else { return markup.append(text) }
    try flushMarkup()
    try check(unsafe xmlTextWriterWriteString(writer, text), "write text")
  }

  /// Hands gathered markup over once there is enough of it.
  func flushIfLarge() throws(ExportError) {
    if markup.count > 1 << 15 { try flushMarkup() }
  }

  /// Ends all elements and the document.
  func finish() throws(ExportError) {
    try flushMarkup()
    try check(unsafe xmlTextWriterEndDocument(writer), "end a document")
    try check(unsafe xmlTextWriterFlush(writer), "flush")
  }

  private func flushMarkup() throws(ExportError) {
    guard !markup.isEmpty else { return }
    let status = unsafe markup.bytes.withUnsafeBufferPointer { bytes in
      // At most a few times 32 KiB and one long text.
      guard let base = bytes.baseAddress, let count = Int32(exactly: bytes.count) else {
        return Int32(-1)
      }
      return unsafe xmlTextWriterWriteRawLen(writer, base, count)
    }
    try check(status, "write markup")
    markup.clear()
  }

  private func check(_ status: Int32, _ step: String) throws(ExportError) {
    guard status < 0 || output.failure != nil else { return }
    if let failure = output.failure { throw .file(failure) }
    throw .xml(step: step)
  }

  private static func needsEscape(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
        UInt8(ascii: "\r"):
        return true
      default: continue
      }
    }
    return false
  }
}
