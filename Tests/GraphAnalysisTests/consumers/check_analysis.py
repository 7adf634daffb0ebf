"""Compares the answers of `relata` about graphs with those of NetworkX and python-igraph.

    check_analysis.py RELATA GRAPH [SEEDS]

RELATA is the command, GRAPH a graph.json that `relata build` wrote, SEEDS how many random graphs are
made besides (12). Every disagreement is a line, and the exit status is 1 if there is one.
"""

import itertools
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import warnings

import igraph
import networkx as nx

failures = []


def expect(condition, *what):
    if not condition:
        failures.append(" ".join(str(part) for part in what))


def close(one, other, tolerance=1e-4):
    return math.isclose(one, other, rel_tol=tolerance, abs_tol=1e-7)


class Graph:
    """A graph.json as both libraries have it, and what relata says of it."""

    def __init__(self, relata, path, label):
        self.relata, self.path, self.label = relata, path, label
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        self.nx = nx.Graph()
        for node in data["nodes"]:
            self.nx.add_node(node["id"], kind=node["kind"])
        for tie in data["edges"]:
            self.nx.add_edge(tie["source"], tie["target"], weight=tie["weight"], length=1 / tie["weight"])
        # By the bytes of the identifiers, as relata orders nodes.
        self.ids = sorted(self.nx, key=lambda name: name.encode())
        place = {name: index for index, name in enumerate(self.ids)}
        ties = sorted((*sorted((place[a], place[b])), data["weight"]) for a, b, data in self.nx.edges(data=True))
        self.ig = igraph.Graph(n=len(self.ids), edges=[tie[:2] for tie in ties])
        self.weights = [float(tie[2]) for tie in ties]
        self.lengths = [1 / weight for weight in self.weights]

    def ask(self, *arguments):
        command = [self.relata, arguments[0], "--graph", self.path, "--format", "json", *arguments[1:]]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            failures.append(f"{self.label}: {' '.join(arguments)}: {done.stderr.strip()}")
            return []
        return json.loads(done.stdout)

    # Rank

    def check_rank(self):
        weights, lengths = self.weights, self.lengths
        oracles = {
            "degree": [self.nx.degree(name) for name in self.ids],
            "strength": [self.nx.degree(name, weight="weight") for name in self.ids],
            "pagerank": self.ig.pagerank(weights=weights, directed=False),
            "betweenness": self.ig.betweenness(weights=lengths, directed=False),
            "closeness": self.of_nodes(nx.closeness_centrality(self.nx, distance="length")),
            "kcore": self.of_nodes(nx.core_number(self.nx)),
            "eigenvector": self.ig.eigenvector_centrality(weights=weights, scale=True),
        }
        again = {
            "pagerank": self.of_nodes(nx.pagerank(self.nx, tol=1e-12, max_iter=1000)),
            "kcore": self.ig.coreness(),
        }
        for name, oracle in [*oracles.items(), *again.items()]:
            answer = self.ask("rank", "--by", name, "--all")
            values = {row["id"]: row[name] for row in answer}
            expect(sorted(values) == sorted(self.ids), self.label, name, "leaves nodes out")
            for node, expected in zip(self.ids, oracle):
                # A graph of several components has no single eigenvector for each of them.
                if name == "eigenvector" and not self.is_connected:
                    break
                expect(close(values.get(node, math.nan), expected), self.label, name, node, values.get(node), expected)
            order = [(-row[name], row["id"].encode()) for row in answer]
            # What is printed has six digits: nodes that agree in these may differ in the seventh.
            for one, other in itertools.pairwise(order):
                expect(one[0] < other[0] or close(one[0], other[0], 1e-5), self.label, name, "is out of order")
                if name in ("degree", "strength", "kcore"):
                    expect(one < other, self.label, name, "breaks a draw wrongly", one, other)
            expect([row["rank"] for row in answer] == list(range(1, len(answer) + 1)), self.label, name, "ranks")

    def of_nodes(self, values):
        return [values[name] for name in self.ids]

    @property
    def is_connected(self):
        return len(self.weights) > 0 and nx.is_connected(self.nx)

    # Neighbours, path, common

    def tie_order(self, row):
        return (row["hops"], -row["weight"], row["id"].encode())

    def check_neighbours(self, generator):
        for node in sample(self.ids, 6, generator):
            for hops in (1, 2, 4):
                rows = self.ask("neighbours", node, "--hops", str(hops))
                expected = nx.single_source_shortest_path_length(self.nx, node, cutoff=hops)
                del expected[node]
                expect({row["id"]: row["hops"] for row in rows} == dict(expected), self.label, "neighbours", node, hops)
                expect(rows == sorted(rows, key=self.tie_order), self.label, "neighbours", node, "out of order")
                for row in rows:
                    nearer = [
                        self.nx[row["id"]][other]["weight"]
                        for other in self.nx[row["id"]]
                        if other == node or expected.get(other) == row["hops"] - 1
                    ]
                    expect(row["weight"] == max(nearer), self.label, "neighbours", node, row["id"], "weight")

    def check_ego(self, generator, folder):
        for node in sample(self.ids, 2, generator):
            out = os.path.join(folder, "ego")
            command = [self.relata, "neighbours", node, "--graph", self.path, "--hops", "2", "-f", "json", "-o", out]
            subprocess.run(command, check=True, capture_output=True)
            with open(os.path.join(out, "graph.json"), encoding="utf-8") as file:
                ego = nx.node_link_graph(json.load(file), edges="edges")
            expected = nx.ego_graph(self.nx, node, radius=2)
            expect(set(ego) == set(expected), self.label, "ego network", node, "nodes")
            expect(
                {frozenset(edge) for edge in ego.edges} == {frozenset(edge) for edge in expected.edges},
                self.label, "ego network", node, "ties")

    def check_paths(self, generator):
        for start, end in sample(list(itertools.permutations(self.ids[:60], 2)), 8, generator):
            for choice in ("shortest", "strongest"):
                rows = self.ask("path", start, end, "--by", choice)
                if not nx.has_path(self.nx, start, end):
                    expect(rows == [], self.label, choice, start, end, "should have no path")
                    continue
                found = [rows[0]["from"]] + [row["to"] for row in rows] if rows else []
                expect(found == self.best_path(start, end, choice), self.label, choice, start, end, found)
                for row in rows:
                    expect(row["weight"] == self.nx[row["from"]][row["to"]]["weight"], self.label, "path weight")

    def best_path(self, start, end, choice):
        weight = None if choice == "shortest" else "length"
        # Their own draws are by exact sums; weights of random graphs are powers of two, so sums are exact.
        paths = list(itertools.islice(nx.all_shortest_paths(self.nx, start, end, weight=weight), 100_000))

        def key(path):
            length = sum(self.nx[a][b]["length"] for a, b in itertools.pairwise(path))
            names = [name.encode() for name in path]
            return (len(path), round(length, 9), names) if choice == "shortest" else (round(length, 9), len(path), names)

        return min(paths, key=key)

    def check_common(self, generator):
        for first, second in sample(list(itertools.combinations(self.ids[:60], 2)), 12, generator):
            rows = self.ask("common", first, second)
            expected = []
            for name in nx.common_neighbors(self.nx, first, second):
                pair = [self.nx[first][name]["weight"], self.nx[second][name]["weight"]]
                expected.append((-min(pair), name.encode(), *pair))
            found = [(-r["weight"], r["id"].encode(), r["first_weight"], r["second_weight"]) for r in rows]
            expect(found == sorted(expected), self.label, "common", first, second)

    # Communities

    def check_communities(self):
        if not self.weights:
            return
        answers = []
        for seed in ("1", "1", "2"):
            rows = self.ask("communities", "--members", "--min-size", "1", "--iterations", "5", "--seed", seed)
            answers.append(rows)
            membership = {row["id"]: row["community"] for row in rows}
            expect(sorted(membership) == sorted(self.ids), self.label, "communities leave nodes out")
            self.check_numbers(membership)
            own = self.ig.modularity([membership[name] - 1 for name in self.ids], weights=self.weights)
            best = []
            for number in range(5):
                random.seed(number)
                found = self.ig.community_leiden(objective_function="modularity", weights=self.weights, n_iterations=5)
                best.append(self.ig.modularity(found.membership, weights=self.weights))
            # Both draw at random: at least as good as a middling run of the other, give or take a hair.
            expect(own >= sorted(best)[2] - 0.005, self.label, "modularity", own, "of python-igraph", best)
        expect(answers[0] == answers[1], self.label, "communities differ with one seed")

    def check_numbers(self, membership):
        groups = {}
        for name, number in membership.items():
            groups.setdefault(number, []).append(name.encode())
        order = sorted(groups, key=lambda number: (-len(groups[number]), min(groups[number])))
        expect(order == list(range(1, len(groups) + 1)), self.label, "communities are numbered wrongly")

    # Filters

    def check_filters(self):
        kinds = sorted({kind for _, kind in self.nx.nodes(data="kind")})
        for kind in kinds:
            part = self.nx.subgraph([name for name, own in self.nx.nodes(data="kind") if own == kind]).copy()
            part.remove_edges_from([(a, b) for a, b, w in self.nx.edges(data="weight") if w < 2])
            rows = self.ask("rank", "--by", "strength", "--kind", kind, "--min-weight", "2", "--all")
            expected = dict(part.degree(weight="weight"))
            expect({row["id"]: row["strength"] for row in rows} == expected, self.label, "filter by", kind)


def sample(items, count, generator):
    return generator.sample(items, min(count, len(items)))


def random_graph(seed, path):
    """Communities, several components, lone nodes; weights are powers of two."""
    generator = random.Random(seed)
    count = generator.choice([1, 2, 5, 12, 40, 120])
    groups = generator.randint(1, 6)
    pairs = set()
    for _ in range(generator.randint(0, 4) * count):
        first, second = generator.randrange(count), generator.randrange(count)
        if first != second and (first % groups == second % groups or generator.random() < 0.1):
            pairs.add((min(first, second), max(first, second)))
    name = lambda node: f"{'person' if node % 3 else 'ship'}/é{node}"
    nodes = [
        {"id": name(node), "name": f"Nº {node}", "kind": "person" if node % 3 else "ship", "mentions": 1, "windows": 1, "documents": 1}
        for node in range(count)
    ]
    edges = [
        {"source": name(a), "target": name(b), "weight": 2 ** generator.randrange(6), "count": 1, "repeats": 0, "documents": 1}
        for a, b in sorted(pairs)
    ]
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"nodes": nodes, "edges": edges}, file, ensure_ascii=False)


def main():
    relata, built = sys.argv[1:3]
    # python-igraph warns of eigenvectors of graphs that are not connected, which are left out here.
    warnings.simplefilter("ignore")
    seeds = int(sys.argv[3]) if len(sys.argv) > 3 else 12
    with tempfile.TemporaryDirectory() as folder:
        graphs = [(built, "the sample")]
        for seed in range(seeds):
            path = os.path.join(folder, f"random-{seed}.json")
            random_graph(seed, path)
            graphs.append((path, f"random graph {seed}"))
        for number, (path, label) in enumerate(graphs):
            graph = Graph(relata, path, label)
            generator = random.Random(number)
            graph.check_rank()
            graph.check_neighbours(generator)
            graph.check_ego(generator, folder)
            graph.check_paths(generator)
            graph.check_common(generator)
            graph.check_communities()
            graph.check_filters()
    for failure in failures[:40]:
        print(failure, file=sys.stderr)
    if failures:
        sys.exit(f"check_analysis: {len(failures)} disagreements")
    print(f"{len(graphs)} graphs: rank, neighbours, path, common and communities agree with NetworkX and python-igraph")


if __name__ == "__main__":
    main()
