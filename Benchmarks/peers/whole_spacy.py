"""The whole job, as most would write it: spaCy's tokenizer, sentencizer and PhraseMatcher, and NetworkX.

    whole_spacy.py NAMES NEWS.jsonl FOLDER MEGABYTES

Does the job of whole_daachorse.py on the first MEGABYTES of text; prints the same line of JSON, with the megabytes.
"""
import itertools
import json
import os
import sys
import time
from collections.abc import Iterator

import networkx
import spacy
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans


def matcher_of(language: spacy.Language, names_path: str) -> PhraseMatcher:
    matcher = PhraseMatcher(language.vocab)
    with open(names_path, encoding="utf-8") as file:
        names = list(dict.fromkeys(line.rstrip("\n") for line in file if line.strip()))
    for start in range(0, len(names), 10_000):
        matcher.add("NAME", [language.make_doc(name) for name in names[start : start + 10_000]])
    return matcher


def texts(news: str, limit: float) -> Iterator[str]:
    total = 0
    with open(news, encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            total += len(text.encode())
            yield text
            if total >= limit:
                return


def count_ties(language: spacy.Language, matcher: PhraseMatcher, documents: list[str]) -> networkx.Graph:
    graph = networkx.Graph()
    for document in language.pipe(documents):
        together: dict[int, set[str]] = {}
        for span in filter_spans(matcher(document, as_spans=True)):
            if span.text not in graph:
                graph.add_node(span.text, mentions=0)
            graph.nodes[span.text]["mentions"] += 1
            together.setdefault(span.sent.start, set()).add(span.text)
        for names in together.values():
            for one, other in itertools.combinations(sorted(names), 2):
                weight = graph.edges[one, other]["weight"] if graph.has_edge(one, other) else 0
                graph.add_edge(one, other, weight=weight + 1)
    return graph


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(graph: networkx.Graph, folder: str) -> None:
    """DOT by hand: the writers of NetworkX need pydot or pygraphviz and take minutes."""
    os.makedirs(folder, exist_ok=True)
    networkx.write_graphml(graph, os.path.join(folder, "graph.graphml"))
    with open(os.path.join(folder, "graph.dot"), "w", encoding="utf-8") as file:
        file.write("graph {\n")
        file.writelines(f"  {quoted(one)} -- {quoted(other)} [weight={weight}];\n" for one, other, weight in graph.edges(data="weight"))
        file.write("}\n")


def main() -> None:
    names_path, news, folder, megabytes = sys.argv[1:5]
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    matcher = matcher_of(language, names_path)
    built = time.process_time()
    documents = list(texts(news, float(megabytes) * 1e6))
    graph = count_ties(language, matcher, documents)
    counted = time.process_time()
    write(graph, folder)
    print(json.dumps({
        "build_s": round(built, 2), "job_s": round(counted - built, 2), "write_s": round(time.process_time() - counted, 2),
        "megabytes": sum(len(text.encode()) for text in documents) / 1e6,
        "mentions": sum(count for _, count in graph.nodes(data="mentions")), "nodes": len(graph), "ties": graph.number_of_edges(),
        "weight": sum(weight for *_, weight in graph.edges(data="weight")),
    }))


main()
