import Synchronization
import Testing

@testable import TextFiles

@Suite struct BackgroundTests {
  @Test("work gives its result, on another thread or on this one", arguments: [true, false])
  func gives(isApart: Bool) {
    let works = (0..<50).map { number in Background(isApart: isApart) { number * number } }
    #expect(works.map { $0.wait() } == (0..<50).map { $0 * $0 })
  }

  @Test("work is done once, however often it is waited for", arguments: [true, false])
  func isDoneOnce(isApart: Bool) {
    let counter = Counter()
    let work = Background(isApart: isApart) { counter.next() }
    #expect([work.wait(), work.wait(), work.wait()] == [1, 1, 1])
  }

  private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
      count.withLock {
        $0 += 1
        return $0
      }
    }
  }
}
