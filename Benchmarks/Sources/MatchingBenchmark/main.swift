// Times the steps from bytes to mentions on one thread, each by itself.
//
//     MatchingBenchmark NAMES TEXT [ROUNDS [PIECE [HITS]]]
//
// NAMES is a gazetteer, TEXT a file of UTF-8 text that is taken in pieces of PIECE bytes (3000) or a
// little more, cut at blank lines, as documents come. Prints a line of JSON: MB/s of CPU time (medians
// of ROUNDS) and counts. Writes into the file HITS where the matcher's hits stand in TEXT: start and
// end in bytes, a hit a line.

import Gazetteers
import Glibc
import Recognition

func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func read(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else {
    print("\(path): cannot be read")
    exit(1)
  }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  var bytes = [UInt8](repeating: 0, count: ftell(file))
  rewind(file)
  let count = fread(&bytes, 1, bytes.count, file)
  return Array(bytes.prefix(count))
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  print("usage: MatchingBenchmark NAMES TEXT [ROUNDS [PIECE [HITS]]]")
  exit(2)
}
let rounds = arguments.count > 3 ? Int(arguments[3]) ?? 5 : 5
let pieceBytes = arguments.count > 4 ? Int(arguments[4]) ?? 3000 : 3000

let beforeCompile = seconds()
let gazetteer = try Gazetteer(path: arguments[1])
let afterRead = seconds()
let lexicon = Lexicon([gazetteer])
let compiled = seconds()

let text = read(arguments[2])
var pieces: [[UInt8]] = []
var start = 0
for place in text.indices
where place - start > pieceBytes && text[place] == 0x0A && text[place - 1] == 0x0A {
  pieces.append(Array(text[start...place]))
  start = place + 1
}
pieces.append(Array(text[start...]))
let megabytes = Double(text.count) / 1e6

var segmenting: [Double] = []
var matching: [Double] = []
var whole: [Double] = []
var (hits, mentions, sentenceCount) = (0, 0, 0)
for _ in 0..<rounds {
  let segmenter = Segmenter()
  var sentences: [[Sentence]] = []
  sentences.reserveCapacity(pieces.count)
  var found: [Sentence] = []
  var begin = seconds()
  for piece in pieces {
    segmenter.segment(piece.span, into: &found)
    sentences.append(found)
  }
  segmenting.append(megabytes / (seconds() - begin))
  sentenceCount = sentences.reduce(0) { $0 + $1.count }

  var matcher = Matcher(lexicon)
  var buffer = HitBuffer()
  hits = 0
  begin = seconds()
  for (piece, sentences) in zip(pieces, sentences) {
    buffer.removeAll()
    matcher.match(piece.span, sentences, into: &buffer)
    hits += buffer.hits.count
  }
  matching.append(megabytes / (seconds() - begin))

  var recognizer = Recognizer(lexicon)
  mentions = 0
  begin = seconds()
  for piece in pieces {
    recognizer.read(piece.span)
    mentions += recognizer.mentions.count
  }
  whole.append(megabytes / (seconds() - begin))
}

/// The matcher's hits in all pieces, one `start TAB end` a line, in bytes from the start of the text.
func listOfHits(_ lexicon: Lexicon, _ pieces: [[UInt8]]) -> String {
  var (lines, offset) = ("", 0)
  var matcher = Matcher(lexicon)
  var buffer = HitBuffer()
  var sentences: [Sentence] = []
  let segmenter = Segmenter()
  for piece in pieces {
    segmenter.segment(piece.span, into: &sentences)
    buffer.removeAll()
    matcher.match(piece.span, sentences, into: &buffer)
    for hit in buffer.hits { lines += "\(offset + hit.start)\t\(offset + hit.end)\n" }
    offset += piece.count
  }
  return lines
}

if arguments.count > 5, let file = fopen(arguments[5], "wb") {
  fputs(listOfHits(lexicon, pieces), file)
  fclose(file)
}

func rounded(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
print(
  """
  {"names":\(lexicon.entityCount),"megabytes":\(rounded(megabytes)),"sentences":\(sentenceCount),\
  "hits":\(hits),"mentions":\(mentions),"segment_mbps":\(rounded(median(segmenting))),\
  "match_mbps":\(rounded(median(matching))),"recognise_mbps":\(rounded(median(whole))),\
  "read_s":\(rounded(afterRead - beforeCompile)),"compile_s":\(rounded(compiled - afterRead))}
  """)
