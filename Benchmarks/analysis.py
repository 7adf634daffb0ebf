"""Relata's analysis beside python-igraph's own calls, on one generated graph.

    Benchmarks/analysis.py RELATA [--nodes 100000] [--ties 1000000]

makes a graph of communities with unequal degrees from a fixed seed, writes it as graph.json, and runs
each question as a whole command and as a Python script that reads the same file and makes the call; the
time of the call alone, and of reading, are measured in Python and, for Relata, taken from the difference
to a question that computes nothing (`rank --by degree`). Processor time (user and system) is what counts.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time


def generate(path, nodes, ties, seed=1):
    """Communities of about 2,000 nodes; in each, a node's degree falls with its number."""
    generator = random.Random(seed)
    group = min(2000, max(1, nodes // 5))
    pairs = set()
    while len(pairs) < ties:
        first = min(nodes - 1, int(nodes * generator.random()))
        if generator.random() < 0.8:
            second = first // group * group + int(group * generator.random() ** 2)
        else:
            second = int(nodes * generator.random() ** 2)
        if second < nodes and first != second:
            pairs.add((min(first, second), max(first, second)))
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"nodes":[\n')
        file.write(",\n".join(
            f'{{"id":"person/{node:07}","name":"Person {node}","kind":"person","mentions":1,"windows":1,"documents":1}}'
            for node in range(nodes)))
        file.write('\n],"edges":[\n')
        file.write(",\n".join(
            f'{{"source":"person/{first:07}","target":"person/{second:07}","weight":{(weight := 1 + int(generator.expovariate(0.7)))},'
            f'"count":{weight},"repeats":0,"documents":1,"npmi":0.25,"jaccard":0.1,"llr":5.5,"noise_corrected":1.5,"evidence":[]}}'
            for first, second in sorted(pairs)))
        file.write("\n]}\n")


PEER = """
import json, random, resource, sys
import igraph
def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
start = used()
data = json.load(open(sys.argv[1], encoding="utf-8"))
place = {node["id"]: number for number, node in enumerate(data["nodes"])}
graph = igraph.Graph(n=len(place), edges=[(place[tie["source"]], place[tie["target"]]) for tie in data["edges"]])
weights = [tie["weight"] for tie in data["edges"]]
read = used() - start
random.seed(1)
start = used()
if sys.argv[2] == "pagerank":
    answer = max(graph.pagerank(weights=weights))
elif sys.argv[2] == "communities":
    found = graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=5)
    answer = graph.modularity(found.membership, weights=weights)
print(json.dumps({"read": read, "call": used() - start, "answer": answer}))
"""


def run(command):
    """Processor seconds, peak memory so far in MB, and what was printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("relata")
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--ties", type=int, default=1_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "graph.json")
        generate(path, options.nodes, options.ties)
        print(f"{options.nodes} nodes, {options.ties} ties, {os.path.getsize(path) / 1e6:.0f} MB; processor seconds")
        ask = lambda *question: run([options.relata, question[0], "--graph", path, "--format", "json", *question[1:]])
        reading, _ = ask("rank", "--by", "degree", "--top", "1")
        print(f"{'':12}{'relata: all':>14}{'reading':>10}{'the rest':>10}{'igraph: all':>14}{'reading':>10}{'the call':>10}   answers")
        for name, question in [
            ("pagerank", ["rank", "--by", "pagerank", "--top", "1"]),
            ("communities", ["communities", "--iterations", "5"]),
        ]:
            whole, done = ask(*question)
            peer_whole, peer_done = run([sys.executable, "-c", PEER, path, name])
            peer = json.loads(peer_done.stdout)
            own = json.loads(done.stdout)[0].get("pagerank") if name == "pagerank" else done.stderr.split("modularity ")[1].split()[0].rstrip(";")
            print(f"{name:12}{whole:14.2f}{reading:10.2f}{whole - reading:10.2f}{peer_whole:14.2f}{peer['read']:10.2f}{peer['call']:10.2f}   {own} {peer['answer']:.6g}")


if __name__ == "__main__":
    main()
