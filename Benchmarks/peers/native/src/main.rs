//! Times daachorse itself, without Python: `daachorse-native NAMES TEXT [ROUNDS [PIECE]]`.
//!
//! The text is taken in pieces of PIECE bytes (3000) or a little more, cut at blank lines, as in match.py. Prints a line of JSON.

use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder, MatchKind};
use std::collections::HashSet;
use std::time::Instant;

fn pieces(text: &[u8], least: usize) -> Vec<&[u8]> {
    let (mut pieces, mut start, mut place) = (Vec::new(), 0, 1);
    while place < text.len() {
        if place - start > least && text[place] == b'\n' && text[place - 1] == b'\n' {
            pieces.push(&text[start..=place]);
            start = place + 1;
        }
        place += 1;
    }
    pieces.push(&text[start..]);
    pieces
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let rounds = arguments.get(3).and_then(|text| text.parse().ok()).unwrap_or(5);
    let least = arguments.get(4).and_then(|text| text.parse().ok()).unwrap_or(3000);
    let list = std::fs::read_to_string(&arguments[1]).expect("NAMES cannot be read");
    let text = std::fs::read(&arguments[2]).expect("TEXT cannot be read");
    let mut seen = HashSet::new();
    let names: Vec<&str> = list.lines().filter(|name| !name.is_empty() && seen.insert(*name)).collect();

    let begin = Instant::now();
    let automaton: DoubleArrayAhoCorasick<u32> = DoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build(&names)
        .expect("the automaton cannot be built");
    let built = begin.elapsed().as_secs_f64();

    let pieces = pieces(&text, least);
    let (mut seconds, mut hits) = (Vec::new(), 0);
    for _ in 0..rounds {
        let begin = Instant::now();
        hits = pieces.iter().map(|piece| automaton.leftmost_find_iter(piece).count()).sum();
        seconds.push(begin.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    let speed = text.len() as f64 / 1e6 / seconds[seconds.len() / 2];
    println!(
        "{{\"peer\": \"daachorse, native\", \"names\": {}, \"build_s\": {built:.2}, \"mbps\": {speed:.1}, \"hits\": {hits}}}",
        names.len()
    );
}
